import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { KeyRound, LockOpen, ShieldMinus, ShieldPlus } from 'lucide-react';
import { api } from '../../../web/api.ts';
import { AskFirst } from '../../../web/components/ask-first.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { KnownPersonDetail } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { ActButton } from './act-button.tsx';

/** How somebody signs in, and what an admin does about it. */
export function PersonSignIn({ person }: { person: KnownPersonDetail }) {
  const { t } = useLingui();
  return (
    <>
      <Section title={t`Signing in`}>
        <div className="grid gap-6">
          <State signIn={person.signIn} />
          {person.email !== null && person.signIn !== null && (
            <div>
              <ActButton
                icon={KeyRound}
                send={() => api.post(`/admin/people/${person.id}/new-password`)}
                done={t`The e-mail is on its way.`}
              >
                <Trans>Help with a new password</Trans>
              </ActButton>
              <p className="text-ink-soft">
                <Trans>They get an e-mail that leads to the page where one is chosen.</Trans>
              </p>
            </div>
          )}
          {!person.isMe && person.signIn !== null && <Suspension person={person} />}
        </div>
      </Section>
      <Section title={t`Running this Telloom`}>
        <AdminRole person={person} />
      </Section>
    </>
  );
}

function State({ signIn }: Pick<KnownPersonDetail, 'signIn'>) {
  const { t } = useLingui();
  const format = useFormat();
  if (signIn === null) return <Notice title={t`They have no way to sign in`} />;
  if (signIn.isSuspended) {
    return (
      <Notice tone="careful" title={t`They may not sign in`}>
        <Trans>Nothing of theirs is gone. Let them in again when it is time.</Trans>
      </Notice>
    );
  }
  return (
    <Notice
      tone={signIn.isConfirmed ? 'good' : 'careful'}
      title={signIn.isConfirmed ? t`They can sign in` : t`Their address is not confirmed yet`}
    >
      <p>
        <Plural
          value={signIn.sessions}
          _0="They are signed in nowhere now."
          one="They are signed in on # device."
          other="They are signed in on # devices."
        />
        {signIn.lastUsedAt && (
          <>
            {' '}
            <Trans>Last here on {format.date(signIn.lastUsedAt)}.</Trans>
          </>
        )}
      </p>
      {!signIn.hasPassword && (
        <p>
          <Trans>They have no password, and sign in by code.</Trans>
        </p>
      )}
    </Notice>
  );
}

function Suspension({ person }: { person: KnownPersonDetail }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const path = `/admin/people/${person.id}/suspension`;
  if (person.signIn?.isSuspended) {
    return (
      <div>
        <ActButton icon={LockOpen} send={() => api.delete(path)}>
          <Trans>Let them in again</Trans>
        </ActButton>
      </div>
    );
  }
  return (
    <AskFirst
      label={<Trans>Keep them out for now</Trans>}
      icon={ShieldMinus}
      question={t`Keep this person out?`}
      keep={<Trans>Leave it as it is</Trans>}
      confirm={<Trans>Keep them out</Trans>}
      pendingLabel={t`Signing them out…`}
      onConfirm={async () => {
        await api.put(path);
        await client.invalidateQueries({ queryKey: ['admin'] });
      }}
    >
      <Trans>
        They are signed out everywhere and cannot sign in. Their stories stay, and their family goes
        on watching.
      </Trans>
    </AskFirst>
  );
}

function AdminRole({ person }: { person: KnownPersonDetail }) {
  const { t } = useLingui();
  const path = `/admin/people/${person.id}/admin`;
  const isAdmin = person.roles.includes('ADMIN');
  if (person.isMe) {
    return (
      <p>
        <Trans>That is you. Only another admin can take this from you.</Trans>
      </p>
    );
  }
  return (
    <div className="grid gap-4">
      <p>
        {isAdmin ? (
          <Trans>They see these pages, and change what you can change.</Trans>
        ) : (
          <Trans>An admin sees these pages, and changes all that you can change.</Trans>
        )}
      </p>
      <div>
        {isAdmin ? (
          <ActButton
            icon={ShieldMinus}
            send={() => api.delete(path)}
            refused={t`Only another admin can do this.`}
          >
            <Trans>Take the admin role away</Trans>
          </ActButton>
        ) : (
          <ActButton icon={ShieldPlus} send={() => api.put(path)}>
            <Trans>Make them an admin</Trans>
          </ActButton>
        )}
      </div>
    </div>
  );
}
