/** The words that Mux has for an asset's size; people's pages and the database use the same. */
export type ResolutionTier = 'audio-only' | '720p' | '1080p' | '1440p' | '2160p';

/** By pixels: https://www.mux.com/docs/pricing/video, "resolution tiers". */
export function resolutionTier(size: { width: number; height: number } | null): ResolutionTier {
  if (!size) return 'audio-only';
  const pixels = size.width * size.height;
  if (pixels <= 1280 * 720) return '720p';
  if (pixels <= 1920 * 1080) return '1080p';
  return pixels <= 2560 * 1440 ? '1440p' : '2160p';
}

const USUAL = [
  [16, 9],
  [4, 3],
  [3, 2],
  [1, 1],
] as const;

/** "16:9" for 1280 x 720 and for 854 x 480, which is as near as even sides come; else reduced. */
export function aspectRatio({ width, height }: { width: number; height: number }): string {
  for (const [long, short] of USUAL) {
    if (Math.abs((width / height) * (short / long) - 1) < 0.01) return `${long}:${short}`;
    if (Math.abs((height / width) * (short / long) - 1) < 0.01) return `${short}:${long}`;
  }
  const divisor = gcd(width, height);
  return `${width / divisor}:${height / divisor}`;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
