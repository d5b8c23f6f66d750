import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Form } from '../../../web/components/form.tsx';
import { PlainButton } from '../../../web/components/plain-button.tsx';
import { useSendsMail } from './about.ts';
import { type CodeType, sendCode } from './api.ts';
import { EmailField } from './email-field.tsx';
import { useAccountWords } from './words.ts';

interface AddressForCodeProps {
  type: CodeType;
  onSent: (email: string) => Promise<void> | void;
  /** What becomes of the code, where it leaves by e-mail. */
  children: ReactNode;
}

/** Asks for an address, to which six digits are sent. */
export function AddressForCode({ type, onSent, children }: AddressForCodeProps) {
  const { t } = useLingui();
  const { checkEmail } = useAccountWords();
  const sendsMail = useSendsMail();
  const submit = async (values: Record<string, string>) => {
    checkEmail(values.email);
    const email = values.email?.trim() ?? '';
    await sendCode(email, type);
    await onSent(email);
  };
  return (
    <Form onSubmit={submit} required={{ email: t`Enter your e-mail address.` }}>
      <p>
        {sendsMail ? (
          children
        ) : (
          <Trans>
            This Telloom sends no e-mails. The person who runs it will have six digits for you.
          </Trans>
        )}
      </p>
      <EmailField />
      <div>
        <PlainButton type="submit" pendingLabel={t`Sending…`}>
          <Trans>Send me a code</Trans>
        </PlainButton>
      </div>
    </Form>
  );
}
