export type RecordingKind = 'video' | 'audio';

/**
 * Best first. Safari makes MP4 alone; VP9 comes before VP8 because VP8 at 720p drops frames on
 * slow machines.
 */
const CANDIDATES: Record<RecordingKind, readonly string[]> = {
  video: [
    'video/webm;codecs=vp9,opus',
    'video/webm;codecs=vp8,opus',
    'video/webm',
    'video/mp4;codecs=avc1.42E01E,mp4a.40.2',
    'video/mp4',
  ],
  audio: ['audio/webm;codecs=opus', 'audio/webm', 'audio/mp4', 'audio/ogg;codecs=opus'],
};

/** The container and codecs to record in, or null when this browser records none of them. */
export function chooseMime(
  kind: RecordingKind,
  isTypeSupported: (type: string) => boolean,
): string | null {
  return CANDIDATES[kind].find((type) => isTypeSupported(type)) ?? null;
}
