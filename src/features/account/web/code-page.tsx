import { Trans, useLingui } from '@lingui/react/macro';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Form } from '../../../web/components/form.tsx';
import { BackLink } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { PlainButton } from '../../../web/components/plain-button.tsx';
import { CodeField, digits } from '../../../web/components/text-field.tsx';
import { useSendsMail } from './about.ts';
import { sendCode, signInWithCode, verifyEmail } from './api.ts';
import { goOn, type Pending, pending } from './pending.ts';
import { WhereCodeIs } from './where-code-is.tsx';
import { useAccountWords } from './words.ts';

/** Where the six digits of an e-mail are typed, after signing up or to sign in. */
export function CodePage() {
  const [waiting] = useState(pending.read);
  return waiting ? <EnterCode waiting={waiting} /> : <Navigate to="/sign-in" replace />;
}

function EnterCode({ waiting }: { waiting: Pending }) {
  const { t } = useLingui();
  const { withCode } = useAccountWords();
  const { email, purpose, to } = waiting;
  const sendsMail = useSendsMail();
  const submit = async (values: Record<string, string>) => {
    const code = digits(values.code);
    await withCode(() =>
      purpose === 'sign-up' ? verifyEmail(email, code) : signInWithCode(email, code),
    );
    goOn(to);
  };
  return (
    <Page
      title={t`Enter your code`}
      back={
        <BackLink to={purpose === 'sign-up' ? '/sign-up' : '/sign-in'} search={{ to }}>
          <Trans>Use another address</Trans>
        </BackLink>
      }
    >
      <Form onSubmit={submit} required={{ code: t`Enter the six digits.` }}>
        <WhereCodeIs email={email} sendsMail={sendsMail}>
          <Trans>
            We sent an e-mail to <strong>{email}</strong>. It holds a code of six digits.
          </Trans>
        </WhereCodeIs>
        <CodeField
          name="code"
          label={t`Six digits`}
          hint={t`With the sixth it goes on by itself.`}
          onWhole={(field) => field.form?.requestSubmit()}
        />
        <div>
          <PlainButton type="submit" pendingLabel={t`Checking…`}>
            <Trans>Continue</Trans>
          </PlainButton>
        </div>
      </Form>
      <Resend waiting={waiting} sendsMail={sendsMail} />
    </Page>
  );
}

function Resend(props: { waiting: Pending; sendsMail: boolean }) {
  const { email, purpose } = props.waiting;
  const { t } = useLingui();
  const [sent, setSent] = useState(0);
  const submit = async () => {
    await sendCode(email, purpose === 'sign-up' ? 'email-verification' : 'sign-in');
    setSent(sent + 1);
  };
  return (
    <div className="mt-8 grid max-w-xl gap-4 border-t border-line pt-8">
      <h2 className="text-large">
        {props.sendsMail ? <Trans>Nothing there?</Trans> : <Trans>Is the code too old?</Trans>}
      </h2>
      {props.sendsMail && (
        <p>
          <Trans>It can take a minute or two. Look in the folder for spam as well.</Trans>
        </p>
      )}
      <Form onSubmit={submit}>
        <div>
          <PlainButton type="submit" variant="secondary" pendingLabel={t`Sending…`}>
            {props.sendsMail ? <Trans>Send a new code</Trans> : <Trans>Make a new code</Trans>}
          </PlainButton>
        </div>
      </Form>
      {sent > 0 && (
        <Notice key={sent} tone="good" live>
          {props.sendsMail ? (
            <Trans>A new code is on its way. Only the newest one works.</Trans>
          ) : (
            <Trans>A new code is made. Only the newest one works.</Trans>
          )}
        </Notice>
      )}
    </div>
  );
}
