import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import { api } from '../../../../web/api.ts';

type SignInOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type AddOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** The person, or the device, called it off: nothing is wrong with Telloom. */
export const wasCalledOff = (error: unknown): boolean =>
  error instanceof WebAuthnError ||
  (error instanceof Error && /^(NotAllowed|Abort|InvalidState)Error$/.test(error.name));

/**
 * Signs in with a passkey.
 *
 * @param asSuggestion waits among what the browser suggests for the address field, until one is chosen
 */
export async function signInWithPasskey(asSuggestion = false): Promise<void> {
  const optionsJSON = await api.post<SignInOptions>('/auth/passkey/begin');
  const credential = await startAuthentication({ optionsJSON, useBrowserAutofill: asSuggestion });
  await api.post('/auth/passkey/finish', { credential });
}

/** Has the device make a passkey, and keeps its public half under this name. */
export async function addPasskey(name: string): Promise<void> {
  const optionsJSON = await api.post<AddOptions>('/me/passkeys/begin');
  const credential = await startRegistration({ optionsJSON });
  await api.post('/me/passkeys', { name, credential });
}
