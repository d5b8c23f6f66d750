import { Trans } from '@lingui/react/macro';
import { pending } from '../../account/web/pending.ts';
import { SignOut } from '../../account/web/sign-out.tsx';
import { SenderProvider } from '../../recording/web/sender-context.tsx';

/** To the account that is invited, out of the one that is not. Few need it, so it comes by itself. */
export default function OtherAccount({ email }: { email: string }) {
  const goOn = () => {
    pending.write({ email, purpose: 'sign-in', to: '/invitation' });
    window.location.assign('/invitation');
  };
  return (
    <SenderProvider>
      <SignOut onSignedOut={goOn}>
        <Trans>Sign out and use the other one</Trans>
      </SignOut>
    </SenderProvider>
  );
}
