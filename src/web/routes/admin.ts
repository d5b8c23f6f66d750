import { createRoute, lazyRouteComponent as lazy } from '@tanstack/react-router';
import type { PeopleFilter } from '../../features/admin/web/queries.ts';
import type { PromptFilter } from '../../features/curating/web/queries.ts';
import { own } from './parents.ts';
import { words } from './search.ts';

/** `?of=`: what a spreadsheet is of. */
const sheets = ['prompts', 'prompt-categories', 'object-categories'] as const;

/** Pages of those who look after this Telloom. */
export const adminRoutes = [
  createRoute({
    getParentRoute: () => own,
    path: '/admin',
    component: lazy(() => import('../../features/admin/web/overview-page.tsx'), 'OverviewPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/mail',
    component: lazy(() => import('../../features/admin/web/mail-page.tsx'), 'MailPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/health',
    component: lazy(() => import('../../features/admin/web/health-page.tsx'), 'HealthPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/jobs',
    component: lazy(() => import('../../features/admin/web/jobs-page.tsx'), 'JobsPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/people',
    validateSearch: (search): PeopleFilter => ({ q: words(search.q), role: words(search.role) }),
    component: lazy(() => import('../../features/admin/web/people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/people/$personId',
    component: lazy(() => import('../../features/admin/web/person-page.tsx'), 'PersonPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/subscriptions',
    validateSearch: (search): { state?: 'waiting' } => ({
      state: search.state === 'waiting' ? 'waiting' : undefined,
    }),
    component: lazy(
      () => import('../../features/admin/web/subscriptions-page.tsx'),
      'SubscriptionsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/storage',
    component: lazy(() => import('../../features/admin/web/storage-page.tsx'), 'StoragePage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/webhooks',
    validateSearch: (search): { state?: 'failed' } => ({
      state: search.state === 'failed' ? 'failed' : undefined,
    }),
    component: lazy(() => import('../../features/admin/web/webhooks-page.tsx'), 'WebhooksPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/services',
    component: lazy(() => import('../../features/admin/web/services-page.tsx'), 'ServicesPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/log',
    component: lazy(() => import('../../features/admin/web/log-page.tsx'), 'LogPage'),
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
    component: lazy(() => import('../../features/curating/web/prompts-page.tsx'), 'PromptsPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/questions/new',
    validateSearch: (search): { topic?: string } => ({ topic: words(search.topic) }),
    component: lazy(
      () => import('../../features/curating/web/new-prompt-page.tsx'),
      'NewPromptPage',
    ),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/questions/alike',
    component: lazy(() => import('../../features/curating/web/alike-page.tsx'), 'AlikePage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/questions/$promptId',
    component: lazy(() => import('../../features/curating/web/prompt-page.tsx'), 'PromptPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/topics',
    component: lazy(
      () => import('../../features/curating/web/categories-page.tsx'),
      'CategoriesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/topics/$topicId',
    component: lazy(() => import('../../features/curating/web/category-page.tsx'), 'CategoryPage'),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/kinds',
    component: lazy(
      () => import('../../features/curating/web/object-categories-page.tsx'),
      'ObjectCategoriesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => own,
    path: '/admin/sheets',
    validateSearch: (search): { of?: (typeof sheets)[number] } => ({
      of: sheets.find((sheet) => sheet === search.of),
    }),
    component: lazy(() => import('../../features/curating/web/sheets-page.tsx'), 'SheetsPage'),
  }),
] as const;
