import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { ApiError } from '../../../../web/api.ts';
import { Form } from '../../../../web/components/form.tsx';
import { FormProblems } from '../../../../web/components/form-context.ts';
import { PlainButton } from '../../../../web/components/plain-button.tsx';
import { goOn } from '../pending.ts';

/** What speaks to the device: not before it is wanted, since most people come without a passkey. */
const ceremony = () => import('./ceremony.ts');

/** Signs in with what unlocks the device, where it can do that. */
export function PasskeySignIn({ to }: { to?: string }) {
  const { t } = useLingui();
  useSuggestedPasskey(to);
  if (!('PublicKeyCredential' in window)) return null;
  const submit = async () => {
    const { signInWithPasskey, wasCalledOff } = await ceremony();
    await signInWithPasskey().catch((error: unknown) => {
      if (error instanceof ApiError && error.is('passkey-refused')) {
        throw new FormProblems([
          { message: t`This passkey does not work here. Sign in in another way.` },
        ]);
      }
      if (!wasCalledOff(error)) throw error;
      throw new FormProblems([
        { message: t`That did not work. Try it once more, or sign in in another way.` },
      ]);
    });
    goOn(to);
  };
  return (
    <Form onSubmit={submit} className="grid">
      <PlainButton type="submit" variant="secondary" pendingLabel={t`Your device asks you…`}>
        <Trans>Sign in with a passkey</Trans>
      </PlainButton>
    </Form>
  );
}

/** The browser may suggest a passkey where the e-mail address is typed. */
function useSuggestedPasskey(to: string | undefined) {
  useEffect(() => {
    void suggest().then(
      (signedIn) => signedIn && goOn(to),
      // Nobody asked for it: whoever presses the button hears what is wrong.
      (error: unknown) => console.info(error),
    );
  }, [to]);
}

async function suggest(): Promise<boolean> {
  if (!('PublicKeyCredential' in window)) return false;
  if (!(await window.PublicKeyCredential.isConditionalMediationAvailable?.())) return false;
  const { signInWithPasskey } = await ceremony();
  await signInWithPasskey(true);
  return true;
}
