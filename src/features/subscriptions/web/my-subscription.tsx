import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { MySubscription } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { useFormat } from '../../../web/format.ts';
import { subscriptionQuery, useRefreshSubscription } from './queries.ts';
import { WaitsNotice } from './recording-waits.tsx';

/** What one subscribed to, until when, and where to change it. Nothing where no money is asked. */
export function MySubscriptionSection() {
  const { t } = useLingui();
  const { isNeeded, mayRecord, held } = useSuspenseQuery(subscriptionQuery).data;
  if (!isNeeded) return null;
  return (
    <Section title={t`Subscription`}>
      <div className="grid justify-items-start gap-5">
        {held && <Plan held={held} />}
        {mayRecord ? (
          <p className="text-ink-soft">
            <Trans>Your stories stay yours, also if you end it one day.</Trans>
          </p>
        ) : (
          <WaitsNotice />
        )}
        <Refresh />
      </div>
    </Section>
  );
}

function Plan({ held }: { held: NonNullable<MySubscription['held']> }) {
  return (
    <div className="grid gap-1">
      <p className="font-semibold">{held.plan ?? <Trans>Your plan</Trans>}</p>
      <p>
        <Until held={held} />
      </p>
      {held.managementUrl?.startsWith('https://') && (
        <p>
          <a href={held.managementUrl} rel="noreferrer" className="prose-link">
            {held.givesAccess ? (
              <Trans>Change or end it at the store</Trans>
            ) : (
              <Trans>Renew it at the store</Trans>
            )}
          </a>
        </p>
      )}
    </div>
  );
}

function Until({ held }: { held: NonNullable<MySubscription['held']> }) {
  const format = useFormat();
  const { givesAccess, renews, periodEndsAt } = held;
  if (!givesAccess) return <Trans>It has ended.</Trans>;
  if (periodEndsAt === null) return <Trans>It has no end.</Trans>;
  const day = format.date(periodEndsAt);
  return renews ? <Trans>It renews on {day}.</Trans> : <Trans>It ends on {day}.</Trans>;
}

/** The store tells us by itself, but not at once. */
function Refresh() {
  const { t } = useLingui();
  const words = useErrorWords();
  const refresh = useRefreshSubscription();
  return (
    <>
      <Button
        variant="secondary"
        icon={RefreshCw}
        isPending={refresh.isPending}
        pendingLabel={t`Asking the store…`}
        onPress={() => refresh.mutate()}
      >
        <Trans>I have just paid</Trans>
      </Button>
      {refresh.isError && (
        <Notice tone="stop" live>
          {words(refresh.error)}
        </Notice>
      )}
    </>
  );
}
