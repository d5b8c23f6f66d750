import { useLingui } from '@lingui/react/macro';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { offerUndo, settleUndo, tellFailure } from '../../../web/components/undo.ts';
import type { Topic, TopicDetail } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { topicQuery, topicsQuery } from './queries.ts';

type Named = Pick<Topic, 'id' | 'title'>;
type OnLists = Pick<Topic, 'favorite' | 'queuedAt'>;

/** Makes a topic a favourite, or no longer: shown at once, and turned back where it did not work. */
export function useFavoriteTopic() {
  const { t } = useLingui();
  const change = useChange('favorite', (favorite) => ({ favorite }));
  return (topic: Named, favorite: boolean) => {
    change.mutate({ id: topic.id, on: favorite });
    if (favorite) return;
    offerUndo({
      words: t`“${topic.title}” is no longer one of the favourites.`,
      undo: () => change.mutate({ id: topic.id, on: true }),
    });
  };
}

/**
 * Puts a topic on the list of those to tell next, or takes it off. It leaves the server's list when the
 * offer to undo is over: put on again, it would have lost its place.
 */
export function useTopicQueue() {
  const { t } = useLingui();
  const change = useChange('queue', (on) => ({ queuedAt: on ? new Date().toISOString() : null }));
  const [leaving, setLeaving] = useState<string | null>(null);
  const isQueued = ({ id, queuedAt }: Pick<Topic, 'id' | 'queuedAt'>) =>
    queuedAt !== null && id !== leaving;
  function add({ id }: Named) {
    settleUndo();
    change.mutate({ id, on: true });
  }
  function take({ id, title }: Named) {
    offerUndo({
      words: t`“${title}” is off the list.`,
      undo: () => setLeaving(null),
      settle: () => {
        setLeaving((now) => (now === id ? null : now));
        change.mutate({ id, on: false });
      },
    });
    setLeaving(id);
  }
  return { isQueued, add, take };
}

/** One after the other, so that the last press is what holds. Goes on when its page is left. */
function useChange(list: 'favorite' | 'queue', to: (on: boolean) => Partial<OnLists>) {
  const client = useQueryClient();
  const words = useErrorWords();
  return useMutation({
    scope: { id: `topics/${list}` },
    mutationFn: ({ id, on }: { id: string; on: boolean }) =>
      on
        ? api.post<void>(`/topics/${id}/${list}`, {}, { keepalive: true })
        : api.delete(`/topics/${id}/${list}`, { keepalive: true }),
    onMutate: ({ id, on }) => show(client, id, to(on)),
    onError: (error) => tellFailure(words(error)),
    onSettled: () =>
      Promise.all(
        [['topics'], ['prompts', 'next']].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}

/** In every list and page that has the topic. */
function show(client: QueryClient, id: string, lists: Partial<OnLists>): void {
  client.setQueryData(
    topicQuery(id).queryKey,
    (old: TopicDetail | undefined) => old && { ...old, ...lists },
  );
  client.setQueryData(
    topicsQuery.queryKey,
    (old) =>
      old && {
        ...old,
        items: old.items.map((one) => (one.id === id ? { ...one, ...lists } : one)),
      },
  );
}
