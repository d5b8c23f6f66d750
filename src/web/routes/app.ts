import { createRoute, lazyRouteComponent as lazy, redirect } from '@tanstack/react-router';
import { type ListWatched, listWatched } from '../../features/library/web/list-watched.ts';
import { readAddress } from '../../features/library/web/search-address.ts';
import { app } from './parents.ts';
import { onceMore, second, words } from './search.ts';

/** Pages about stories: one's own, those one listens to, or those of whom one acts for. */
export const appRoutes = [
  createRoute({
    getParentRoute: () => app,
    path: '/',
    component: lazy(() => import('../layout/home-page.tsx'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/search',
    validateSearch: readAddress,
    component: lazy(() => import('../../features/library/web/search-page.tsx'), 'SearchPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/topics',
    component: lazy(() => import('../../features/topics/web/topics-page.tsx'), 'TopicsPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/topics/$topicId',
    component: lazy(() => import('../../features/topics/web/topic-page.tsx'), 'TopicPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/topic-videos/$topicVideoId',
    validateSearch: (search): { t?: number } => ({ t: second(search.t) }),
    component: lazy(
      () => import('../../features/topics/web/topic-video-page.tsx'),
      'TopicVideoPage',
    ),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/topic-videos/$topicVideoId/trim',
    component: lazy(
      () => import('../../features/topics/web/topic-video-trim-page.tsx'),
      'TopicVideoTrimPage',
    ),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/topic-videos/$topicVideoId/words',
    component: lazy(
      () => import('../../features/topics/web/topic-video-words-page.tsx'),
      'TopicVideoWordsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/record',
    beforeLoad: async () => {
      const [{ queryClient }, { nextPromptQuery }] = await Promise.all([
        import('../query.tsx'),
        import('../../features/topics/web/queries.ts'),
      ]);
      const { prompt } = await queryClient.fetchQuery(nextPromptQuery());
      if (prompt === null) throw redirect({ to: '/', replace: true });
      throw redirect({ to: '/record/$promptId', params: { promptId: prompt.id }, replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/record/$promptId',
    validateSearch: onceMore,
    component: lazy(() => import('../../features/recording/web/record-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/record/topic/$topicId',
    component: lazy(
      () => import('../../features/recording/web/record-page.tsx'),
      'RecordTopicPage',
    ),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/upload/$promptId',
    validateSearch: onceMore,
    component: lazy(() => import('../../features/recording/web/upload-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/upload/topic/$topicId',
    component: lazy(
      () => import('../../features/recording/web/upload-page.tsx'),
      'UploadTopicPage',
    ),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/stories',
    component: lazy(() => import('../../features/responses/web/stories-page.tsx'), 'StoriesPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/stories/$storyId',
    validateSearch: (search): { t?: number; as?: string } & ListWatched => ({
      t: second(search.t),
      as: words(search.as),
      ...listWatched(search),
    }),
    component: lazy(() => import('../../features/responses/web/story-page.tsx'), 'StoryPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/stories/$storyId/trim',
    component: lazy(() => import('../../features/responses/web/trim-page.tsx'), 'TrimPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/stories/$storyId/words',
    component: lazy(() => import('../../features/transcripts/web/words-page.tsx'), 'WordsPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/photos',
    validateSearch: (search): { sharer?: string; topic?: string; person?: string } => ({
      sharer: words(search.sharer),
      topic: words(search.topic),
      person: words(search.person),
    }),
    component: lazy(() => import('../../features/attachments/web/photos-page.tsx'), 'PhotosPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/photos/$attachmentId',
    component: lazy(
      () => import('../../features/attachments/web/attachment-page.tsx'),
      'AttachmentPage',
    ),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/objects',
    validateSearch: (search): { sharer?: string } => ({ sharer: words(search.sharer) }),
    component: lazy(() => import('../../features/attachments/web/objects-page.tsx'), 'ObjectsPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/objects/new',
    component: lazy(
      () => import('../../features/attachments/web/new-object-page.tsx'),
      'NewObjectPage',
    ),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/objects/$objectId',
    component: lazy(() => import('../../features/attachments/web/object-page.tsx'), 'ObjectPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/family',
    component: lazy(() => import('../../features/connections/web/family-page.tsx'), 'FamilyPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/log',
    component: lazy(() => import('../../features/executors/web/log-page.tsx'), 'LogPage'),
  }),
] as const;
