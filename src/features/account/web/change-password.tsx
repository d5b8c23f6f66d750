import { Trans, useLingui } from '@lingui/react/macro';
import { Editable } from '../../../web/components/editable.tsx';
import { TextLink } from '../../../web/components/links.tsx';
import { PasswordField } from '../../../web/components/text-field.tsx';
import { changePassword } from './api.ts';
import { useAccountWords } from './words.ts';

/** A new password for somebody who is signed in and knows the old one. */
export function ChangePassword() {
  const { t } = useLingui();
  const { checkPassword, withPassword, passwordHint } = useAccountWords();
  return (
    <Editable
      name={t`Password`}
      value={t`Only you know it.`}
      required={{ current: t`Enter your password.`, password: t`Enter a new password.` }}
      onSave={async ({ current = '', password = '' }) => {
        checkPassword(password);
        await withPassword('current', () => changePassword(current, password));
      }}
    >
      <p>
        <Trans>All your other devices are signed out then.</Trans>
      </p>
      <PasswordField
        name="current"
        label={t`The password you have now`}
        autoComplete="current-password"
      />
      <PasswordField
        name="password"
        label={t`New password`}
        hint={passwordHint}
        autoComplete="new-password"
      />
      <p>
        <TextLink to="/forgot">
          <Trans>I do not know my password</Trans>
        </TextLink>
      </p>
    </Editable>
  );
}
