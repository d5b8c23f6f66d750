/** What can be found; the page shows the best of each, or goes through one of them. */
export const kinds = [
  'stories',
  'topicVideos',
  'attachments',
  'objects',
  'people',
  'questions',
] as const;
export type Kind = (typeof kinds)[number];

/** A search as its address says it, so that it can be kept, sent on, and come back to. */
export interface SearchAddress {
  q?: string;
  kind?: Kind;
  sharer?: string;
  /** Somebody who was found: a storyteller, or who is in photos. */
  person?: string;
  topic?: string;
  from?: number;
  to?: number;
  unseen?: true;
}

const words = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
const year = (value: unknown) => {
  const number = Number(value);
  return Number.isInteger(number) && number >= 1000 && number <= 2200 ? number : undefined;
};

/** Of an address that anybody may have written: what makes no sense is left out. */
export const readAddress = (search: Record<string, unknown>): SearchAddress => ({
  q: words(search.q),
  kind: kinds.find((kind) => kind === search.kind),
  sharer: words(search.sharer),
  person: words(search.person),
  topic: words(search.topic),
  from: year(search.from),
  to: year(search.to),
  unseen: search.unseen === true || undefined,
});

/** Whether it leaves out some of what there is. */
export const isNarrow = ({ q: _, ...filters }: SearchAddress): boolean =>
  Object.values(filters).some((value) => value !== undefined);
