import { useLingui } from '@lingui/react/macro';
import { Notice } from '../../../../web/components/notice.tsx';

/** Why signing in through another service came to nothing: `?error=`, as the callback says it. */
export function ServiceRefusal({ error }: { error: string }) {
  const { t } = useLingui();
  const elsewhere = t`Sign in with a code instead. You can join the two on your account page later.`;
  const words: Record<string, string> = {
    access_denied: t`You, or the other service, said no. Nothing has changed.`,
    email_not_found: t`The other service does not tell us your e-mail address. ${elsewhere}`,
    email_not_verified: t`The other service has not checked your e-mail address. ${elsewhere}`,
    account_not_linked: t`You have an account here already, with this e-mail address. ${elsewhere}`,
    account_already_linked_to_different_user: t`Another person here signs in with that account.`,
    unable_to_link_account: t`You were signed out meanwhile. Sign in, and try once more.`,
    state_mismatch: t`That took too long, or began in another window. Try once more.`,
    state_not_found: t`That took too long, or began in another window. Try once more.`,
  };
  return (
    <div className="mb-7">
      <Notice tone="careful" title={t`That did not work.`} live>
        <p>
          {words[error] ??
            t`The other service did not answer as it should. Try again, or sign in in another way.`}
        </p>
      </Notice>
    </div>
  );
}
