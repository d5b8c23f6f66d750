import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Form } from '../../../web/components/form.tsx';
import { BackLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { PlainButton } from '../../../web/components/plain-button.tsx';
import { PasswordField, TextField } from '../../../web/components/text-field.tsx';
import { signUp } from './api.ts';
import { EmailField } from './email-field.tsx';
import { pending } from './pending.ts';
import { useAccountWords } from './words.ts';

/** Name, address, password; then a code by e-mail. */
export function SignUpPage() {
  const { t } = useLingui();
  const { to } = useSearch({ from: '/open/sign-up' });
  return (
    <Page
      title={t`Make an account`}
      back={
        <BackLink to="/sign-in" search={{ to }}>
          <Trans>Sign in</Trans>
        </BackLink>
      }
    >
      <Form stays onSubmit={useSignUp(to)} required={useRequired()}>
        <NewAccountFields />
        <div>
          <PlainButton type="submit" pendingLabel={t`Sending your code…`}>
            <Trans>Continue</Trans>
          </PlainButton>
        </div>
      </Form>
    </Page>
  );
}

/** Takes the fields of a new account and goes to where its code is typed; from there on to `to`. */
export function useSignUp(to: string | undefined) {
  const navigate = useNavigate();
  const { checkEmail, checkPassword } = useAccountWords();
  return async (values: Record<string, string>) => {
    const { name = '', email = '', password = '' } = values;
    checkEmail(email);
    checkPassword(password);
    await signUp({ name: name.trim(), email: email.trim(), password });
    pending.write({ email: email.trim(), purpose: 'sign-up', to });
    await navigate({ to: '/code' });
  };
}

/** What a new account must have, with what to say when it is missing. */
export function useRequired(): Record<string, string> {
  const { t } = useLingui();
  return {
    name: t`Enter your name.`,
    email: t`Enter your e-mail address.`,
    password: t`Enter a password.`,
  };
}

/** The three fields of a new account; or two, where the address is settled. */
export function NewAccountFields({ email }: { email?: string }) {
  const { t } = useLingui();
  const { passwordHint } = useAccountWords();
  return (
    <>
      <TextField
        name="name"
        label={t`Your name`}
        hint={t`As your family knows you.`}
        autoComplete="name"
        maxLength={200}
      />
      {email === undefined ? (
        <EmailField />
      ) : (
        // for whatever keeps passwords
        <input type="hidden" name="email" value={email} autoComplete="username" />
      )}
      <PasswordField
        name="password"
        label={t`Password`}
        hint={passwordHint}
        autoComplete="new-password"
      />
    </>
  );
}
