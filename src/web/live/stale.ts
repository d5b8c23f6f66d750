import type { Query, QueryClient } from '@tanstack/react-query';

interface Stale {
  queryKey: readonly unknown[];
  /** Only of queries that say so; all of them otherwise. */
  predicate?: (query: Query) => boolean;
}

const all = (...names: string[]): Stale[] => names.map((name) => ({ queryKey: [name] }));

/**
 * What is being prepared, or waits for words, shows each step. What is ready stays as it is: fresh
 * addresses would disturb whoever watches, fresh words whoever mends them.
 */
const underWay =
  (...path: string[]) =>
  (query: Query): boolean => {
    const data = query.state.data as Record<string, unknown> | undefined;
    return path.some((name) => data?.[name] === true) || isBeingPrepared(data?.status);
  };
const isBeingPrepared = (status: unknown) =>
  typeof status === 'string' && status !== 'READY' && status !== 'ERRORED';

const recording: Stale[] = [
  { queryKey: ['videos'], predicate: underWay('transcriptPending') },
  { queryKey: ['transcripts'], predicate: underWay('pending') },
  ...all('stories', 'recordings'),
];

/** Which queries a change of a table makes stale. */
const byTable: Record<string, Stale[]> = {
  FollowRequest: all('follow-requests', 'following', 'listeners', 'me'),
  Invitation: all('invitations', 'me'),
  Profile: all('me'),
  ProfileExecutor: all('me', 'feed', 'stories'),
  ProfileListener: all('listeners', 'following', 'me', 'feed', 'shelves', 'stories', 'search'),
  PromptResponse: all('feed', 'stories', 'shelves', 'topics', 'search'),
  PromptResponseAttachment: all('attachments', 'search'),
  ResponsePermission: all('feed', 'stories', 'shelves', 'search'),
  Subscription: [{ queryKey: ['me', 'subscription'] }],
  TopicFavorite: all('topics'),
  TopicQueueItem: all('topics', 'prompts'),
  TopicVideo: all('topic-videos'),
  TopicVideoTranscript: [...all('topic-videos'), ...recording],
  TranscriptSuggestion: [
    { queryKey: ['transcripts'], predicate: ({ queryKey }) => queryKey[2] === 'suggestions' },
  ],
  Video: [...recording, ...all('topic-videos', 'feed')],
  VideoTranscript: recording,
};

/** The tables whose changes a page is told of. */
export const liveTables = Object.keys(byTable);

/** Fetches again what these tables are shown in, and only what is on the page. */
export function invalidate(client: QueryClient, tables: Iterable<string>): void {
  for (const table of tables) {
    for (const filters of byTable[table] ?? []) void client.invalidateQueries(filters);
  }
}
