import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet, useMatch } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { ActingBanner } from '../../features/executors/web/acting-banner.tsx';
import { meQuery } from '../../features/people/web/queries.ts';
import { SenderProvider } from '../../features/recording/web/sender-context.tsx';
import { UnsentNotices } from '../../features/recording/web/unsent-notices.tsx';
import { Band } from '../components/band.tsx';
import { UndoRegion } from '../components/undo-region.tsx';
import { OfflineNotice } from '../kept/offline-notice.tsx';
import { keepShell } from '../kept/shell.ts';
import { Live } from '../live/live.tsx';
import { WithQueries } from '../query.tsx';
import { WhoseContext } from '../whose-context.ts';
import { AppHeader } from './app-header.tsx';

/**
 * Around the pages of someone who is signed in. Who records has the whole screen for it: no wrong
 * tap leads away.
 */
export function AppLayout() {
  const question = useMatch({ from: '/app/record/$promptId', shouldThrow: false });
  const topic = useMatch({ from: '/app/record/topic/$topicId', shouldThrow: false });
  const recording = question ?? topic;
  useEffect(keepShell, []);
  return (
    <WithQueries>
      <Live />
      <SenderProvider>
        <Whose>
          <ActingBanner />
          <Band />
          {!recording && <AppHeader />}
          {!recording && <OfflineNotice />}
          {!recording && <UnsentNotices />}
          <Outlet />
          <UndoRegion />
        </Whose>
      </SenderProvider>
    </WithQueries>
  );
}

/** Tabs and windows of somebody whom one looks after carry their name. */
function Whose({ children }: { children: ReactNode }) {
  const { actingFor } = useSuspenseQuery(meQuery).data;
  return <WhoseContext value={actingFor?.name ?? null}>{children}</WhoseContext>;
}
