import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type {
  NextPrompt,
  Paged,
  Topic,
  TopicDetail,
  TopicVideo,
  TopicVideoDetail,
} from '../../../web/contract.ts';

/** All topics, with how much of each the person has told. */
export const topicsQuery = queryOptions({
  queryKey: ['topics'],
  queryFn: ({ signal }) => api.get<Pick<Paged<Topic>, 'items'>>('/topics', { signal }),
});

/** One topic with its questions, in order. */
export const topicQuery = (topicId: string) =>
  queryOptions({
    queryKey: ['topics', topicId],
    queryFn: ({ signal }) => api.get<TopicDetail>(`/topics/${topicId}`, { signal }),
  });

/** The next question that is not told; after `after` for "Not this one". Null when all are told. */
export const nextPromptQuery = (after?: string) =>
  queryOptions({
    queryKey: ['prompts', 'next', after ?? null],
    queryFn: ({ signal }) =>
      api.get<{ prompt: NextPrompt | null }>(
        `/prompts/next${after ? `?after=${encodeURIComponent(after)}` : ''}`,
        { signal },
      ),
  });

/** Topics summed up, of everybody whom the person manages or listens to; of one topic, or of all. */
export const topicVideosQuery = (topicId?: string) =>
  queryOptions({
    queryKey: ['topic-videos', 'of', topicId ?? null],
    queryFn: ({ signal }) =>
      api.get<Paged<TopicVideo>>(`/topic-videos${topicId ? `?topicId=${topicId}` : ''}`, {
        signal,
      }),
  });

/** One of them, with its recording and the stories it draws on. */
export const topicVideoQuery = (id: string) =>
  queryOptions({
    queryKey: ['topic-videos', id],
    queryFn: ({ signal }) => api.get<TopicVideoDetail>(`/topic-videos/${id}`, { signal }),
  });
