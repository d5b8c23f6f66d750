/** Rates that cameras and screens use, as exact fractions. */
const COMMON: [number, number][] = [
  [10, 1],
  [12, 1],
  [15, 1],
  [20, 1],
  [24000, 1001],
  [24, 1],
  [25, 1],
  [30000, 1001],
  [30, 1],
  [48, 1],
  [50, 1],
  [60000, 1001],
  [60, 1],
];
const NEAR = 0.025;
const SLOWEST = 5;
const FASTEST = 60;

/** A frame rate as numerator and denominator, as ffmpeg writes it: 30000/1001. */
export interface FrameRate {
  num: number;
  den: number;
}

export function framesPerSecond(rate: FrameRate): number {
  return rate.num / rate.den;
}

/**
 * The rate to encode at, from the times of the frames themselves (seconds, any order). What the
 * header says is not asked: browsers' WebM claims 1,000 frames a second.
 * Frames that were dropped or came late do not count; faster than 60 is halved until it fits.
 */
export function measuredFrameRate(times: number[]): FrameRate {
  const sorted = [...times].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((time, i) => time - (sorted[i] ?? time));
  const steps = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  const median = steps[Math.floor(steps.length / 2)];
  const last = sorted.at(-1);
  const first = sorted[0];
  if (median === undefined || last === undefined || first === undefined) return { num: 30, den: 1 };

  const regular = steps.filter((step) => step > median * 0.6 && step < median * 1.4);
  const usual = regular.length / regular.reduce((sum, step) => sum + step, 0);
  const overall = (sorted.length - 1) / (last - first);
  // Frames that come in bursts have a tiny median: then the count over the whole time is right.
  return snap(usual > FASTEST * 1.02 && overall <= FASTEST * 1.02 ? overall : usual);
}

function snap(measured: number): FrameRate {
  let rate = measured;
  while (rate > FASTEST * 1.02) rate /= 2;
  const distance = ([num, den]: [number, number]) => Math.abs(num / den / rate - 1);
  const [nearest] = [...COMMON].sort((a, b) => distance(a) - distance(b));
  if (nearest && distance(nearest) <= NEAR) return { num: nearest[0], den: nearest[1] };
  return { num: Math.min(FASTEST, Math.max(SLOWEST, Math.round(rate))), den: 1 };
}
