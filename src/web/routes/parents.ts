import {
  createRootRoute,
  createRoute,
  lazyRouteComponent as lazy,
  redirect,
} from '@tanstack/react-router';
import { actingFor, addressFor } from '../acting-for.ts';
import { ApiError } from '../api.ts';
import { NotFound } from '../components/error-page.tsx';
import { PublicLayout } from '../layout/public-layout.tsx';
import { Root } from '../layout/root.tsx';

export const root = createRootRoute({ component: Root, notFoundComponent: NotFound });

/** Who acts for somebody else steps out of that: the page opens in a document of one's own. */
const asOneself = ({ location }: { location: { href: string } }) => {
  if (actingFor !== null) throw redirect({ href: location.href, reloadDocument: true });
};

/** Pages for everybody; none of them needs the code of the others. */
export const open = createRoute({
  getParentRoute: () => root,
  id: 'open',
  beforeLoad: asOneself,
  component: PublicLayout,
});

/** Pages of someone who is signed in. Others are sent to sign in, and come back afterwards. */
export const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: async ({ location }) => {
    const { loadMe } = await import('../../features/people/web/queries.ts');
    try {
      await loadMe();
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      const back = addressFor(actingFor, location.href);
      throw redirect({ to: '/sign-in', search: { to: back } });
    }
  },
  component: lazy(() => import('../layout/app-layout.tsx'), 'AppLayout'),
});

/** Of these, what is nobody's but one's own. */
export const own = createRoute({ getParentRoute: () => app, id: 'own', beforeLoad: asOneself });
