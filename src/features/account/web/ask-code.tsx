import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { AddressForCode } from './address-for-code.tsx';
import { pending } from './pending.ts';

/** Signing in without a password: the address, to which six digits are sent. */
export default function CodeForm({ to }: { to?: string }) {
  const navigate = useNavigate();
  const goToCode = async (email: string) => {
    pending.write({ email, purpose: 'sign-in', to });
    await navigate({ to: '/code' });
  };
  return (
    <AddressForCode type="sign-in" onSent={goToCode}>
      <Trans>We send six digits to your e-mail address. You type them on the next page.</Trans>
    </AddressForCode>
  );
}
