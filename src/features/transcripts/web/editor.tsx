import { Trans, useLingui } from '@lingui/react/macro';
import { Undo2 } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import type { TranscriptDetail } from '../../../web/contract.ts';
import { checkCues } from '../check-cues.ts';
import type { Cue } from '../webvtt.ts';
import type { DraftState } from './autosave.ts';
import { CueRow } from './cue-row.tsx';
import { useCueWords, useRefusalWords } from './cue-words.ts';
import { joined, split, without, withText } from './edit-cues.ts';
import type { Draft } from './use-draft.ts';

export interface EditorProps {
  transcript: TranscriptDetail;
  draft: Draft;
  /** Where the player is, in seconds. */
  time: number;
  /** Plays one cue, and stops where it ends. */
  onPlay: (cue: Cue) => void;
}

/** The words of a recording, caption by caption. It saves itself. */
export function Editor({ transcript, draft: { state, draft }, time, onPlay }: EditorProps) {
  const words = useCueWords();
  const rows = useRef<(HTMLTextAreaElement | null)[]>([]);
  const { cues } = state;
  const problems = new Map(
    checkCues(cues, transcript.duration).map(({ index, problem }) => [index, words[problem]]),
  );
  return (
    <div className="grid gap-5">
      <p className="text-ink-soft">
        <Trans>Choose a line to hear it. Enter goes to the next one.</Trans>
      </p>
      {state.clashes.length > 0 && <Clashes state={state} onChoose={draft.choose} />}
      <ol className="grid gap-4">
        {cues.map((cue, index) => (
          <CueRow
            key={cue.start}
            cue={cue}
            index={index}
            isLast={index === cues.length - 1}
            current={time >= cue.start && time < cue.end}
            language={transcript.language}
            problem={problems.get(index) ?? null}
            ref={(element) => {
              rows.current[index] = element;
            }}
            onText={(text) => draft.change(withText(cues, index, text), `text ${cue.start}`)}
            onPlay={() => onPlay(cue)}
            onMove={(by) => rows.current[index + by]?.focus()}
            onSplit={(at) => draft.change(split(cues, index, at), '')}
            onJoin={() => draft.change(joined(cues, index), '')}
            onRemove={() => draft.change(without(cues, index), '')}
          />
        ))}
      </ol>
      <SaveBar state={state} onUndo={draft.undo} onRetry={() => void draft.flush()} />
    </div>
  );
}

/** How safe the words are, always in view. */
function SaveBar(props: { state: DraftState; onUndo: () => void; onRetry: () => void }) {
  const { saving, problem, canUndo } = props.state;
  const refusal = useRefusalWords();
  return (
    <div className="sticky bottom-[calc(4.5rem+env(safe-area-inset-bottom))] flex flex-wrap items-center gap-4 border-t border-line bg-paper py-3 sm:bottom-0">
      {canUndo && (
        <Button variant="secondary" icon={Undo2} onPress={props.onUndo}>
          <Trans>Undo</Trans>
        </Button>
      )}
      <p
        role="status"
        className={saving === 'failed' ? 'font-semibold text-stop' : 'text-ink-soft'}
      >
        {saving === 'saved' && <Trans>All of it is saved.</Trans>}
        {saving === 'changed' && <Trans>Not saved yet.</Trans>}
        {saving === 'saving' && <Trans>Saving…</Trans>}
        {saving === 'failed' && (
          <>
            {refusal(problem)} <Trans>What you typed is still here.</Trans>
          </>
        )}
      </p>
      {saving === 'failed' && (
        <Button variant="quiet" onPress={props.onRetry}>
          <Trans>Try again</Trans>
        </Button>
      )}
    </div>
  );
}

function Clashes(props: { state: DraftState; onChoose: (whose: 'mine' | 'theirs') => void }) {
  const { t } = useLingui();
  const none = t`(taken away)`;
  return (
    <Notice live tone="careful" title={<Trans>Somebody else changed the same words</Trans>}>
      <ul className="grid gap-3">
        {props.state.clashes.map(({ mine, theirs }) => (
          <li key={mine?.start ?? theirs?.start} className="grid gap-1" dir="auto">
            <p>
              <span className="font-semibold">
                <Trans>Yours:</Trans>
              </span>{' '}
              {mine?.text ?? none}
            </p>
            <p>
              <span className="font-semibold">
                <Trans>Theirs:</Trans>
              </span>{' '}
              {theirs?.text ?? none}
            </p>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-4">
        <Button onPress={() => props.onChoose('mine')}>
          <Trans>Keep mine</Trans>
        </Button>
        <Button variant="secondary" onPress={() => props.onChoose('theirs')}>
          <Trans>Take theirs</Trans>
        </Button>
      </div>
    </Notice>
  );
}
