import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { RotateCw } from 'lucide-react';
import { api } from '../../../web/api.ts';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { LinkButton } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PagedRows } from '../../../web/components/paged-rows.tsx';
import { Row } from '../../../web/components/rows.tsx';
import type { Subscriber } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { ActButton } from './act-button.tsx';
import { AdminPage } from './admin-page.tsx';
import { paymentsQuery, subscriptionsQuery } from './queries.ts';

/** `/admin/subscriptions`: who pays, and who may record. */
export function SubscriptionsPage() {
  const { t } = useLingui();
  const { state } = useSearch({ from: '/app/own/admin/subscriptions' });
  const { isOn, waiting } = useSuspenseQuery(paymentsQuery).data;
  const list = useSuspenseInfiniteQuery(subscriptionsQuery(state));
  return (
    <AdminPage title={t`Subscriptions`}>
      <div className="mb-8 grid gap-6">
        {isOn ? <Waiting waiting={waiting} /> : <Off />}
        {isOn && (
          <div className="flex flex-wrap items-start gap-4">
            {state === undefined ? (
              <LinkButton
                to="/admin/subscriptions"
                search={{ state: 'waiting' }}
                variant="secondary"
              >
                <Trans>Show who waits</Trans>
              </LinkButton>
            ) : (
              <LinkButton to="/admin/subscriptions" variant="secondary">
                <Trans>Show all</Trans>
              </LinkButton>
            )}
            <ActButton
              icon={RotateCw}
              variant="quiet"
              send={() => api.post('/admin/payments/refresh')}
              done={t`All are being fetched.`}
            >
              <Trans>Fetch all again</Trans>
            </ActButton>
          </div>
        )}
      </div>
      <PagedRows
        list={list}
        empty={
          <EmptyState title={t`Nobody is here`}>
            <p>
              <Trans>Whoever tells stories here is on this list.</Trans>
            </p>
          </EmptyState>
        }
      >
        {(subscriber) => <Line key={subscriber.id} subscriber={subscriber} canFetch={isOn} />}
      </PagedRows>
    </AdminPage>
  );
}

function Off() {
  const { t } = useLingui();
  return (
    <Notice title={t`This Telloom asks for no money`}>
      <Trans>Everybody may record. RevenueCat is not connected.</Trans>
    </Notice>
  );
}

function Waiting({ waiting }: { waiting: number }) {
  const { t } = useLingui();
  if (waiting === 0) return <Notice tone="good" title={t`Everybody may record`} />;
  return (
    <Notice
      tone="careful"
      title={
        <Plural
          value={waiting}
          one="# storyteller waits for a subscription"
          other="# storytellers wait for a subscription"
        />
      }
    />
  );
}

function Line({ subscriber, canFetch }: { subscriber: Subscriber; canFetch: boolean }) {
  const { t } = useLingui();
  const format = useFormat();
  const { profileId, name, mayRecord, plan, status, store, periodEndsAt } = subscriber;
  const who = name ?? t`Somebody without a name`;
  const ends = periodEndsAt && t`until ${format.date(periodEndsAt)}`;
  const bought = [plan, status, store, ends].filter(Boolean).join(' · ');
  return (
    <Row
      title={
        <Link to="/admin/people/$personId" params={{ personId: profileId }} className="prose-link">
          {who}
        </Link>
      }
      about={
        <>
          {bought || <Trans>Nothing bought</Trans>}
          {' · '}
          {mayRecord ? <Trans>may record</Trans> : <Trans>recording waits</Trans>}
        </>
      }
      action={
        canFetch && (
          <ActButton
            icon={RotateCw}
            aria-label={t`Fetch again: ${who}`}
            send={() => api.post(`/admin/people/${profileId}/subscription/refresh`)}
            done={t`It is being fetched.`}
          >
            <Trans>Fetch again</Trans>
          </ActButton>
        )
      }
    />
  );
}
