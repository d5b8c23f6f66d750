import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Notice } from '../../../web/components/notice.tsx';
import type { RecordingKind } from './mime.ts';
import { isUnkept, type RecorderProblem } from './problems.ts';

export interface ProblemNoticeProps {
  problem: RecorderProblem;
  kind: RecordingKind;
  /** True beside a finished recording: what was said before the problem is there. */
  recorded?: boolean;
}

/** What happened with the camera or microphone, what it means, and what to do. */
export function ProblemNotice({ problem, kind, recorded }: ProblemNoticeProps) {
  const { title, what } = words(problem, kind === 'video');
  const there = recorded && !isUnkept(problem);
  const careful = there || isUnkept(problem) || problem === 'muted';
  return (
    <Notice live tone={careful ? 'careful' : 'stop'} title={title}>
      <p>{there ? <Trans>What you told until then is kept on this device.</Trans> : what}</p>
    </Notice>
  );
}

function words(problem: RecorderProblem, video: boolean): { title: ReactNode; what: ReactNode } {
  switch (problem) {
    case 'denied':
      return {
        title: video ? (
          <Trans>We may not use your camera and microphone</Trans>
        ) : (
          <Trans>We may not use your microphone</Trans>
        ),
        what: (
          <Trans>
            Press the small sign beside the address at the top. Choose Allow. Then try again here.
          </Trans>
        ),
      };
    case 'no-device':
      return video
        ? {
            title: <Trans>We find no camera, or no microphone</Trans>,
            what: <Trans>Plug it in and try again. Or tell it with your voice alone.</Trans>,
          }
        : {
            title: <Trans>We find no microphone</Trans>,
            what: <Trans>Plug one in and try again.</Trans>,
          };
    case 'in-use':
      return {
        title: <Trans>Another program is using it</Trans>,
        what: (
          <Trans>Close other programs that show or hear you, such as a call. Then try again.</Trans>
        ),
      };
    case 'unplugged':
      return {
        title: video ? (
          <Trans>The camera or microphone went away</Trans>
        ) : (
          <Trans>The microphone went away</Trans>
        ),
        what: <Trans>Check that it is plugged in.</Trans>,
      };
    case 'unsupported':
      return {
        title: <Trans>This browser cannot record</Trans>,
        what: <Trans>Use your camera app instead, and give us that recording.</Trans>,
      };
    case 'insecure':
      return {
        title: <Trans>The camera cannot be used at this address</Trans>,
        what: (
          <Trans>
            Browsers allow it only where the address begins with https. You can use your camera app
            and give us that recording.
          </Trans>
        ),
      };
    case 'not-kept':
      return {
        title: <Trans>This browser keeps nothing on this device</Trans>,
        what: (
          <Trans>
            Perhaps it is a private window. Your recording is sent while you speak. Leave this page
            open until all of it is sent.
          </Trans>
        ),
      };
    case 'muted':
      return {
        title: <Trans>Something else is using the microphone</Trans>,
        what: <Trans>Perhaps a call came in. We wait here. Press Carry on when it is over.</Trans>,
      };
    case 'no-room':
      return {
        title: <Trans>This device has no room to keep your recording</Trans>,
        what: <Trans>It goes on all the same. Leave this page open until it is sent.</Trans>,
      };
    case 'empty':
      return {
        title: <Trans>Nothing was recorded</Trans>,
        what: <Trans>The recording was too short. Try again.</Trans>,
      };
    case 'unknown':
      return {
        title: <Trans>The camera or microphone did not start</Trans>,
        what: <Trans>Try again. If it happens again, restart this device.</Trans>,
      };
  }
}
