import { createRouter } from '@tanstack/react-router';
import { basePath } from './acting-for.ts';
import { ErrorPage, NotFound } from './components/error-page.tsx';
import { LoadingPage } from './components/loading.tsx';
import { adminRoutes } from './routes/admin.ts';
import { appRoutes } from './routes/app.ts';
import { openRoutes } from './routes/open.ts';
import { ownRoutes } from './routes/own.ts';
import { app, open, own, root } from './routes/parents.ts';

export const router = createRouter({
  routeTree: root.addChildren([
    open.addChildren(openRoutes),
    app.addChildren([...appRoutes, own.addChildren([...ownRoutes, ...adminRoutes])]),
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
