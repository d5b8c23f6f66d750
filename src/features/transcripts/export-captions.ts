import { type Cue, timestamp, toWebVtt, wellFormed } from './webvtt.ts';

/** The types of the files by their endings. */
export const exportTypes = {
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
  txt: 'text/plain',
} as const;
export type ExportFormat = keyof typeof exportTypes;
export const exportFormats = Object.keys(exportTypes) as ExportFormat[];

export interface Exported {
  text: string;
  type: string;
}

/** A transcript as a file that other programs take. */
export function exportCaptions(
  format: ExportFormat,
  { cues, text, language }: { cues: Cue[]; text: string; language: string | null },
): Exported {
  const files = {
    vtt: () => toWebVtt(cues, { language: language ?? 'und' }),
    srt: () => toSubRip(cues),
    txt: () => `${text}\n`,
  };
  return { type: `${exportTypes[format]}; charset=utf-8`, text: files[format]() };
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
