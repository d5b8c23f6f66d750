import { Trans } from '@lingui/react/macro';
import { Pause, Play, Settings2 } from 'lucide-react';
import { Button } from '../../../web/components/button.tsx';
import { clockWords } from './clock.ts';
import { LevelBar } from './level-bar.tsx';
import { Desk, Preview, VoiceFrame } from './preview.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { isUnkept } from './problems.ts';
import type { Recorder } from './recorder.ts';
import type { RecorderState } from './recorder-state.ts';
import { RoundButton, SideButton } from './round-button.tsx';

interface StudioProps {
  recorder: Recorder;
  state: RecorderState;
  /** How much the server has. */
  safeSeconds: number;
}

/** The camera, what it sees, and the one round red button. The question is the page's heading. */
export function Studio({ recorder, state, safeSeconds }: StudioProps) {
  const { stream, kind, step } = state;
  const number = step === 'countdown' && <Countdown number={state.countdown} />;
  const picture =
    kind === 'video' ? (
      <Preview stream={stream}>{number}</Preview>
    ) : (
      <VoiceFrame words={<Trans>Only your voice is recorded</Trans>}>{number}</VoiceFrame>
    );
  return (
    <Desk picture={picture}>
      {state.problem && <ProblemNotice problem={state.problem} kind={kind} />}
      <div className="[@media(min-height:34rem)]:sticky bottom-0 -mx-4 grid grid-cols-[minmax(0,1fr)] gap-3 bg-paper px-4 pt-1 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:static lg:col-start-2">
        {stream && <LevelBar stream={stream} fine />}
        <p role="status" className="sr-only">
          {step === 'countdown' && <Trans>Recording begins in three seconds.</Trans>}
          {step === 'recording' && <Trans>Recording.</Trans>}
          {step === 'paused' && <Trans>Paused.</Trans>}
        </p>
        {step === 'ready' && <Before recorder={recorder} state={state} />}
        {step === 'countdown' && (
          <div className="grid min-h-32 place-content-center">
            <Button variant="secondary" onPress={recorder.cancelCountdown}>
              <Trans>Not yet</Trans>
            </Button>
          </div>
        )}
        {(step === 'recording' || step === 'paused' || step === 'stopping') && (
          <During recorder={recorder} state={state} safeSeconds={safeSeconds} />
        )}
      </div>
    </Desk>
  );
}

function Before({ recorder, state }: Omit<StudioProps, 'safeSeconds'>) {
  return (
    <div className="grid justify-items-center gap-1">
      <RoundButton face="record" onPress={recorder.start}>
        <Trans>Start recording</Trans>
      </RoundButton>
      {state.blob ? (
        <Button variant="quiet" onPress={recorder.keepFormer}>
          <Trans>Go back to the one I have</Trans>
        </Button>
      ) : (
        <Button variant="quiet" icon={Settings2} onPress={recorder.checkDevices}>
          <Trans>Camera and sound</Trans>
        </Button>
      )}
    </div>
  );
}

function Countdown({ number }: { number: number }) {
  return (
    <div
      aria-hidden="true"
      className="absolute inset-0 grid place-content-center bg-black/60 font-heading text-[8rem] leading-none text-white"
    >
      {number}
    </div>
  );
}

function During({ recorder, state, safeSeconds }: StudioProps) {
  const paused = state.step === 'paused';
  const time = clockWords(state.seconds);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] justify-items-center gap-3">
      <div className="grid justify-items-center text-center">
        <p className="flex items-center gap-3 font-heading text-large tabular-nums">
          <span
            aria-hidden="true"
            className={`size-4 shrink-0 rounded-full border-2 border-stop ${paused ? '' : 'bg-stop'}`}
          />
          {paused ? <Trans>Paused at {time}</Trans> : <Trans>{time} recorded</Trans>}
        </p>
        <p className="text-ink-soft">
          <KeptWords state={state} />
        </p>
        <p className="text-ink-soft tabular-nums">
          {safeSeconds > 0 && <SafeWords seconds={safeSeconds} />}
        </p>
      </div>
      <div className="flex w-full flex-wrap items-start justify-center gap-2">
        {/* As wide as the button on the other side, so that Stop is where Start was. */}
        <span className="hidden w-[104px] min-[24rem]:block" />
        <RoundButton face="stop" onPress={recorder.stop}>
          <Trans>Stop</Trans>
        </RoundButton>
        <div className="flex min-h-24 items-center">
          {paused ? (
            <SideButton icon={Play} onPress={recorder.resume}>
              <Trans>Carry on</Trans>
            </SideButton>
          ) : (
            <SideButton icon={Pause} onPress={recorder.pause}>
              <Trans>Pause</Trans>
            </SideButton>
          )}
        </div>
      </div>
    </div>
  );
}

function SafeWords({ seconds }: { seconds: number }) {
  const safe = clockWords(seconds);
  return <Trans>{safe} safe with Telloom</Trans>;
}

/** Two slices and a little: more than that not yet on disk is worth knowing. */
const LAG = 5;

/** Says that it is kept only as far as it is. */
function KeptWords({ state }: { state: RecorderState }) {
  const kept = clockWords(state.keptSeconds);
  if (isUnkept(state.problem)) return <Trans>Not kept on this device yet</Trans>;
  if (state.keptSeconds === 0) return <Trans>Go on, take your time</Trans>;
  if (state.seconds - state.keptSeconds < LAG)
    return <Trans>Kept on this device as you speak</Trans>;
  return <Trans>Kept on this device up to {kept}</Trans>;
}
