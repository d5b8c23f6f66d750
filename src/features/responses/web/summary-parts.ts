import type { StoryDetail } from '../../../web/contract.ts';

export type Told = Pick<StoryDetail, 'summary' | 'summaryByMachine' | 'summaryLinks'>;

interface Part {
  text: string;
  /** Seconds; null: a person's own words. */
  start: number | null;
}

/** The text in pieces: sentences that come from a second, and what stands between them. */
export function partsOf({ summary, summaryLinks }: Told): Part[] {
  const parts: Part[] = [];
  let rest = summary ?? '';
  for (const { text, start } of summaryLinks) {
    const at = rest.indexOf(text);
    if (at < 0) continue;
    if (at > 0) parts.push({ text: rest.slice(0, at), start: null });
    parts.push({ text, start });
    rest = rest.slice(at + text.length);
  }
  if (rest !== '') parts.push({ text: rest, start: null });
  return parts;
}
