import { createRoute, lazyRouteComponent as lazy, redirect } from '@tanstack/react-router';
import { own } from './parents.ts';
import { refused, words } from './search.ts';

/** Pages about oneself, whomever one may act for elsewhere. */
export const ownRoutes = [
  createRoute({
    getParentRoute: () => own,
    path: '/home',
    beforeLoad: async () => {
      const [{ loadMe }, { arrivalOf }] = await Promise.all([
        import('../../features/people/web/queries.ts'),
        import('../roles.ts'),
      ]);
      throw redirect({ to: arrivalOf(await loadMe()), replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/roles',
    component: lazy(() => import('../layout/roles-page.tsx'), 'RolesPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/welcome',
    component: lazy(() => import('../../features/people/web/welcome-page.tsx'), 'WelcomePage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/watch',
    validateSearch: (search): { sharer?: string; topic?: string } => ({
      sharer: words(search.sharer),
      topic: words(search.topic),
    }),
    component: lazy(() => import('../../features/library/web/watch-page.tsx'), 'WatchPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/watch/following',
    component: lazy(
      () => import('../../features/connections/web/following-page.tsx'),
      'FollowingPage',
    ),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/follow/$handle',
    component: lazy(() => import('../../features/connections/web/follow-page.tsx'), 'FollowPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/watch/lately',
    component: lazy(() => import('../../features/library/web/watched-page.tsx'), 'WatchedPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/watch/favorites',
    component: lazy(() => import('../../features/library/web/favorites-page.tsx'), 'FavoritesPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/downloads',
    component: lazy(
      () => import('../../features/downloads/web/downloads-page.tsx'),
      'DownloadsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/news',
    component: lazy(() => import('../../features/notifications/web/news-page.tsx'), 'NewsPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/account',
    validateSearch: refused,
    component: lazy(() => import('../../features/people/web/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/account/keys',
    component: lazy(() => import('../../features/account/web/api-keys/keys-page.tsx'), 'KeysPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/keeper',
    component: lazy(() => import('../../features/executors/web/keeper-page.tsx'), 'KeeperPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/looked-after',
    component: lazy(
      () => import('../../features/executors/web/looked-after-page.tsx'),
      'LookedAfterPage',
    ),
  }),
] as const;
