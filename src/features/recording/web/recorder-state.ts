import type { Device, DeviceChoice } from './devices.ts';
import type { RecorderProblem } from './problems.ts';

export type RecorderStep =
  /** Nothing is open. */
  | 'idle'
  /** The devices are open, or being opened (`stream` null), for the person to see and hear. */
  | 'checking'
  /** The question is shown; one tap begins. */
  | 'ready'
  | 'countdown'
  | 'recording'
  | 'paused'
  /** The last slice is being written. */
  | 'stopping'
  /** It can be watched, kept or done again. The camera is off. */
  | 'recorded'
  /** The person wants it: it may be sent. */
  | 'kept';

export interface RecorderState extends DeviceChoice {
  step: RecorderStep;
  stream: MediaStream | null;
  cameras: Device[];
  microphones: Device[];
  problem: RecorderProblem | null;
  /** 3, 2, 1 during the countdown. */
  countdown: number;
  /** Seconds recorded so far, pauses left out. */
  seconds: number;
  /** Seconds that are on this device's disk. */
  keptSeconds: number;
  /** The recording that is made, or was. */
  recordingId: string | null;
  /** The finished recording; stays while another is prepared, until that one begins. */
  blob: Blob | null;
}

export const INITIAL: RecorderState = {
  step: 'idle',
  kind: 'video',
  cameraId: null,
  microphoneId: null,
  stream: null,
  cameras: [],
  microphones: [],
  problem: null,
  countdown: 0,
  seconds: 0,
  keptSeconds: 0,
  recordingId: null,
  blob: null,
};
