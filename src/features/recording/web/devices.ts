import type { RecordingKind } from './mime.ts';

export interface Device {
  id: string;
  /** The maker's name for it; empty until the person has allowed its use. */
  label: string;
}

export interface DeviceChoice {
  kind: RecordingKind;
  /** null: whichever the browser thinks best, on a phone the one towards the face. */
  cameraId: string | null;
  microphoneId: string | null;
}

/**
 * 720p at 30 frames: enough for a face, light enough for an old tablet. The browser's own cleaning
 * of the sound is on, because most kitchens hum.
 */
export function constraintsFor({ kind, cameraId, microphoneId }: DeviceChoice) {
  const camera: MediaTrackConstraints = {
    width: { ideal: 1280 },
    height: { ideal: 720 },
    frameRate: { ideal: 30, max: 30 },
    ...(cameraId ? { deviceId: { exact: cameraId } } : { facingMode: 'user' }),
  };
  const microphone: MediaTrackConstraints = {
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    ...(microphoneId ? { deviceId: { exact: microphoneId } } : {}),
  };
  return { video: kind === 'video' ? camera : false, audio: microphone };
}

/** What can be chosen from. */
export async function listDevices(media: Pick<MediaDevices, 'enumerateDevices'>) {
  const all = await media.enumerateDevices();
  const of = (kind: MediaDeviceKind): Device[] => {
    const found = all.filter((d) => d.kind === kind && d.deviceId !== '');
    // Chromium lists the device it prefers a second time, as `default` and `communications`.
    const real = found.filter((d) => d.deviceId !== 'default' && d.deviceId !== 'communications');
    const useful = real.length > 1 ? found.filter((d) => d.deviceId !== 'communications') : real;
    return useful.map((d) => ({ id: d.deviceId, label: d.label }));
  };
  return { cameras: of('videoinput'), microphones: of('audioinput') };
}

export function stopTracks(stream: MediaStream | null) {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
