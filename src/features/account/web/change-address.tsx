import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { Editable } from '../../../web/components/editable.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import {
  CodeField,
  digits,
  PasswordField,
  TextField,
} from '../../../web/components/text-field.tsx';
import { askForAddress, changeAddress } from './api.ts';
import { useSendsMail } from './sends-mail.ts';
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
      <p>
        {sendsMail ? (
          <Trans>
            We sent six digits to <strong>{email}</strong>.
          </Trans>
        ) : (
          <Trans>
            This Telloom sends no e-mails. Ask the person who runs it for the code for{' '}
            <strong>{email}</strong>.
          </Trans>
        )}
      </p>
      <CodeField name="code" label={t`Six digits`} />
      <div className="flex flex-wrap gap-4">
        <Button type="submit" pendingLabel={t`Checking…`}>
          <Trans>Use this address</Trans>
        </Button>
        <Button variant="quiet" onPress={onLeave}>
          <Trans>Leave it as it was</Trans>
        </Button>
      </div>
    </Form>
  );
}
