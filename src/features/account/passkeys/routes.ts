import type { Feature } from '../../../server/deps.ts';
import { ownPasskeyRoutes } from './own.ts';
import { passkeySignInRoutes } from './sign-in.ts';

/** Signing in with what unlocks a phone or a computer (WebAuthn), and one's own such passkeys. */
export const passkeyRoutes: Feature = (deps) => async (app) => {
  await app.register(passkeySignInRoutes(deps));
  await app.register(ownPasskeyRoutes(deps));
};
