import type { Cue } from './webvtt.ts';

/** Why a file cannot be read as captions. The page has words for each in its own language. */
export const fileProblems = {
  'too-large': 'is larger than 2 MB',
  'not-utf8': 'is not UTF-8 text',
  'not-captions': 'holds no captions: a line such as 00:01.000 --> 00:04.000 is missing',
  'bad-time': 'has a time that cannot be read',
} as const;
export type FileProblem = keyof typeof fileProblems;

/** A file of captions cannot be read. `line` counts from 1, where one line is the trouble. */
export class CaptionsError extends Error {
  override name = 'CaptionsError';
  readonly problem: FileProblem;
  readonly line: number | null;
  constructor(problem: FileProblem, line: number | null = null) {
    super(
      line === null
        ? `The file ${fileProblems[problem]}.`
        : `Line ${line} ${fileProblems[problem]}.`,
    );
    this.problem = problem;
    this.line = line;
  }
}

export const MAX_FILE_BYTES = 2_000_000;

/**
 * Reads WebVTT (https://www.w3.org/TR/webvtt1/) and SubRip. What they write beside words and times
 * (who speaks, where it stands, italics) is left out.
 * @returns cues as they stand in the file: `checkCues` says whether they can be kept
 * @throws CaptionsError
 */
export function readCaptions(bytes: Uint8Array): Cue[] {
  if (bytes.byteLength > MAX_FILE_BYTES) throw new CaptionsError('too-large');
  const lines = decode(bytes).split(/\r\n|\r|\n/);
  const cues: Cue[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    if (/^(NOTE|STYLE|REGION)\b/.test(line) && (i === 0 || lines[i - 1] === '')) {
      i = endOfBlock(lines, i);
    } else if (line.includes('-->')) {
      const end = endOfBlock(lines, i);
      const text = lines
        .slice(i + 1, end)
        .map(plain)
        .filter(Boolean)
        .join('\n');
      cues.push({ ...readTimes(line, i + 1), text });
      i = end;
    }
  }
  if (cues.length === 0) throw new CaptionsError('not-captions');
  // Captions stand empty between scenes in some files: there is nothing to keep of them.
  return cues.filter((cue) => cue.text !== '');
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CaptionsError('not-utf8');
  }
}

/** A block ends at an empty line, or, in careless files, where the next times stand. */
function endOfBlock(lines: string[], from: number): number {
  let end = from + 1;
  while (end < lines.length && (lines[end] ?? '').trim() !== '' && !lines[end]?.includes('-->'))
    end += 1;
  return lines[end]?.includes('-->') ? end - 1 : end;
}

function readTimes(line: string, number: number): Pick<Cue, 'start' | 'end'> {
  const [from = '', rest = ''] = line.split('-->');
  const start = seconds(from.trim());
  const end = seconds(rest.trim().split(/\s/)[0] ?? '');
  if (start === null || end === null) throw new CaptionsError('bad-time', number);
  return { start, end };
}

/** 01:02:03.456, 02:03.456, and with the comma of SubRip. */
function seconds(text: string): number | null {
  const [, h = '0', m, s, ms] =
    /^(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)[.,](\d{1,3})$/.exec(text) ?? [];
  if (m === undefined || s === undefined || ms === undefined) return null;
  return (
    (Number(h) * 3600_000 + Number(m) * 60_000 + Number(s) * 1000 + Number(ms.padEnd(3, '0'))) /
    1000
  );
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
};

/** A line without markup: tags of WebVTT and SubRip, and the {\an8} of some editors. */
function plain(line: string): string {
  return line
    .replace(/<\/?[a-z0-9][^>]*>/gi, '')
    .replace(/\{\\[^}]*\}/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .trim();
}
