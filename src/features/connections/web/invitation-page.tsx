import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../../web/api.ts';
import { LinkButton } from '../../../web/components/links.tsx';
import { LoadingPage } from '../../../web/components/loading.tsx';
import { Page } from '../../../web/components/page.tsx';
import { WithQueries } from '../../../web/query.tsx';
import { meQuery } from '../../people/web/queries.ts';
import { AnswerInvitation } from './answer-invitation.tsx';
import { invitationQuery } from './queries.ts';
import { type HeldInvitation, takeToken } from './token.ts';

/** Where the link of an invitation leads, signed in or not. */
export function InvitationPage() {
  return (
    <WithQueries>
      <Invitation />
    </WithQueries>
  );
}

function Invitation() {
  const [invitation] = useState(takeToken);
  return invitation ? <Look invitation={invitation} /> : <NotThere />;
}

function Look({ invitation }: { invitation: HeldInvitation }) {
  const card = useQuery(invitationQuery(invitation.token));
  // Nobody being signed in is an ordinary answer here.
  const me = useQuery({ ...meQuery, retry: false });
  if (card.error instanceof ApiError && card.error.status === 404) return <NotThere />;
  if (card.error) throw card.error;
  if (me.error && !(me.error instanceof ApiError && me.error.status === 401)) throw me.error;
  if (!card.data || me.isPending) return <LoadingPage />;
  if (card.data.status === 'EXPIRED') return <Over />;
  if (card.data.status === 'DECLINED') return <Over />;
  return <AnswerInvitation card={card.data} invitation={invitation} me={me.data ?? null} />;
}

function NotThere() {
  const { t } = useLingui();
  return (
    <Page title={t`We do not know this invitation`}>
      <div className="grid gap-6">
        <p>
          <Trans>Open the link in your e-mail again, whole. Or ask for a new invitation.</Trans>
        </p>
        <Home />
      </div>
    </Page>
  );
}

function Over() {
  const { t } = useLingui();
  return (
    <Page title={t`This invitation is over`}>
      <div className="grid gap-6">
        <p>
          <Trans>An invitation works once and for 14 days. Ask for a new one.</Trans>
        </p>
        <Home />
      </div>
    </Page>
  );
}

function Home() {
  return (
    <div>
      <LinkButton to="/" variant="secondary">
        <Trans>Go to the first page</Trans>
      </LinkButton>
    </div>
  );
}
