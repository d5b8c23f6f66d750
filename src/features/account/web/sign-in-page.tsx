import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { ApiError } from '../../../web/api.ts';
import { Form } from '../../../web/components/form.tsx';
import { FormProblems } from '../../../web/components/form-context.ts';
import { LinkButton, TextLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { PlainButton } from '../../../web/components/plain-button.tsx';
import { PasswordField } from '../../../web/components/text-field.tsx';
import { sendCode, signIn } from './api.ts';
import { EmailField } from './email-field.tsx';
import { OtherWays } from './other-ways.tsx';
import { goOn, pending } from './pending.ts';

const CodeForm = lazy(() => import('./ask-code.tsx'));
const Refusal = lazy(async () => ({
  default: (await import('./oidc/refusal.tsx')).ServiceRefusal,
}));

/** Signing in with a password, or with a code by e-mail for whoever would rather not remember one. */
export function SignInPage() {
  const { t } = useLingui();
  const { to, by, error } = useSearch({ from: '/open/sign-in' });
  const byCode = by === 'code';
  return (
    <Page title={t`Sign in`}>
      <Suspense>{error && <Refusal error={error} />}</Suspense>
      <Suspense>{byCode ? <CodeForm to={to} /> : <PasswordForm to={to} />}</Suspense>
      <div className="mt-4 max-w-xl">
        {byCode ? (
          <LinkButton to="/sign-in" search={{ to }} variant="quiet">
            <Trans>Use my password instead</Trans>
          </LinkButton>
        ) : (
          <LinkButton to="/sign-in" search={{ to, by: 'code' }} variant="quiet">
            <Trans>Send me a code instead</Trans>
          </LinkButton>
        )}
      </div>
      <OtherWays to={to} />
      <div className="mt-8 grid max-w-xl gap-3 border-t border-line pt-8">
        <p>
          <Trans>
            New here?{' '}
            <TextLink to="/sign-up" search={{ to }}>
              Make an account
            </TextLink>
          </Trans>
        </p>
        <p>
          <TextLink to="/forgot">
            <Trans>I do not know my password</Trans>
          </TextLink>
        </p>
      </div>
    </Page>
  );
}

function PasswordForm({ to }: { to?: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const submit = async (values: Record<string, string>) => {
    const email = values.email?.trim() ?? '';
    try {
      await signIn(email, values.password ?? '');
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.is('EMAIL_NOT_VERIFIED')) {
        await sendCode(email, 'email-verification');
        pending.write({ email, purpose: 'sign-up', to });
        return navigate({ to: '/code' });
      }
      if (error.status !== 401) throw error;
      throw new FormProblems([
        { field: 'email', message: t`The e-mail address or the password is not right.` },
      ]);
    }
    goOn(to);
  };
  return (
    <Form
      onSubmit={submit}
      required={{ email: t`Enter your e-mail address.`, password: t`Enter your password.` }}
    >
      <EmailField />
      <PasswordField name="password" label={t`Password`} autoComplete="current-password" />
      <div>
        <PlainButton type="submit" pendingLabel={t`Signing in…`}>
          <Trans>Sign in</Trans>
        </PlainButton>
      </div>
    </Form>
  );
}
