import { Trans, useLingui } from '@lingui/react/macro';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ApiError } from '../../../web/api.ts';
import { Form } from '../../../web/components/form.tsx';
import { LinkButton } from '../../../web/components/links.tsx';
import { LoadingPage } from '../../../web/components/loading.tsx';
import { Page } from '../../../web/components/page.tsx';
import { PlainButton } from '../../../web/components/plain-button.tsx';
import { setUp, setupIsOpen } from './api.ts';
import { goOn } from './pending.ts';
import { NewAccountFields, useRequired } from './sign-up-page.tsx';
import { useAccountWords } from './words.ts';

/** The page of the link that is printed at the first start: it makes the first admin, once. */
export function SetupPage() {
  const { token } = useSearch({ from: '/open/setup' });
  const [state, setState] = useState<{ open?: boolean; error?: unknown }>({});
  useEffect(() => {
    setupIsOpen(token ?? '').then(
      (answer) => setState(answer),
      (error: unknown) =>
        setState(error instanceof ApiError && error.status === 404 ? { open: false } : { error }),
    );
  }, [token]);
  if (state.error) throw state.error;
  if (state.open === undefined) return <LoadingPage />;
  return state.open && token ? <MakeAdmin token={token} /> : <Used />;
}

function MakeAdmin({ token }: { token: string }) {
  const { t } = useLingui();
  const { checkEmail, checkPassword } = useAccountWords();
  const submit = async (values: Record<string, string>) => {
    const { name = '', email = '', password = '' } = values;
    checkEmail(email);
    checkPassword(password);
    await setUp({ token, name: name.trim(), email: email.trim(), password });
    goOn('/welcome');
  };
  return (
    <Page title={t`Welcome to your Telloom`} eyebrow={<Trans>First start</Trans>}>
      <Form onSubmit={submit} required={useRequired()}>
        <p>
          <Trans>
            This makes the first account. It may tell and watch stories, and it looks after this
            Telloom.
          </Trans>
        </p>
        <NewAccountFields />
        <div>
          <PlainButton type="submit" pendingLabel={t`Making your account…`}>
            <Trans>Make my account</Trans>
          </PlainButton>
        </div>
      </Form>
    </Page>
  );
}

function Used() {
  const { t } = useLingui();
  return (
    <Page title={t`This link has been used`}>
      <div className="grid gap-6">
        <p>
          <Trans>The first account is made, and the link works only once. Sign in with it.</Trans>
        </p>
        <div>
          <LinkButton to="/sign-in">
            <Trans>Sign in</Trans>
          </LinkButton>
        </div>
      </div>
    </Page>
  );
}
