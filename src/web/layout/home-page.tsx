import { useSuspenseQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { WatchPage } from '../../features/library/web/watch-page.tsx';
import { meQuery } from '../../features/people/web/queries.ts';
import { TellPage } from '../../features/topics/web/tell-page.tsx';

/** A storyteller starts with a question, family and friends with what is new. */
export function HomePage() {
  const { data: me } = useSuspenseQuery(meQuery);
  if (me.sharerId !== null) return <TellPage />;
  if (me.followsCount > 0) return <WatchPage />;
  return <Navigate to={me.keepsCount > 0 ? '/looked-after' : '/welcome'} replace />;
}
