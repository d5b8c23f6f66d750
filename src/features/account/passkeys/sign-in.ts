import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { Type } from 'typebox';
import type { Feature } from '../../../server/deps.ts';
import { ProblemError } from '../../../server/errors.ts';
import { byAnybody } from '../../../server/security.ts';
import type { Auth } from '../auth.ts';
import { Done } from '../auth-answers.ts';
import { sessionSetCookie } from '../session-cookie.ts';
import { makeChallenge, readChallenge } from './challenge.ts';
import { partyOf, type RelyingParty } from './relying-party.ts';
import { CredentialOptions, SignedChallenge } from './schemas.ts';

const purpose = 'sign in';

export const passkeySignInRoutes: Feature =
  ({ auth, secret }) =>
  async (app) => {
    app.post(
      '/auth/passkey/begin',
      {
        schema: {
          summary: 'Begin to sign in with a passkey',
          problems: ['passkeys-elsewhere'],
          description: 'Whose it is the passkey says; nothing is asked about anybody.',
          security: byAnybody,
          response: { 200: CredentialOptions },
        },
      },
      async (request) => ({
        ...(await generateAuthenticationOptions({
          rpID: partyOf(request, auth).id,
          challenge: makeChallenge(secret, purpose),
          userVerification: 'required',
        })),
      }),
    );

    app.post(
      '/auth/passkey/finish',
      {
        schema: {
          summary: 'Sign in with a passkey',
          problems: ['passkeys-elsewhere', 'passkey-refused'],
          security: byAnybody,
          body: Type.Object({ credential: SignedChallenge }, { additionalProperties: false }),
          response: { 200: Done },
        },
      },
      async (request, reply) => {
        const credential = request.body.credential as AuthenticationResponseJSON;
        const profileId = await check(auth, secret, partyOf(request, auth), credential);
        const { internalAdapter } = await auth.service.$context;
        const session = await internalAdapter.createSession(profileId, false, {
          ipAddress: request.ip,
          userAgent: request.headers['user-agent'] ?? '',
        });
        return reply
          .header('set-cookie', sessionSetCookie(session.token, auth.cookie))
          .header('cache-control', 'no-store')
          .send({ success: true });
      },
    );
  };

interface KnownPasskey {
  id: string;
  profileId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: string;
}

/** Whose passkey signed a challenge of ours, for the first time. Every refusal is the same. */
async function check(
  auth: Auth,
  secret: string,
  party: RelyingParty,
  credential: AuthenticationResponseJSON,
): Promise<string> {
  const { rows } = await auth.pool.query<KnownPasskey>(
    'select * from private.passkey_by_credential($1)',
    [credential.id],
  );
  const known = rows[0];
  if (!known) throw new ProblemError('passkey-refused');
  let made: Date | null = null;
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: credential,
    expectedChallenge: (answered) => {
      made = readChallenge(secret, purpose, answered);
      return made !== null;
    },
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    credential: {
      id: credential.id,
      publicKey: known.publicKey,
      counter: Number(known.counter),
    },
  }).catch(refuse);
  if (!verified) throw new ProblemError('passkey-refused');
  const used = await auth.pool.query<{ first: boolean }>(
    'select private.use_passkey($1, $2, $3) as first',
    [known.id, authenticationInfo.newCounter, made],
  );
  if (used.rows[0]?.first !== true) throw new ProblemError('passkey-refused');
  return known.profileId;
}

/** What is wrong with an answer is said in an error of its own kind each time. */
function refuse(): never {
  throw new ProblemError('passkey-refused');
}
