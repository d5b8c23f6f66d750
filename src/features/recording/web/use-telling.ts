import { useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { meQuery, useBecomeSharer } from '../../people/web/queries.ts';
import { topicQuery, topicVideosQuery } from '../../topics/web/queries.ts';
import type { Subject } from './kept-recording.ts';
import { promptQuery } from './queries.ts';

/** What is about to be told. */
export interface Telling {
  subject: Subject;
  /** The question, or the name of the summing-up. */
  text: string;
  topicId: string | null;
  topicTitle: string | null;
  /** The story that answers the question already: a new recording takes its place. */
  storyId: string | null;
  /** The topic has its video already: a new recording takes its place. */
  hasTopicVideo: boolean;
}

/** A question to answer. */
export function usePromptTelling(promptId: string): Telling {
  const prompt = useSuspenseQuery(promptQuery(promptId)).data;
  const { text, topicId, topicTitle, responseId } = prompt;
  const subject = { promptId };
  return { subject, text, topicId, topicTitle, storyId: responseId, hasTopicVideo: false };
}

/** A topic to sum up. */
export function useTopicTelling(topicId: string): Telling {
  const { t } = useLingui();
  const { sharerId } = useSuspenseQuery(meQuery).data;
  const { title: topic } = useSuspenseQuery(topicQuery(topicId)).data;
  const { items } = useSuspenseQuery(topicVideosQuery(topicId)).data;
  return {
    subject: { topicId },
    text: t`${topic}, summed up`,
    topicId,
    topicTitle: topic,
    storyId: null,
    hasTopicVideo: items.some(({ sharer }) => sharer.id === sharerId),
  };
}

/** Who tells it, and what makes that person a storyteller if they are none yet. */
export function useTeller() {
  const { data: me } = useSuspenseQuery(meQuery);
  const { mutateAsync } = useBecomeSharer();
  return { me, prepare: me.sharerId === null ? () => mutateAsync() : undefined };
}
