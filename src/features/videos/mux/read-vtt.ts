import type { Cue } from '../../transcripts/webvtt.ts';

const timing = /^(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})[ \t]+-->[ \t]+(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})/;

/** The cues of the captions that Mux generates: plain WebVTT. Markup in them is left out. */
export function readVtt(text: string): Cue[] {
  const blocks = text.replace(/^\uFEFF/, '').split(/(?:\r\n|\r|\n){2,}/);
  return blocks.flatMap((block) => {
    const lines = block.split(/\r\n|\r|\n/);
    const at = lines.findIndex((line) => timing.test(line));
    const times = timing.exec(lines[at] ?? '');
    if (times === null) return [];
    const words = plain(lines.slice(at + 1).join('\n'));
    const [start, end] = [seconds(times.slice(1, 5)), seconds(times.slice(5, 9))];
    return words === '' || end <= start ? [] : [{ start, end, text: words }];
  });
}

const seconds = ([hours, minutes, rest, ms]: (string | undefined)[]) =>
  Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(rest) + Number(ms) / 1000;

const characters: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '',
  rlm: '',
};

const plain = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => characters[name] ?? '')
    .trim();
