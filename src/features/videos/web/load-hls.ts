import type HlsClass from 'hls.js';

/**
 * hls.js where the browser has Media Source Extensions, else null. Fetched when first
 * needed; the light build, because captions come as a file of their own and nothing is encrypted.
 */
export async function loadHls(): Promise<typeof HlsClass | null> {
  if (!('MediaSource' in globalThis) && !('ManagedMediaSource' in globalThis)) return null;
  const { default: Hls } = await import('hls.js/light');
  return Hls.isSupported() ? Hls : null;
}
