import { Trans, useLingui } from '@lingui/react/macro';
import { Check, RotateCcw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { LoadingPage } from '../../../web/components/loading.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { useFormat } from '../../../web/format.ts';
import { useWhose } from '../../../web/whose-context.ts';
import { BackToTopic } from './back-to-topic.tsx';
import { DeviceCheck } from './device-check.tsx';
import { DoNotKeep } from './do-not-keep.tsx';
import type { Outgoing } from './outgoing.ts';
import { stateOf } from './outgoing-state.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { isUnkept } from './problems.ts';
import type { RecorderParts } from './recorder.ts';
import type { RecorderStep } from './recorder-state.ts';
import { SendAndShare } from './send-and-share.tsx';
import type { Sender } from './sender.ts';
import { useOutgoing } from './sender-context.tsx';
import { Studio } from './studio.tsx';
import { useHeadingFocus } from './use-heading-focus.ts';
import { useRecorder } from './use-recorder.ts';
import type { Telling } from './use-telling.ts';
import { useUnsentGuard } from './use-unsent-guard.ts';
import { useWakeLock } from './use-wake-lock.ts';
import { WatchBack } from './watch-back.tsx';

interface RecordStepsProps extends Pick<RecorderParts, 'about' | 'store' | 'sender'> {
  telling: Telling;
  sender: Sender;
  /** What an earlier visit recorded and did not send. */
  found: Outgoing | null;
}

type Scene = 'check' | 'studio' | 'watch' | 'send';

const SCENES: Record<RecorderStep, Scene> = {
  idle: 'check',
  checking: 'check',
  ready: 'studio',
  countdown: 'studio',
  recording: 'studio',
  paused: 'studio',
  stopping: 'studio',
  recorded: 'watch',
  kept: 'send',
};

const RECORDING: readonly RecorderStep[] = ['recording', 'paused', 'stopping'];

const AT_WORK: readonly RecorderStep[] = ['countdown', 'recording', 'paused', 'kept'];

/** The steps of recording, one at a time: check, tell, watch it back, send. */
export function RecordSteps(props: RecordStepsProps) {
  const { telling, sender } = props;
  const { t } = useLingui();
  const whose = useWhose();
  const flow = useFlow(props);
  const { recorder, state, sending } = flow;
  const scene = SCENES[state.step];
  useHeadingFocus(scene);
  if (props.found && state.step === 'idle') return <LoadingPage />;
  const safe = whose({ own: t`Your story is safe`, theirs: t`The story is safe` });
  const titles: Record<Scene, string> = {
    check: state.kind === 'video' ? t`See and hear yourself` : t`Hear yourself`,
    studio: telling.text,
    watch: flow.isFound ? t`You have an unsent recording` : t`Is it as you want it?`,
    send:
      sending.phase === 'safe'
        ? safe
        : whose({ own: t`Sending your story`, theirs: t`Sending the story` }),
  };
  const back = <BackToTopic telling={telling} />;
  return (
    <Page
      storyteller
      width="wide"
      title={titles[scene]}
      heading={scene === 'studio' ? 'question' : 'page'}
      back={back}
      eyebrow={scene === 'send' ? telling.text : undefined}
    >
      {scene === 'check' && <DeviceCheck telling={telling} recorder={recorder} state={state} />}
      {scene === 'studio' && (
        <Studio recorder={recorder} state={state} safeSeconds={flow.one?.safeSeconds ?? 0} />
      )}
      {scene === 'watch' && <Watch {...flow} />}
      {scene === 'send' && (
        <SendAndShare
          telling={telling}
          state={sending}
          kept={!isUnkept(state.problem)}
          onRetry={sender.retry}
          onTold={() => {
            flow.told.current = true;
            if (state.recordingId) sender.forget(state.recordingId);
          }}
        />
      )}
    </Page>
  );
}

type Flow = ReturnType<typeof useFlow>;

/** Recorder and upload, tied together. */
function useFlow({ about, store, sender, found }: RecordStepsProps) {
  const [recorder, state] = useRecorder({ about, store, sender });
  const one = useOutgoing().find(({ recording }) => recording.id === state.recordingId);
  const told = useRef(false);
  const unsafe = isUnkept(state.problem) && state.recordingId !== null && one?.phase !== 'safe';
  const leaving = RECORDING.includes(state.step) || unsafe;
  useUnsentGuard(leaving, told);
  useWakeLock(AT_WORK.includes(state.step));

  // Once, for what was there when the page opened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!found?.tape) return void recorder.open();
    const { recording, tape } = found;
    void tape.blob(recording.contentType).then((blob) => recorder.restore(recording, blob));
  }, [recorder]);
  return {
    recorder,
    state,
    one,
    sending: stateOf(one),
    told,
    isFound: found !== null && state.recordingId === found.recording.id,
  };
}

function Watch({ recorder, state, one, isFound }: Flow) {
  const format = useFormat();
  if (!state.blob) return null;
  const when = one && format.dateTime(new Date(one.recording.startedAt).toISOString());
  return (
    <div className="grid gap-6">
      {isFound && (
        <Notice title={<Trans>It was recorded on {when}</Trans>}>
          <Trans>It is kept on this device. Watch it, then keep it or do it again.</Trans>
        </Notice>
      )}
      {state.problem && <ProblemNotice problem={state.problem} kind={state.kind} recorded />}
      <WatchBack blob={state.blob} kind={state.kind} seconds={state.seconds}>
        <div className="grid gap-4 border-t border-line pt-5">
          <Button wide icon={Check} onPress={recorder.keep}>
            <Trans>Keep it</Trans>
          </Button>
          <Button wide variant="secondary" icon={RotateCcw} onPress={recorder.again}>
            <Trans>Do it again</Trans>
          </Button>
          <p className="text-ink-soft">
            <Trans>If you do it again, this one stays until the new one begins.</Trans>
          </p>
          <DoNotKeep onConfirm={recorder.discard} />
        </div>
      </WatchBack>
    </div>
  );
}
