import { Trans, useLingui } from '@lingui/react/macro';
import { type MouseEvent, useMemo } from 'react';
import { paragraphsOf, type Sentence } from '../paragraphs.ts';
import type { Cue } from '../webvtt.ts';

export interface TranscriptProps {
  cues: readonly Cue[];
  /** The whole text; shown by itself where there are no cues. */
  text: string;
  /** Who wrote it, as the server names it; see `isByMachine`. */
  source?: string | null;
  /** A person says that it is right. */
  isChecked?: boolean;
  /** BCP 47. */
  language?: string | null;
  /** A sentence was chosen: go to this second. */
  onSeek?: (seconds: number) => void;
  /** Where the player is, in seconds. */
  currentTime?: number;
}

/** Not what a person wrote, whatever it is called where it came from. */
const isByMachine = (source: string | null | undefined) =>
  source !== null && source !== undefined && !/^(manual|person|human|edited|file)/i.test(source);

/** What is said in a recording, to read along. Pressing a sentence plays it. */
export function Transcript(props: TranscriptProps) {
  const { cues, text, source, isChecked, language, onSeek, currentTime } = props;
  const { t } = useLingui();
  const paragraphs = useMemo(() => paragraphsOf(cues), [cues]);
  return (
    <section aria-label={t`What is said`} className="grid gap-4">
      {!isChecked && (
        <p className="text-ink-soft">
          {isByMachine(source) ? (
            <Trans>Made by a machine and not yet checked.</Trans>
          ) : (
            source === 'file' && <Trans>Taken from a file and not yet checked.</Trans>
          )}
        </p>
      )}
      <div
        lang={language ?? undefined}
        dir="auto"
        className="grid max-w-[66ch] gap-4 leading-relaxed"
      >
        {paragraphs.length === 0
          ? text.split(/\n\s*\n/).map((part) => <p key={part}>{part}</p>)
          : paragraphs.map((sentences) => (
              <p key={sentences[0]?.start}>
                {sentences.map((sentence) => (
                  <SentenceLink
                    key={sentence.start}
                    sentence={sentence}
                    current={isAt(sentence, currentTime)}
                    onSeek={onSeek}
                  />
                ))}
              </p>
            ))}
      </div>
    </section>
  );
}

const isAt = ({ start, end }: Sentence, time: number | undefined) =>
  time !== undefined && time >= start && time < end;

interface SentenceLinkProps {
  sentence: Sentence;
  current: boolean;
  onSeek: ((seconds: number) => void) | undefined;
}

/**
 * A sentence in running text that can be pressed. A link, because a button does not break across
 * lines. The current one is marked by a line too, not by colour alone.
 */
function SentenceLink({ sentence, current, onSeek }: SentenceLinkProps) {
  const mark = current ? 'bg-thread-wash underline decoration-thread decoration-2' : '';
  if (!onSeek) return <span className={mark}>{sentence.text} </span>;
  const seek = (event: MouseEvent) => {
    event.preventDefault();
    onSeek(sentence.start);
  };
  return (
    <>
      <a
        href={`?t=${sentence.start}`}
        aria-current={current ? 'true' : undefined}
        onClick={seek}
        className={`rounded box-decoration-clone text-ink underline-offset-4 hover:bg-thread-wash hover:underline ${mark}`}
      >
        {sentence.text}
      </a>{' '}
    </>
  );
}
