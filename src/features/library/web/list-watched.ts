/** The list out of which a story is watched, in the address of its page: what comes next depends on it. */
export interface ListWatched {
  in?: 'feed' | 'favorites';
  /** Of the feed, this storyteller or topic alone. */
  sharer?: string;
  topic?: string;
  /** It follows another one by itself, and so it plays. */
  playing?: true;
}

const lists = ['feed', 'favorites'] as const;
const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** What an address says of it. */
export const listWatched = (search: Record<string, unknown>): ListWatched => ({
  in: lists.find((list) => list === search.in),
  sharer: text(search.sharer),
  topic: text(search.topic),
  playing: search.playing === true || undefined,
});
