import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { HandHeart, ScrollText } from 'lucide-react';
import { actingFor } from '../../../web/acting-for.ts';
import { LinkButton } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import { useWhose } from '../../../web/whose-context.ts';
import { meQuery } from '../../people/web/queries.ts';
import { FollowLink } from './follow-link.tsx';
import { InviteForm } from './invite-form.tsx';
import { ListenerList } from './listener-list.tsx';
import { PendingList } from './pending-list.tsx';
import { followRequestsQuery, invitationsQuery, listenersQuery } from './queries.ts';
import { RequestList } from './request-list.tsx';

/** Who may watch: inviting someone, who has not answered yet, and who is here. */
export function FamilyPage() {
  const { data: me } = useSuspenseQuery(meQuery);
  return me.sharerId === null ? <Navigate to="/welcome" replace /> : <Family />;
}

function Family() {
  const { t } = useLingui();
  const whose = useWhose();
  const listeners = useSuspenseQuery(listenersQuery).data.items;
  const requests = useSuspenseQuery(followRequestsQuery).data.items;
  const waiting = useSuspenseQuery(invitationsQuery).data.items.filter(
    (invitation) => invitation.status === 'PENDING' || invitation.status === 'EXPIRED',
  );
  const asking = requests.filter(({ status }) => status === 'PENDING');
  const refused = requests.filter(({ status }) => status === 'DENIED');
  return (
    <Page storyteller title={t`Family and friends`}>
      <p className="mb-8">
        {whose({
          own: t`They can watch the stories that you share with everyone you invited.`,
          theirs: t`They can watch the stories that are shared with everyone who was invited.`,
          named: (name) => t`They can watch the stories that ${name} shares with everyone.`,
        })}
      </p>
      {asking.length > 0 && (
        <Section title={t`Who asks to watch`}>
          <RequestList requests={asking} />
        </Section>
      )}
      <Section title={t`Invite someone`}>
        <InviteForm />
      </Section>
      {waiting.length > 0 && (
        <Section title={t`Not answered yet`}>
          <PendingList invitations={waiting} />
        </Section>
      )}
      <Section title={t`A link to share`}>
        <FollowLink />
      </Section>
      <Section title={t`Who is here`}>
        {listeners.length === 0 ? (
          <p className="text-ink-soft">
            <Trans>Nobody yet. Whoever says yes to an invitation appears here.</Trans>
          </p>
        ) : (
          <ListenerList listeners={listeners} />
        )}
      </Section>
      {refused.length > 0 && (
        <Section title={t`Who was told no`}>
          <RequestList requests={refused} />
        </Section>
      )}
      {actingFor === null && <Keeper />}
    </Page>
  );
}

/** The way to whoever may look after it all, and to what they did. */
function Keeper() {
  const { t } = useLingui();
  return (
    <Section title={t`Your keeper`}>
      <p className="mb-5">
        <Trans>Somebody you trust can look after your stories, when you cannot.</Trans>
      </p>
      <div className="flex flex-wrap gap-4">
        <LinkButton to="/keeper" variant="secondary" icon={HandHeart}>
          <Trans>Choose your keeper</Trans>
        </LinkButton>
        <LinkButton to="/log" variant="secondary" icon={ScrollText}>
          <Trans>Read what others did for you</Trans>
        </LinkButton>
      </div>
    </Section>
  );
}
