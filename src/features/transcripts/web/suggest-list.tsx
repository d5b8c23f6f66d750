import { Trans, useLingui } from '@lingui/react/macro';
import { Play } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { TextAreaField } from '../../../web/components/text-field.tsx';
import type { TranscriptDetail } from '../../../web/contract.ts';
import { clockWords } from '../../recording/web/clock.ts';
import type { Cue } from '../webvtt.ts';
import { useSuggest } from './queries.ts';

/** For those who listen: the words caption by caption, each with a way to suggest other ones. */
export function SuggestList(props: { transcript: TranscriptDetail; onPlay: (cue: Cue) => void }) {
  const { t } = useLingui();
  const { transcript, onPlay } = props;
  const [open, setOpen] = useState<number | null>(null);
  return (
    <ol className="grid gap-4">
      {transcript.cues.map((cue) => {
        const time = clockWords(cue.start);
        return (
          <li
            key={cue.start}
            className="hairline grid gap-3 rounded-card bg-card p-[min(1rem,4vw)]"
          >
            <p dir="auto" lang={transcript.language ?? undefined} className="whitespace-pre-line">
              {cue.text}
            </p>
            {open === cue.start ? (
              <Suggest transcript={transcript} cue={cue} onDone={() => setOpen(null)} />
            ) : (
              <div className="flex flex-wrap gap-x-4 gap-y-2">
                <Button
                  variant="secondary"
                  icon={Play}
                  aria-label={t`Play from ${time}`}
                  onPress={() => onPlay(cue)}
                >
                  <span className="tabular-nums">{time}</span>
                </Button>
                <Button
                  variant="quiet"
                  aria-label={t`Suggest other words at ${time}`}
                  onPress={() => setOpen(cue.start)}
                >
                  <Trans>Suggest other words</Trans>
                </Button>
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Suggest(props: { transcript: TranscriptDetail; cue: Cue; onDone: () => void }) {
  const { t } = useLingui();
  const { transcript, cue, onDone } = props;
  const suggest = useSuggest(transcript.videoId);
  return (
    <Form
      className="grid max-w-xl gap-4"
      required={{ suggested: t`Write what is said.` }}
      onSubmit={async ({ suggested = '' }) => {
        await suggest.mutateAsync({ start: cue.start, was: cue.text, suggested });
        onDone();
      }}
    >
      <TextAreaField
        name="suggested"
        label={t`What is said`}
        rows={3}
        defaultValue={cue.text}
        maxLength={2000}
      />
      <div className="flex flex-wrap gap-4">
        <Button type="submit" pendingLabel={t`Sending…`}>
          <Trans>Send</Trans>
        </Button>
        <Button variant="quiet" onPress={onDone}>
          <Trans>Leave it as it was</Trans>
        </Button>
      </div>
    </Form>
  );
}
