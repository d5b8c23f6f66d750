/** What can go wrong with a device; the page has the words for each (`problem-notice.tsx`). */
export type RecorderProblem =
  /** The person, or a setting of the browser, said no. */
  | 'denied'
  /** There is no camera, or no microphone. */
  | 'no-device'
  /** Another program holds the device. */
  | 'in-use'
  /** The device went away while it was used. */
  | 'unplugged'
  /** This browser cannot record. */
  | 'unsupported'
  /** The page did not come over https, so no browser lets it near a camera. */
  | 'insecure'
  /** This device has no room, so slices live in memory alone until they are sent. */
  | 'no-room'
  /** The same, because this browser keeps nothing, as in a private window. */
  | 'not-kept'
  /** A call, or the system, holds the microphone; the recording waits. */
  | 'muted'
  /** Recording stopped with no sound or picture in it. */
  | 'empty'
  | 'unknown';

/** True while what is said lives in memory alone. */
export const isUnkept = (problem: RecorderProblem | null) =>
  problem === 'no-room' || problem === 'not-kept';

/**
 * Names from the exceptions of getUserMedia:
 * https://developer.mozilla.org/en-US/docs/Web/API/MediaDevices/getUserMedia#exceptions
 */
export function problemOf(error: unknown): RecorderProblem {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'no-device';
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use';
    case 'NotSupportedError':
      return 'unsupported';
    default:
      return 'unknown';
  }
}
