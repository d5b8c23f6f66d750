import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../../web/components/button.tsx';
import { RadioCards } from '../../../web/components/radio-cards.tsx';
import { DevicePicker } from './device-picker.tsx';
import { LevelBar } from './level-bar.tsx';
import { Desk, Preview, VoiceFrame } from './preview.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import type { Recorder } from './recorder.ts';
import type { RecorderState } from './recorder-state.ts';
import { UploadLink } from './told-links.tsx';
import type { Telling } from './use-telling.ts';

interface StepProps {
  telling: Telling;
  recorder: Recorder;
  state: RecorderState;
}

/** Before the question: can you see and hear yourself? */
export function DeviceCheck({ telling, recorder, state }: StepProps) {
  const { stream, problem, kind } = state;
  const hopeless = problem === 'unsupported' || problem === 'insecure';
  const picture = (
    <>
      {problem && <ProblemNotice problem={problem} kind={kind} />}
      {stream ? <Look kind={kind} stream={stream} /> : !problem && <Asking />}
    </>
  );
  return (
    <Desk picture={picture}>
      <div className="grid gap-6">
        <div className="flex flex-wrap gap-4">
          {stream && (
            <Button wide onPress={recorder.confirmDevices}>
              {kind === 'video' ? <Trans>I see and hear myself</Trans> : <Trans>It hears me</Trans>}
            </Button>
          )}
          {!stream && problem && !hopeless && (
            <Button wide onPress={() => recorder.open()}>
              <Trans>Try again</Trans>
            </Button>
          )}
          {state.blob && (
            <Button variant="quiet" onPress={recorder.keepFormer}>
              <Trans>Go back to the one I have</Trans>
            </Button>
          )}
          <UploadLink
            subject={telling.subject}
            again={telling.storyId !== null || undefined}
            variant={hopeless ? 'primary' : 'quiet'}
          >
            <Trans>Use a recording I have</Trans>
          </UploadLink>
        </div>
        {!hopeless && <Choices recorder={recorder} state={state} />}
      </div>
    </Desk>
  );
}

function Look({ kind, stream }: Pick<RecorderState, 'kind'> & { stream: MediaStream }) {
  return (
    <>
      {kind === 'video' ? (
        <Preview stream={stream} />
      ) : (
        <VoiceFrame words={<Trans>Only your voice will be recorded</Trans>} />
      )}
      <LevelBar stream={stream} />
    </>
  );
}

/** While the browser asks for permission. */
function Asking() {
  return (
    <div role="status" className="grid min-h-52 content-center gap-2 rounded-card bg-sunk p-6">
      <p className="font-semibold">
        <Trans>Your browser asks whether we may see and hear you.</Trans>
      </p>
      <p>
        <Trans>Choose Allow. Nothing is recorded yet.</Trans>
      </p>
    </div>
  );
}

function Choices({ recorder, state }: Pick<StepProps, 'recorder' | 'state'>) {
  const { t } = useLingui();
  const used = (kind: string) =>
    state.stream
      ?.getTracks()
      .find((track) => track.kind === kind)
      ?.getSettings().deviceId ?? null;
  return (
    <div className="grid gap-6 border-t border-line pt-6">
      <RadioCards
        name="kind"
        label={t`How will you tell it?`}
        value={state.kind}
        onChange={(value) => recorder.open({ kind: value === 'audio' ? 'audio' : 'video' })}
        cards={[
          { value: 'video', label: t`With picture` },
          { value: 'audio', label: t`Only my voice` },
        ]}
      />
      {state.stream && state.kind === 'video' && (
        <DevicePicker
          label={t`Camera`}
          devices={state.cameras}
          chosen={used('video')}
          onChoose={(cameraId) => recorder.open({ cameraId })}
        />
      )}
      {state.stream && (
        <DevicePicker
          label={t`Microphone`}
          devices={state.microphones}
          chosen={used('audio')}
          onChoose={(microphoneId) => recorder.open({ microphoneId })}
        />
      )}
    </div>
  );
}
