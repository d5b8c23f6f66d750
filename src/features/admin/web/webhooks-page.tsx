import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { RotateCw } from 'lucide-react';
import { api } from '../../../web/api.ts';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { LinkButton } from '../../../web/components/links.tsx';
import { PagedRows } from '../../../web/components/paged-rows.tsx';
import { Row } from '../../../web/components/rows.tsx';
import type { Webhook } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { ActButton } from './act-button.tsx';
import { AdminPage } from './admin-page.tsx';
import { webhooksQuery } from './queries.ts';

/** `/admin/webhooks`: what Mux and RevenueCat told us, and what became of it. */
export function WebhooksPage() {
  const { t } = useLingui();
  const { state } = useSearch({ from: '/app/own/admin/webhooks' });
  const list = useSuspenseInfiniteQuery(webhooksQuery(state));
  return (
    <AdminPage title={t`Messages from services`}>
      <div className="mb-8">
        {state === undefined ? (
          <LinkButton to="/admin/webhooks" search={{ state: 'failed' }} variant="secondary">
            <Trans>Show what went wrong</Trans>
          </LinkButton>
        ) : (
          <LinkButton to="/admin/webhooks" variant="secondary">
            <Trans context="messages">Show all</Trans>
          </LinkButton>
        )}
      </div>
      <PagedRows
        list={list}
        empty={
          <EmptyState title={state === undefined ? t`No messages yet` : t`Nothing went wrong`}>
            <p>
              <Trans>
                Mux tells here when a recording is ready, and RevenueCat when somebody has paid.
              </Trans>
            </p>
          </EmptyState>
        }
      >
        {(webhook) => <Told key={webhook.id} webhook={webhook} />}
      </PagedRows>
    </AdminPage>
  );
}

function Told({ webhook: { id, source, type, state, error, receivedAt } }: { webhook: Webhook }) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <Row
      title={type}
      about={
        <>
          {source === 'mux' ? 'Mux' : 'RevenueCat'}
          {' · '}
          {format.dateTime(receivedAt)}
          {' · '}
          <State state={state} />
          {error !== null && <span className="block break-words">{error}</span>}
        </>
      }
      action={
        <ActButton
          icon={RotateCw}
          aria-label={t`Take it again: ${type}`}
          send={() => api.post(`/admin/webhooks/${id}/again`)}
          done={t`Taken again.`}
          refused={t`No payment service is connected.`}
        >
          <Trans>Take it again</Trans>
        </ActButton>
      }
    />
  );
}

function State({ state }: Pick<Webhook, 'state'>) {
  if (state === 'taken') return <Trans>taken in</Trans>;
  if (state === 'unknown') return <Trans>about nothing here</Trans>;
  return (
    <span className="font-semibold text-stop">
      <Trans>went wrong</Trans>
    </span>
  );
}
