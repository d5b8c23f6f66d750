import { createRoute, lazyRouteComponent as lazy } from '@tanstack/react-router';
import { SignInPage } from '../../features/account/web/sign-in-page.tsx';
import { open } from './parents.ts';
import { afterwards, refused } from './search.ts';

const account = () => import('../../features/account/web/index.ts');

/** Pages for everybody. */
export const openRoutes = [
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
    path: '/help',
    component: lazy(() => import('../../features/help/web/help-page.tsx'), 'HelpPage'),
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
      () => import('../../features/connections/web/invitation-page.tsx'),
      'InvitationPage',
    ),
  }),
  createRoute({
    getParentRoute: () => open,
    path: '/unsubscribe',
    component: lazy(
      () => import('../../features/notifications/web/unsubscribe-page.tsx'),
      'UnsubscribePage',
    ),
  }),
] as const;
