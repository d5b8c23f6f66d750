import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

interface WhereCodeIsProps {
  email: string;
  sendsMail: boolean;
  /** What to say where it leaves by e-mail. */
  children: ReactNode;
}

/** Where six digits wait: in an e-mail, or with whoever runs a Telloom without a mail server. */
export const WhereCodeIs = ({ email, sendsMail, children }: WhereCodeIsProps) => (
  <p>
    {sendsMail ? (
      children
    ) : (
      <Trans>
        This Telloom sends no e-mails. Ask the person who runs it for the code for{' '}
        <strong>{email}</strong>.
      </Trans>
    )}
  </p>
);
