import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { Button } from '../../../../web/components/button.tsx';
import { Form } from '../../../../web/components/form.tsx';
import type { Trim } from '../../../../web/contract.ts';
import { clockWords } from '../../../recording/web/clock.ts';
import { type PlayerHandle, StoryPlayer } from '../story-player.tsx';
import type { Teller } from '../tellings-queries.ts';
import { useTrim } from './queries.ts';
import { TrimEdge } from './trim-edge.tsx';
import type { Part } from './trim-times.ts';
import { usePart } from './use-part.ts';

/** How much of either end is played to listen to it, in seconds. */
const SAMPLE = 5;

interface TrimmerProps {
  teller: Teller;
  trim: Trim;
  title: string;
  onSaved: () => void;
}

/** The whole recording, and what of it will be shown: chosen while it plays, without dragging. */
export function Trimmer({ teller, trim, title, onSaved }: TrimmerProps) {
  const { whole, start, end, waiting } = trim;
  const { t } = useLingui();
  const length = whole.duration ?? end;
  const player = useRef<PlayerHandle>(null);
  const { part, texts, move, type, check } = usePart(waiting ?? { start, end }, length);
  const save = useTrim(teller);
  const now = () => player.current?.now() ?? 0;
  const edge = (name: keyof Part) => ({
    name,
    text: texts[name],
    onText: (text: string) => type(name, text),
    onStep: (by: number) => move(name, part[name] + by),
  });
  return (
    <Form
      className="grid gap-8"
      onSubmit={async () => {
        await save.mutateAsync(check());
        onSaved();
      }}
    >
      <StoryPlayer ref={player} video={whole} title={title} startAt={start} />
      <div className="grid grid-cols-2 gap-3">
        <Button variant="secondary" wide onPress={() => move('start', now())}>
          <Trans>Start here</Trans>
        </Button>
        <Button variant="secondary" wide onPress={() => move('end', now())}>
          <Trans>End here</Trans>
        </Button>
      </div>
      <Kept part={part} length={length} />
      <div className="grid gap-6 md:grid-cols-2">
        <TrimEdge
          {...edge('start')}
          title={t`The beginning`}
          label={t`It begins at`}
          listen={t`Play the first seconds`}
          onListen={() =>
            player.current?.playPart(part.start, Math.min(part.start + SAMPLE, part.end))
          }
        />
        <TrimEdge
          {...edge('end')}
          title={t`The end`}
          label={t`It ends at`}
          listen={t`Play the last seconds`}
          onListen={() =>
            player.current?.playPart(Math.max(part.end - SAMPLE, part.start), part.end)
          }
        />
      </div>
      <div className="grid justify-items-start gap-4">
        <Button type="submit" pendingLabel={<Trans>Saving…</Trans>}>
          <Trans>Keep this part</Trans>
        </Button>
        <p className="text-body text-ink-soft">
          <Trans>
            Captions are shortened with it. A caption that is cut through is left out; you can write
            it again.
          </Trans>
        </p>
      </div>
    </Form>
  );
}

/** How much of the whole is kept: in words, and as a thread for those who see it. */
function Kept({ part, length }: { part: Part; length: number }) {
  const percent = (seconds: number) => `${(100 * seconds) / length}%`;
  const kept = clockWords(Math.max(0, part.end - part.start));
  const all = clockWords(length);
  return (
    <div className="grid gap-3">
      <p role="status" className="font-semibold">
        <Trans>
          It will last {kept} of {all}.
        </Trans>
      </p>
      <div
        aria-hidden="true"
        className="h-4 overflow-hidden rounded-full border border-edge bg-sunk"
      >
        <div
          className="h-full bg-thread"
          style={{ marginLeft: percent(part.start), width: percent(part.end - part.start) }}
        />
      </div>
    </div>
  );
}
