import { Trans, useLingui } from '@lingui/react/macro';
import { Check, RotateCcw } from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import type { PromptDetail } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { BackToTopic } from './back-to-topic.tsx';
import { DeviceCheck } from './device-check.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { dropVideo } from './queries.ts';
import type { RecorderStep } from './recorder-state.ts';
import { SendAndShare } from './send-and-share.tsx';
import type { KeptRecording, SliceStore, UploadTicket } from './slice-store.ts';
import { Studio } from './studio.tsx';
import { useHeadingFocus } from './use-heading-focus.ts';
import { useRecorder } from './use-recorder.ts';
import { useSending } from './use-sending.ts';
import { useUnsentGuard } from './use-unsent-guard.ts';
import { useWakeLock } from './use-wake-lock.ts';
import { WatchBack } from './watch-back.tsx';

interface RecordStepsProps {
  prompt: PromptDetail;
  store: SliceStore;
  storeKey: string;
  /** What an earlier visit recorded and did not send. */
  unsent: { recording: KeptRecording; blob: Blob } | null;
  prepare: (() => Promise<unknown>) | undefined;
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

const UNSENT: readonly RecorderStep[] = ['recording', 'paused', 'stopping', 'recorded', 'kept'];

const AT_WORK: readonly RecorderStep[] = ['countdown', 'recording', 'paused', 'kept'];

/** The steps of recording, one at a time: check, tell, watch it back, send. */
export function RecordSteps(props: RecordStepsProps) {
  const { prompt, storeKey } = props;
  const { t } = useLingui();
  const flow = useFlow(props);
  const { recorder, state, sending } = flow;
  const scene = SCENES[state.step];
  useHeadingFocus(scene);
  const titles: Record<Scene, string> = {
    check: state.kind === 'video' ? t`See and hear yourself` : t`Hear yourself`,
    studio: prompt.text,
    watch: flow.found ? t`You have an unsent recording` : t`Is it as you want it?`,
    send: sending.state.phase === 'safe' ? t`Your story is safe` : t`Sending your story`,
  };
  const back = <BackToTopic prompt={prompt} />;
  return (
    <Page
      storyteller
      width="wide"
      title={titles[scene]}
      heading={scene === 'studio' ? 'question' : 'page'}
      back={back}
      eyebrow={scene === 'send' ? prompt.text : undefined}
    >
      {scene === 'check' && <DeviceCheck promptId={prompt.id} recorder={recorder} state={state} />}
      {scene === 'studio' && <Studio recorder={recorder} state={state} />}
      {scene === 'watch' && <Watch {...flow} />}
      {scene === 'send' && (
        <SendAndShare
          promptId={prompt.id}
          sending={sending}
          kept={state.problem !== 'not-kept'}
          onRetry={flow.sendNow}
          onTold={async () => {
            flow.told.current = true;
            await props.store.remove(storeKey);
          }}
        />
      )}
    </Page>
  );
}

type Flow = ReturnType<typeof useFlow>;

/** Recorder and upload, tied together. */
function useFlow({ prompt, store, storeKey, unsent, prepare }: RecordStepsProps) {
  const [recorder, state] = useRecorder(storeKey, store);
  const told = useRef(false);
  const onTicket = useCallback(
    // Without room on this device the upload works all the same; it only cannot outlive a reload.
    (ticket: UploadTicket | null) =>
      store
        .setUpload(storeKey, ticket)
        .catch((error: unknown) => console.error('the upload could not be noted', error)),
    [store, storeKey],
  );
  const sending = useSending({ prepare, ticket: unsent?.recording.upload ?? null, onTicket });
  useUnsentGuard(UNSENT.includes(state.step), told);
  useWakeLock(AT_WORK.includes(state.step));

  // Once, for what was there when the page opened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (unsent) recorder.restore({ ...unsent.recording, blob: unsent.blob });
    else recorder.open();
  }, [recorder]);

  const { blob, kind } = state;
  const sendNow = () => {
    if (!blob) return;
    sending.start({ promptId: prompt.id, kind, contentType: blob.type, source: blob });
  };
  return {
    recorder,
    state,
    sending,
    told,
    found: unsent !== null && blob === unsent.blob ? unsent.recording : null,
    sendNow,
    keep() {
      recorder.keep();
      sendNow();
    },
    async again() {
      const { ticket } = sending;
      sending.cancel();
      await recorder.again();
      if (!ticket) return;
      await onTicket(null);
      // A recording that nobody wants may stay on the server until it is cleared away.
      await dropVideo(ticket.videoId).catch((error: unknown) => console.error(error));
    },
  };
}

function Watch({ state, found, keep, again }: Flow) {
  const format = useFormat();
  if (!state.blob) return null;
  const when = found && format.dateTime(new Date(found.startedAt).toISOString());
  return (
    <div className="grid gap-6">
      {found && (
        <Notice title={<Trans>It was recorded on {when}</Trans>}>
          <Trans>It is kept on this device. Watch it, then keep it or do it again.</Trans>
        </Notice>
      )}
      {state.problem && <ProblemNotice problem={state.problem} kind={state.kind} recorded />}
      <WatchBack blob={state.blob} kind={state.kind} seconds={state.seconds}>
        <div className="grid gap-4 border-t border-line pt-5">
          <Button wide icon={Check} onPress={keep}>
            <Trans>Keep it</Trans>
          </Button>
          <Button wide variant="secondary" icon={RotateCcw} onPress={again}>
            <Trans>Do it again</Trans>
          </Button>
          <p className="text-ink-soft">
            <Trans>If you do it again, this one stays until the new one begins.</Trans>
          </p>
        </div>
      </WatchBack>
    </div>
  );
}
