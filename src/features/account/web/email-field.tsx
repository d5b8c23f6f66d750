import { useLingui } from '@lingui/react/macro';
import { TextField } from '../../../web/components/text-field.tsx';
import { pending } from './pending.ts';

/** The address of an account, filled in when the person has just named it elsewhere. */
export function EmailField() {
  const { t } = useLingui();
  return (
    <TextField
      name="email"
      type="email"
      label={t`E-mail address`}
      // the browser may suggest a passkey here
      autoComplete="username webauthn"
      defaultValue={pending.read()?.email}
    />
  );
}
