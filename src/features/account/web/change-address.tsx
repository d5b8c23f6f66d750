import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Editable } from '../../../web/components/editable.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { SaveOrLeave } from '../../../web/components/save-or-leave.tsx';
import {
  CodeField,
  digits,
  PasswordField,
  TextField,
} from '../../../web/components/text-field.tsx';
import { useSendsMail } from './about.ts';
import { askForAddress, changeAddress } from './api.ts';
import { WhereCodeIs } from './where-code-is.tsx';
import { useAccountWords } from './words.ts';

/** The address one signs in with, and another one in two steps: asked for, then proved by a code. */
export function ChangeAddress(props: { email: string | null; onChanged: () => Promise<unknown> }) {
  const [asked, setAsked] = useState<string>();
  const [changed, setChanged] = useState(false);
  const taken = async () => {
    await props.onChanged();
    setAsked(undefined);
    setChanged(true);
  };
  if (asked !== undefined) {
    return <EnterCode email={asked} onTaken={taken} onLeave={() => setAsked(undefined)} />;
  }
  return (
    <div className="grid gap-4">
      <AskForAddress email={props.email} onAsked={setAsked} />
      {changed && (
        <Notice tone="good" live>
          <Trans>You sign in with this address from now on.</Trans>
        </Notice>
      )}
    </div>
  );
}

function AskForAddress(props: { email: string | null; onAsked: (email: string) => void }) {
  const { t } = useLingui();
  const { checkEmail, withPassword } = useAccountWords();
  return (
    <Editable
      name={t`E-mail address`}
      value={props.email ?? t`No address yet`}
      required={{ email: t`Enter your new e-mail address.`, current: t`Enter your password.` }}
      onSave={async ({ email = '', current = '' }) => {
        checkEmail(email);
        await withPassword('current', () => askForAddress(email.trim(), current));
        props.onAsked(email.trim());
      }}
    >
      <TextField name="email" type="email" label={t`New e-mail address`} autoComplete="email" />
      <PasswordField name="current" label={t`Your password`} autoComplete="current-password" />
    </Editable>
  );
}

function EnterCode(props: { email: string; onTaken: () => Promise<void>; onLeave: () => void }) {
  const { email, onTaken, onLeave } = props;
  const { t } = useLingui();
  const { withCode } = useAccountWords();
  const sendsMail = useSendsMail();
  return (
    <Form
      required={{ code: t`Enter the six digits.` }}
      onSubmit={async ({ code }) => {
        await withCode(() => changeAddress(email, digits(code)));
        await onTaken();
      }}
    >
      <WhereCodeIs email={email} sendsMail={sendsMail}>
        <Trans>
          We sent six digits to <strong>{email}</strong>.
        </Trans>
      </WhereCodeIs>
      <CodeField name="code" label={t`Six digits`} />
      <SaveOrLeave
        about={t`E-mail address`}
        save={<Trans>Use this address</Trans>}
        pendingLabel={t`Checking…`}
        onLeave={onLeave}
      />
    </Form>
  );
}
