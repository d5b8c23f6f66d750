import { Outlet, useMatch } from '@tanstack/react-router';
import { Band } from '../components/band.tsx';
import { WithQueries } from '../query.tsx';
import { AppHeader } from './app-header.tsx';

/**
 * Around the pages of someone who is signed in. Who records has the whole screen for it: no wrong
 * tap leads away.
 */
export function AppLayout() {
  const recording = useMatch({ from: '/app/record/$promptId', shouldThrow: false });
  return (
    <WithQueries>
      <Band />
      {!recording && <AppHeader />}
      <Outlet />
    </WithQueries>
  );
}
