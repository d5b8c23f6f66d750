import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent as lazy,
  redirect,
} from '@tanstack/react-router';
import { SignInPage } from '../features/account/web/sign-in-page.tsx';
import type { PromptFilter } from '../features/curating/web/queries.ts';
import { actingFor, addressFor, basePath } from './acting-for.ts';
import { ApiError } from './api.ts';
import { ErrorPage, NotFound } from './components/error-page.tsx';
import { LoadingPage } from './components/loading.tsx';
import { PublicLayout } from './layout/public-layout.tsx';
import { Root } from './layout/root.tsx';
import { localPath } from './local-path.ts';

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });

/** Who acts for somebody else steps out of that: the page opens in a document of one's own. */
const asOneself = ({ location }: { location: { href: string } }) => {
  if (actingFor !== null) throw redirect({ href: location.href, reloadDocument: true });
};

/** Pages for everybody; none of them needs the code of the others. */
const open = createRoute({
  getParentRoute: () => root,
  id: 'open',
  beforeLoad: asOneself,
  component: PublicLayout,
});

/** Pages of someone who is signed in. Others are sent to sign in, and come back afterwards. */
const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: async ({ location }) => {
    const { loadMe } = await import('../features/people/web/queries.ts');
    try {
      await loadMe();
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      const back = addressFor(actingFor, location.href);
      throw redirect({ to: '/sign-in', search: { to: back } });
    }
  },
  component: lazy(() => import('./layout/app-layout.tsx'), 'AppLayout'),
});

/** Of these, what is nobody's but one's own. */
const own = createRoute({ getParentRoute: () => app, id: 'own', beforeLoad: asOneself });

/** `?to=`: where to go on after signing in. */
const afterwards = (search: Record<string, unknown>): { to?: string } => ({
  to: localPath(search.to),
});

/** `?error=`: why signing in through another service came to nothing. */
const refused = (search: Record<string, unknown>): { error?: string } => ({
  error: typeof search.error === 'string' ? search.error : undefined,
});

/** `?t=`: a second of a recording. */
const second = (value: unknown) => {
  const seconds = typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
};
/** `?again`: a question that has its story is told once more. */
const onceMore = (search: Record<string, unknown>): { again?: true } => ({
  again: search.again === true || undefined,
});
const words = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** `?of=`: what a spreadsheet is of. */
const sheets = ['prompts', 'prompt-categories', 'object-categories'] as const;

const account = () => import('../features/account/web/index.ts');

const openRoutes = [
  createRoute({
    getParentRoute: () => open,
    path: '/sign-in',
    validateSearch: (search): { to?: string; by?: 'code'; error?: string } => ({
      ...afterwards(search),
      ...refused(search),
      by: search.by === 'code' ? 'code' : undefined,
    }),
    // Not lazy: most first visits begin here, and this way it is one file and not twenty.
    component: SignInPage,
  }),
  createRoute({
    getParentRoute: () => open,
    path: '/sign-up',
    validateSearch: afterwards,
    component: lazy(account, 'SignUpPage'),
  }),
  createRoute({
    getParentRoute: () => open,
    path: '/code',
    component: lazy(account, 'CodePage'),
  }),
  createRoute({
    getParentRoute: () => open,
    path: '/forgot',
    component: lazy(account, 'ForgotPage'),
  }),
  createRoute({
    getParentRoute: () => open,
    path: '/setup',
    validateSearch: (search): { token?: string } => ({
      token: search.token === undefined ? undefined : String(search.token),
    }),
    component: lazy(account, 'SetupPage'),
  }),
  createRoute({
    getParentRoute: () => open,
    path: '/invitation',
    component: lazy(
      () => import('../features/connections/web/invitation-page.tsx'),
      'InvitationPage',
    ),
  }),
  createRoute({
    getParentRoute: () => open,
    path: '/unsubscribe',
    component: lazy(
      () => import('../features/notifications/web/unsubscribe-page.tsx'),
      'UnsubscribePage',
    ),
  }),
] as const;

const appRoutes = [
  createRoute({
    getParentRoute: () => app,
    path: '/',
    component: lazy(() => import('./layout/home-page.tsx'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/search',
    validateSearch: (search): { q?: string; sharer?: string; topic?: string } => ({
      q: words(search.q),
      sharer: words(search.sharer),
      topic: words(search.topic),
    }),
    component: lazy(() => import('../features/library/web/search-page.tsx'), 'SearchPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/topics',
    component: lazy(() => import('../features/topics/web/topics-page.tsx'), 'TopicsPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/topics/$topicId',
    component: lazy(() => import('../features/topics/web/topic-page.tsx'), 'TopicPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/topic-videos/$topicVideoId',
    component: lazy(() => import('../features/topics/web/topic-video-page.tsx'), 'TopicVideoPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/topic-videos/$topicVideoId/words',
    component: lazy(
      () => import('../features/topics/web/topic-video-words-page.tsx'),
      'TopicVideoWordsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/record/$promptId',
    validateSearch: onceMore,
    component: lazy(() => import('../features/recording/web/record-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/record/topic/$topicId',
    component: lazy(() => import('../features/recording/web/record-page.tsx'), 'RecordTopicPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/upload/$promptId',
    validateSearch: onceMore,
    component: lazy(() => import('../features/recording/web/upload-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/upload/topic/$topicId',
    component: lazy(() => import('../features/recording/web/upload-page.tsx'), 'UploadTopicPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/stories',
    component: lazy(() => import('../features/responses/web/stories-page.tsx'), 'StoriesPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/stories/$storyId',
    validateSearch: (search): { t?: number; as?: string } => ({
      t: second(search.t),
      as: words(search.as),
    }),
    component: lazy(() => import('../features/responses/web/story-page.tsx'), 'StoryPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/stories/$storyId/trim',
    component: lazy(() => import('../features/responses/web/trim-page.tsx'), 'TrimPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/stories/$storyId/words',
    component: lazy(() => import('../features/transcripts/web/words-page.tsx'), 'WordsPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/photos',
    validateSearch: (search): { sharer?: string; topic?: string; person?: string } => ({
      sharer: words(search.sharer),
      topic: words(search.topic),
      person: words(search.person),
    }),
    component: lazy(() => import('../features/attachments/web/photos-page.tsx'), 'PhotosPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/photos/$attachmentId',
    component: lazy(
      () => import('../features/attachments/web/attachment-page.tsx'),
      'AttachmentPage',
    ),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/objects',
    validateSearch: (search): { sharer?: string } => ({ sharer: words(search.sharer) }),
    component: lazy(() => import('../features/attachments/web/objects-page.tsx'), 'ObjectsPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/objects/new',
    component: lazy(
      () => import('../features/attachments/web/new-object-page.tsx'),
      'NewObjectPage',
    ),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/objects/$objectId',
    component: lazy(() => import('../features/attachments/web/object-page.tsx'), 'ObjectPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/family',
    component: lazy(() => import('../features/connections/web/family-page.tsx'), 'FamilyPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/log',
    component: lazy(() => import('../features/executors/web/log-page.tsx'), 'LogPage'),
  }),
] as const;

const ownRoutes = [
  createRoute({
    getParentRoute: () => own,
    path: '/home',
    beforeLoad: async () => {
      const [{ loadMe }, { arrivalOf }] = await Promise.all([
        import('../features/people/web/queries.ts'),
        import('./roles.ts'),
      ]);
      throw redirect({ to: arrivalOf(await loadMe()), replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/roles',
    component: lazy(() => import('./layout/roles-page.tsx'), 'RolesPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/welcome',
    component: lazy(() => import('../features/people/web/welcome-page.tsx'), 'WelcomePage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/watch',
    component: lazy(() => import('../features/library/web/watch-page.tsx'), 'WatchPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/watch/lately',
    component: lazy(() => import('../features/library/web/watched-page.tsx'), 'WatchedPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/watch/favorites',
    component: lazy(() => import('../features/library/web/favorites-page.tsx'), 'FavoritesPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/downloads',
    component: lazy(() => import('../features/downloads/web/downloads-page.tsx'), 'DownloadsPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/news',
    component: lazy(() => import('../features/notifications/web/news-page.tsx'), 'NewsPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/account',
    validateSearch: refused,
    component: lazy(() => import('../features/people/web/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/account/keys',
    component: lazy(() => import('../features/account/web/api-keys/keys-page.tsx'), 'KeysPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin',
    component: lazy(() => import('../features/admin/web/overview-page.tsx'), 'OverviewPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/mail',
    component: lazy(() => import('../features/admin/web/mail-page.tsx'), 'MailPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/keeper',
    component: lazy(() => import('../features/executors/web/keeper-page.tsx'), 'KeeperPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/looked-after',
    component: lazy(
      () => import('../features/executors/web/looked-after-page.tsx'),
      'LookedAfterPage',
    ),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/health',
    component: lazy(() => import('../features/admin/web/health-page.tsx'), 'HealthPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/jobs',
    component: lazy(() => import('../features/admin/web/jobs-page.tsx'), 'JobsPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/log',
    component: lazy(() => import('../features/admin/web/log-page.tsx'), 'LogPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/questions',
    validateSearch: (search): PromptFilter => ({
      q: words(search.q),
      category: words(search.category),
      theme: words(search.theme),
      flag: words(search.flag),
      state: words(search.state),
    }),
    component: lazy(() => import('../features/curating/web/prompts-page.tsx'), 'PromptsPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/questions/new',
    validateSearch: (search): { topic?: string } => ({ topic: words(search.topic) }),
    component: lazy(() => import('../features/curating/web/new-prompt-page.tsx'), 'NewPromptPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/questions/alike',
    component: lazy(() => import('../features/curating/web/alike-page.tsx'), 'AlikePage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/questions/$promptId',
    component: lazy(() => import('../features/curating/web/prompt-page.tsx'), 'PromptPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/topics',
    component: lazy(() => import('../features/curating/web/categories-page.tsx'), 'CategoriesPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/topics/$topicId',
    component: lazy(() => import('../features/curating/web/category-page.tsx'), 'CategoryPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/kinds',
    component: lazy(
      () => import('../features/curating/web/object-categories-page.tsx'),
      'ObjectCategoriesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/sheets',
    validateSearch: (search): { of?: (typeof sheets)[number] } => ({
      of: sheets.find((sheet) => sheet === search.of),
    }),
    component: lazy(() => import('../features/curating/web/sheets-page.tsx'), 'SheetsPage'),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([
    open.addChildren(openRoutes),
    app.addChildren([...appRoutes, own.addChildren(ownRoutes)]),
  ]),
  defaultPreload: 'intent',
  defaultPendingComponent: LoadingPage,
  defaultPendingMs: 250,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
  basepath: basePath,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
