import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Form } from '../../../web/components/form.tsx';
import { PlainButton } from '../../../web/components/plain-button.tsx';
import { sendCode } from './api.ts';
import { EmailField } from './email-field.tsx';
import { pending } from './pending.ts';
import { useSendsMail } from './sends-mail.ts';
import { useAccountWords } from './words.ts';

/** Signing in without a password: the address, to which six digits are sent. */
export default function CodeForm({ to }: { to?: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { checkEmail } = useAccountWords();
  const sendsMail = useSendsMail();
  const submit = async (values: Record<string, string>) => {
    checkEmail(values.email);
    const email = values.email?.trim() ?? '';
    await sendCode(email, 'sign-in');
    pending.write({ email, purpose: 'sign-in', to });
    await navigate({ to: '/code' });
  };
  return (
    <Form onSubmit={submit} required={{ email: t`Enter your e-mail address.` }}>
      <p>
        {sendsMail ? (
          <Trans>We send six digits to your e-mail address. You type them on the next page.</Trans>
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
