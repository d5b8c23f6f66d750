import { Trans, useLingui } from '@lingui/react/macro';
import { Merge, Play, Scissors, Trash2 } from 'lucide-react';
import { type KeyboardEvent, type Ref, useRef } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { inputClass } from '../../../web/components/field-parts.tsx';
import { clockWords } from '../../recording/web/clock.ts';
import type { Cue } from '../webvtt.ts';

export interface CueRowProps {
  cue: Cue;
  index: number;
  isLast: boolean;
  /** The player is at it. */
  current: boolean;
  language: string | null;
  /** What is wrong with it, in words. */
  problem: string | null;
  ref: Ref<HTMLTextAreaElement>;
  onText: (text: string) => void;
  onPlay: () => void;
  /** To the cue above or below. */
  onMove: (by: -1 | 1) => void;
  onSplit: (at: number) => void;
  onJoin: () => void;
  onRemove: () => void;
}

/** One caption of the editor: its moment plays when it takes the focus. */
export function CueRow(props: CueRowProps) {
  const { cue, index, current, problem } = props;
  const { t } = useLingui();
  const at = useRef(0);
  const time = clockWords(cue.start);
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) props.onPlay();
      else props.onMove(1);
    }
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      props.onMove(event.key === 'ArrowUp' ? -1 : 1);
    }
  };
  return (
    <li
      className={`group grid gap-3 rounded-card border-2 p-[min(1rem,4vw)] ${current ? 'border-thread bg-thread-wash' : 'border-line bg-card'}`}
    >
      <div className="grid items-start gap-3 sm:grid-cols-[auto_1fr]">
        <Button
          variant="secondary"
          icon={Play}
          aria-label={t`Play from ${time}`}
          onPress={props.onPlay}
        >
          <span className="tabular-nums">{time}</span>
        </Button>
        <div className="grid gap-2">
          <textarea
            ref={props.ref}
            rows={2}
            dir="auto"
            lang={props.language ?? undefined}
            value={cue.text}
            aria-label={t`Words at ${time}`}
            aria-invalid={problem !== null || undefined}
            aria-describedby={problem === null ? undefined : `cue-problem-${index}`}
            // as high as its words; where a browser cannot do that, two lines that scroll
            className={`${inputClass} field-sizing-content`}
            onFocus={props.onPlay}
            onKeyDown={keys}
            onSelect={(event) => {
              at.current = event.currentTarget.selectionStart;
            }}
            onChange={(event) => props.onText(event.target.value)}
          />
          {problem && (
            <p id={`cue-problem-${index}`} className="font-semibold text-stop">
              {problem}
            </p>
          )}
        </div>
      </div>
      <div className="hidden flex-wrap gap-x-4 group-focus-within:flex">
        <Button variant="quiet" icon={Scissors} onPress={() => props.onSplit(at.current)}>
          <Trans>Cut here</Trans>
        </Button>
        {!props.isLast && (
          <Button variant="quiet" icon={Merge} onPress={props.onJoin}>
            <Trans>Join with the next</Trans>
          </Button>
        )}
        <Button variant="quiet" icon={Trash2} onPress={props.onRemove}>
          <Trans>Take away</Trans>
        </Button>
      </div>
    </li>
  );
}
