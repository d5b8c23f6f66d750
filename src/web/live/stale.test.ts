import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { invalidate } from './stale.ts';

/** A client that has fetched these, as pages do; gives the keys that are stale after a change. */
function staleAfter(tables: string[], fetched: [unknown[], object][]): unknown[][] {
  const client = new QueryClient();
  for (const [key, data] of fetched) client.setQueryData(key, data);
  invalidate(client, tables);
  const queries = client.getQueryCache().getAll();
  return queries.filter(({ state }) => state.isInvalidated).map(({ queryKey }) => [...queryKey]);
}

it('a story that changes is fetched again wherever it is shown', () => {
  const fetched: [unknown[], object][] = [
    [['feed'], {}],
    [['stories'], {}],
    [['stories', '1'], {}],
    [['invitations'], {}],
  ];
  expect(staleAfter(['PromptResponse'], fetched)).toEqual([
    ['feed'],
    ['stories'],
    ['stories', '1'],
  ]);
});

it('a recording that is being prepared follows, one that plays is left alone', () => {
  const fetched: [unknown[], object][] = [
    [['videos', '1'], { status: 'PREPARING', transcriptPending: false }],
    [['videos', '2'], { status: 'READY', transcriptPending: true }],
    [['videos', '3'], { status: 'READY', transcriptPending: false }],
    [['videos', '4'], { status: 'ERRORED', transcriptPending: false }],
  ];
  expect(staleAfter(['Video'], fetched)).toEqual([
    ['videos', '1'],
    ['videos', '2'],
  ]);
});

it('words that somebody mends are not replaced under their hands', () => {
  const fetched: [unknown[], object][] = [
    [['transcripts', '1'], { pending: true }],
    [['transcripts', '2'], { pending: false }],
    [['transcripts', '2', 'suggestions'], {}],
  ];
  expect(staleAfter(['VideoTranscript'], fetched)).toEqual([['transcripts', '1']]);
  expect(staleAfter(['TranscriptSuggestion'], fetched)).toEqual([
    ['transcripts', '2', 'suggestions'],
  ]);
});

it('a change of a table that no page shows does nothing', () => {
  expect(staleAfter(['Product'], [[['feed'], {}]])).toEqual([]);
});
