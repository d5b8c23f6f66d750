import { Trans, useLingui } from '@lingui/react/macro';
import { clockWords } from '../../recording/web/clock.ts';
import { partsOf, type Told } from './summary-parts.ts';

/** A summary whose sentences lead to where they come from, marked while no person has written it. */
export function Summary({ story, onSeek }: { story: Told; onSeek: (seconds: number) => void }) {
  return (
    <div className="grid gap-2">
      <p className="whitespace-pre-line" dir="auto">
        {partsOf(story).map(({ text, start }, index) =>
          start === null ? (
            text
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in its order
            <Sentence key={index} text={text} start={start} onSeek={onSeek} />
          ),
        )}
      </p>
      {story.summaryByMachine && (
        <p className="text-body text-ink-soft">
          <Trans>Made by a machine.</Trans>
        </p>
      )}
    </div>
  );
}

function Sentence(props: { text: string; start: number; onSeek: (seconds: number) => void }) {
  const { t } = useLingui();
  const { text, start, onSeek } = props;
  return (
    <a
      href={`?t=${start}`}
      title={t`Play from ${clockWords(start)}`}
      className="rounded text-ink decoration-line underline underline-offset-4 hover:bg-thread-wash hover:decoration-thread"
      onClick={(event) => {
        event.preventDefault();
        onSeek(start);
      }}
    >
      {text}
    </a>
  );
}
