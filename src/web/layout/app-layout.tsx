import { Outlet, useMatch } from '@tanstack/react-router';
import { SenderProvider } from '../../features/recording/web/sender-context.tsx';
import { UnsentNotices } from '../../features/recording/web/unsent-notices.tsx';
import { Band } from '../components/band.tsx';
import { Live } from '../live/live.tsx';
import { WithQueries } from '../query.tsx';
import { AppHeader } from './app-header.tsx';

/**
 * Around the pages of someone who is signed in. Who records has the whole screen for it: no wrong
 * tap leads away.
 */
export function AppLayout() {
  const question = useMatch({ from: '/app/record/$promptId', shouldThrow: false });
  const topic = useMatch({ from: '/app/record/topic/$topicId', shouldThrow: false });
  const recording = question ?? topic;
  return (
    <WithQueries>
      <Live />
      <SenderProvider>
        <Band />
        {!recording && <AppHeader />}
        {!recording && <UnsentNotices />}
        <Outlet />
      </SenderProvider>
    </WithQueries>
  );
}
