/** One quality of a film. Sizes in pixels, always even; rates in bits per second. */
export interface Rendition {
  /** Folder and name: "1080p", "720p" … by the rung, "480p" for a portrait of 480 x 854 too. */
  name: string;
  width: number;
  height: number;
  maxrate: number;
  bufsize: number;
}

/** The shorter side of each rung; the longer may be 16/9 of it, whichever way the film is held. */
const RUNGS = [1080, 720, 480, 360];
/** A rung that saves less than this of the side above it is not worth its work. */
const WORTHWHILE = 0.8;
/** 1080p at 30 frames a second; smaller pictures need less, by the 3/4 power of their pixels. */
const FULL_RATE = 4_500_000;
const FULL_PIXELS = 1920 * 1080;

/**
 * Which renditions to make of a film, the largest first: two, or three when it is larger than 720p,
 * one when it is tiny. None is larger than the film itself.
 * @param width as shown, after rotation, in square pixels
 */
export function ladder(film: { width: number; height: number; frameRate: number }): Rendition[] {
  const renditions: Rendition[] = [];
  for (const rung of RUNGS) {
    const size = sizeAt(film, rung);
    const above = renditions.at(-1);
    if (above && shorter(size) > shorter(above) * WORTHWHILE) continue;
    renditions.push({ name: `${shorter(size)}p`, ...size, ...rates(size, film.frameRate) });
  }
  return renditions.slice(0, shorter(renditions[0]) > 720 ? 3 : 2);
}

function shorter(size: { width: number; height: number } | undefined): number {
  return size ? Math.min(size.width, size.height) : 0;
}

function sizeAt(film: { width: number; height: number }, rung: number) {
  const short = Math.min(film.width, film.height);
  const long = Math.max(film.width, film.height);
  const scale = Math.min(1, rung / short, (rung * 16) / 9 / long);
  return { width: even(film.width * scale), height: even(film.height * scale) };
}

/** H.264 in 4:2:0 needs even sides; downwards, so that nothing is larger than the film. */
function even(side: number): number {
  return Math.max(2, Math.floor((side + 0.01) / 2) * 2);
}

function rates(size: { width: number; height: number }, frameRate: number) {
  const pixels = (size.width * size.height) / FULL_PIXELS;
  const motion = frameRate > 35 ? 1.4 : 1;
  const maxrate = Math.round((FULL_RATE * pixels ** 0.75 * motion) / 1000) * 1000;
  return { maxrate, bufsize: maxrate * 2 };
}
