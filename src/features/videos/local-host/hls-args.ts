export const SEGMENT_SECONDS = 4;
/** Folder of the rendition that has no picture. */
export const AUDIO = 'audio';

/** HLS in fragmented MP4. Names are relative: a "%" in a path would be read as a pattern. */
export function hlsArgs(name: string): string[] {
  return [
    ...['-max_muxing_queue_size', '4096', '-f', 'hls', '-hls_time', String(SEGMENT_SECONDS)],
    ...['-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4'],
    ...['-hls_flags', 'independent_segments', '-hls_fmp4_init_filename', 'init.mp4'],
    ...['-hls_segment_filename', `${name}/seg_%05d.m4s`, `${name}/index.m3u8`],
  ];
}

/** Frames from one keyframe to the next: all renditions are cut at the same places. */
export function keyframeDistance(rate: { num: number; den: number }): number {
  return Math.ceil((SEGMENT_SECONDS * rate.num) / rate.den);
}
