/** What a person cuts by, in seconds: their ear is no finer. */
const STEP = 0.1;
/** What is left of a recording at the least, as the server has it. */
export const LEAST = 1;

const toStep = (seconds: number) => Math.round(seconds / STEP) / Math.round(1 / STEP);

/** Seconds as a person reads and types them: 0:07.5, 12:05.0, 1:02:03.0. */
export function timeText(seconds: number, locale: string): string {
  const tenths = Math.round(seconds / STEP);
  const rest = new Intl.NumberFormat(locale, {
    minimumIntegerDigits: 2,
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format((tenths % 600) / 10);
  const minutes = Math.floor(tenths / 600);
  if (minutes < 60) return `${minutes}:${rest}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}

/** The seconds that such a text means, with a point or a comma; null when it means none. */
export function readTime(text: string): number | null {
  const parts = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,5}(?:[.,]\d+)?)$/.exec(text.trim());
  if (!parts) return null;
  const [, hours = '0', minutes = '0', seconds = '0'] = parts;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'));
}

export interface Part {
  start: number;
  end: number;
}

/**
 * The part with one of its ends moved: never out of the recording, never past the other end. At the
 * end of the recording it is its very end, which lies between two steps.
 */
export function moved(part: Part, edge: keyof Part, to: number, length: number): Part {
  if (edge === 'start') {
    return { ...part, start: Math.max(0, Math.min(toStep(to), part.end - LEAST)) };
  }
  const end = Math.max(toStep(to), part.start + LEAST);
  return { ...part, end: end > length - STEP ? length : end };
}
