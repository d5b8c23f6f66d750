import { type Cue, timestamp, toWebVtt, wellFormed } from './webvtt.ts';

export const exportFormats = ['vtt', 'srt', 'txt'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface Exported {
  text: string;
  type: string;
}

/** A transcript as a file that other programs take. */
export function exportCaptions(
  format: ExportFormat,
  { cues, text, language }: { cues: Cue[]; text: string; language: string | null },
): Exported {
  if (format === 'vtt') {
    return {
      type: 'text/vtt; charset=utf-8',
      text: toWebVtt(cues, { language: language ?? 'und' }),
    };
  }
  if (format === 'srt')
    return { type: 'application/x-subrip; charset=utf-8', text: toSubRip(cues) };
  return { type: 'text/plain; charset=utf-8', text: `${text}\n` };
}

/** SubRip knows no markup that must be escaped; an arrow would read as a line of times. */
function toSubRip(cues: Cue[]): string {
  const comma = (seconds: number) => timestamp(seconds).replace('.', ',');
  return wellFormed(cues)
    .map(({ start, end, text }, i) => {
      const lines = text
        .split(/[\r\n]+/)
        .map((line) => line.trim())
        .filter(Boolean);
      const words = lines.join('\r\n').replaceAll('-->', '→');
      return `${i + 1}\r\n${comma(start)} --> ${comma(end)}\r\n${words}\r\n\r\n`;
    })
    .join('');
}
