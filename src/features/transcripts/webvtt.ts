/** One caption: what is said between two moments, in seconds from the beginning. */
export interface Cue {
  start: number;
  end: number;
  /** One or two lines, plain text. */
  text: string;
}

/**
 * Writes captions as WebVTT (https://www.w3.org/TR/webvtt1/).
 * Cues without words, or that would not last, are left out; the rest come out in order of time.
 * @param language a BCP 47 tag, for instance "en"; kept in a note, as players take it from the track
 */
export function toWebVtt(cues: Cue[], { language }: { language: string }): string {
  const blocks = wellFormed(cues).map(
    (cue) => `${timestamp(cue.start)} --> ${timestamp(cue.end)}\n${escapeText(cue.text)}`,
  );
  const head = ['WEBVTT', `NOTE language: ${language.replace(/[^A-Za-z0-9-]/g, '')}`];
  return `${[...head, ...blocks].join('\n\n')}\n`;
}

/** Cues that say something for a while, in order of time. */
export function wellFormed(cues: Cue[]): Cue[] {
  return cues
    .filter((cue) => cue.text.trim() !== '' && cue.end > cue.start && cue.end > 0)
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Hours always, as some players want them: 00:01:02.345. */
export function timestamp(seconds: number): string {
  const ms = Math.max(0, Math.round(seconds * 1000));
  const part = (value: number, digits: number) => String(value).padStart(digits, '0');
  const minutes = Math.floor(ms / 60_000);
  const clock = `${part(Math.floor(minutes / 60), 2)}:${part(minutes % 60, 2)}`;
  return `${clock}:${part(Math.floor(ms / 1000) % 60, 2)}.${part(ms % 1000, 3)}`;
}

/**
 * "&" and "<" begin markup, and "-->" may not stand in a cue at all. An empty line would end the
 * cue, and NUL may not be in the file.
 */
function escapeText(text: string): string {
  return text
    .replaceAll('\0', '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
