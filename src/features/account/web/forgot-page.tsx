import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Form } from '../../../web/components/form.tsx';
import { BackLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { PlainButton } from '../../../web/components/plain-button.tsx';
import { CodeField, digits, PasswordField } from '../../../web/components/text-field.tsx';
import { useSendsMail } from './about.ts';
import { AddressForCode } from './address-for-code.tsx';
import { resetPassword, signIn } from './api.ts';
import { goOn } from './pending.ts';
import { WhereCodeIs } from './where-code-is.tsx';
import { useAccountWords } from './words.ts';

/** A new password in two steps: the address, then the code that was mailed with a new password. */
export function ForgotPage() {
  const [email, setEmail] = useState<string>();
  return email === undefined ? <AskAddress onSent={setEmail} /> : <NewPassword email={email} />;
}

function AskAddress({ onSent }: { onSent: (email: string) => void }) {
  const { t } = useLingui();
  return (
    <Page
      key="address"
      title={t`Choose a new password`}
      back={
        <BackLink to="/sign-in">
          <Trans>Sign in</Trans>
        </BackLink>
      }
    >
      <AddressForCode type="forget-password" onSent={onSent}>
        <Trans>We send six digits to your e-mail address. With them you choose a new one.</Trans>
      </AddressForCode>
    </Page>
  );
}

function NewPassword({ email }: { email: string }) {
  const { t } = useLingui();
  const { checkPassword, withCode, passwordHint } = useAccountWords();
  const sendsMail = useSendsMail();
  const submit = async (values: Record<string, string>) => {
    const { code, password = '' } = values;
    checkPassword(password);
    await withCode(() => resetPassword(email, digits(code), password));
    await signIn(email, password);
    goOn();
  };
  return (
    <Page key="password" title={t`Enter your code`}>
      <Form
        onSubmit={submit}
        required={{ code: t`Enter the six digits.`, password: t`Enter a password.` }}
      >
        <WhereCodeIs email={email} sendsMail={sendsMail}>
          <Trans>
            If <strong>{email}</strong> has an account, an e-mail with a code is on its way.
          </Trans>
        </WhereCodeIs>
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <CodeField name="code" label={t`Six digits`} />
        <PasswordField
          name="password"
          label={t`New password`}
          hint={passwordHint}
          autoComplete="new-password"
        />
        <div>
          <PlainButton type="submit" pendingLabel={t`Saving…`}>
            <Trans>Save and sign in</Trans>
          </PlainButton>
        </div>
      </Form>
    </Page>
  );
}
