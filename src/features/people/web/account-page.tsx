import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Editable } from '../../../web/components/editable.tsx';
import { LinkButton } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import type { Me } from '../../../web/contract.ts';
import { LanguageSwitch } from '../../../web/layout/language-switch.tsx';
import { ChangeAddress } from '../../account/web/change-address.tsx';
import { ChangePassword } from '../../account/web/change-password.tsx';
import { LeaveOrStay } from '../../account/web/leave-or-stay.tsx';
import { ServiceRefusal } from '../../account/web/oidc/refusal.tsx';
import { ServicesSection } from '../../account/web/oidc/services-section.tsx';
import { PasskeysSection } from '../../account/web/passkeys/passkeys-section.tsx';
import { goOn } from '../../account/web/pending.ts';
import { SignOut } from '../../account/web/sign-out.tsx';
import { AvatarSetting } from '../../attachments/web/avatar-setting.tsx';
import { ToldSection } from '../../notifications/web/told-section.tsx';
import { MySubscriptionSection } from '../../subscriptions/web/my-subscription.tsx';
import { Address, PersonToCall, Username } from './details.tsx';
import { meQuery, saveName } from './queries.ts';
import { SessionList } from './session-list.tsx';

/** Who one is, how one signs in and where, and the ways out. */
export function AccountPage() {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data: me } = useSuspenseQuery(meQuery);
  const { error } = useSearch({ from: '/app/own/account' });
  const refresh = () => client.refetchQueries({ queryKey: meQuery.queryKey, exact: true });
  return (
    <Page title={t`Account`}>
      {error && <ServiceRefusal error={error} />}
      <Section title={t`Your name`}>
        <Name me={me} />
      </Section>
      <Section title={t`Your picture`}>
        <AvatarSetting me={me} />
      </Section>
      <Section title={t`E-mail address`}>
        <ChangeAddress email={me.email} onChanged={refresh} />
      </Section>
      <Section title={t`Password`}>
        <ChangePassword />
      </Section>
      <Section title={t`Passkeys`}>
        <PasskeysSection />
      </Section>
      <ServicesSection />
      <Section title={t`Username`}>
        <Username />
      </Section>
      <Section title={t`Phone and address`}>
        <Address />
      </Section>
      <Section title={t`Somebody to turn to`}>
        <p className="mb-4">
          <Trans>
            Whom should we ask about your stories, when you cannot answer? This gives them no
            access.
          </Trans>
        </p>
        <PersonToCall />
      </Section>
      <Section title={t`Language`}>
        <Language />
      </Section>
      <Section title={t`What we tell you`}>
        <ToldSection />
      </Section>
      <MySubscriptionSection />
      {me.isAdmin && (
        <Section title={t`Running Telloom`}>
          <LinkButton to="/admin" variant="secondary">
            <Trans>See how it is doing</Trans>
          </LinkButton>
        </Section>
      )}
      <Section title={t`Where you are signed in`}>
        <SessionList />
      </Section>
      <Section title={t`Keys for programs`}>
        <p className="mb-4">
          <Trans>For people who write programs. Most people need none.</Trans>
        </p>
        <LinkButton to="/account/keys" variant="secondary">
          <Trans>See your keys</Trans>
        </LinkButton>
      </Section>
      <Section title={t`Sign out`}>
        <SignOut onSignedOut={() => goOn('/sign-in')}>
          <Trans>Sign out on this device</Trans>
        </SignOut>
      </Section>
      <Section title={t`Delete my account`}>
        <LeaveOrStay
          leavesAt={me.leavesAt}
          isStoryteller={me.sharerId !== null}
          onChanged={refresh}
        />
      </Section>
    </Page>
  );
}

function Name({ me }: { me: Me }) {
  const { t } = useLingui();
  const client = useQueryClient();
  return (
    <Editable
      name={t`Your name`}
      value={me.fullName ?? t`No name yet`}
      required={{ firstName: t`Enter your first name.` }}
      onSave={async ({ firstName = '', lastName = '' }) => {
        const saved = await saveName({ firstName: firstName.trim(), lastName: lastName.trim() });
        client.setQueryData(meQuery.queryKey, saved);
      }}
    >
      <TextField
        name="firstName"
        label={t`First name`}
        autoComplete="given-name"
        defaultValue={me.firstName ?? ''}
        maxLength={100}
      />
      <TextField
        name="lastName"
        label={t`Last name`}
        optional
        autoComplete="family-name"
        defaultValue={me.lastName ?? ''}
        maxLength={100}
      />
    </Editable>
  );
}

function Language() {
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <p>
        <Trans>This page is in English.</Trans>
      </p>
      <LanguageSwitch />
    </div>
  );
}
