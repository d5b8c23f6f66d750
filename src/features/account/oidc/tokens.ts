import { jwtVerify } from 'jose';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { OidcProvider } from '../../../config/sign-in.ts';
import { type Discovered, patienceMs } from './discovery.ts';

/** What is read of a person (https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims). */
const Claims = Type.Object({
  sub: Type.String({ minLength: 1, maxLength: 255 }),
  email: Type.Optional(Type.String({ maxLength: 255 })),
  // some services say it as text
  email_verified: Type.Optional(Type.Union([Type.Boolean(), Type.String()])),
  name: Type.Optional(Type.String()),
});
export type Claims = Static<typeof Claims>;

const Tokens = Type.Object({ id_token: Type.String(), access_token: Type.String() });

interface Exchange {
  client: Pick<OidcProvider, 'clientId' | 'clientSecret'>;
  code: string;
  codeVerifier: string | undefined;
  redirectURI: string;
}

/** Gives the code, and the secret that PKCE keeps here, for the tokens. */
export async function exchange(
  { metadata }: Discovered,
  { client, code, codeVerifier = '', redirectURI }: Exchange,
): Promise<{ idToken: string; accessToken: string }> {
  const { clientId, clientSecret } = client;
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    code_verifier: codeVerifier,
    redirect_uri: redirectURI,
  });
  const headers: Record<string, string> = {};
  // in the header, unless the service takes it in the body alone: what the standard has as usual
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  if (clientSecret !== undefined && methods.includes('client_secret_basic')) {
    const pair = [clientId, clientSecret].map(encodeURIComponent).join(':');
    headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
  } else {
    body.set('client_id', clientId);
    if (clientSecret !== undefined) body.set('client_secret', clientSecret);
  }
  const tokens = await ask(metadata.token_endpoint, { method: 'POST', headers, body });
  if (!Value.Check(Tokens, tokens)) throw new Error('it gave no tokens for the code');
  return { idToken: tokens.id_token, accessToken: tokens.access_token };
}

interface Expected {
  clientId: string;
  nonce: string | undefined;
}

/** Who an ID token says that this is, once its signature, issuer, audience, times and nonce are right. */
export async function readIdToken(
  { keys, algorithms, metadata }: Discovered,
  idToken: string | undefined,
  { clientId, nonce }: Expected,
): Promise<Claims> {
  if (idToken === undefined || nonce === undefined) throw new Error('there is no ID token');
  const { payload } = await jwtVerify(idToken, keys, {
    algorithms,
    issuer: metadata.issuer,
    audience: clientId,
    requiredClaims: ['sub', 'exp', 'iat'],
    clockTolerance: 30,
  });
  if (payload.nonce !== nonce) throw new Error('the ID token is for another sign-in');
  return claimsOf(payload);
}

/** Many services tell the address and the name only where they are asked for them. */
export async function completed(
  { metadata }: Discovered,
  claims: Claims,
  accessToken: string | undefined,
): Promise<Claims> {
  const endpoint = metadata.userinfo_endpoint;
  if (claims.email !== undefined || endpoint === undefined) return claims;
  const headers = { authorization: `Bearer ${accessToken}` };
  const more = claimsOf(await ask(endpoint, { headers }));
  if (more.sub !== claims.sub) throw new Error('it told of somebody else');
  return { ...more, ...claims };
}

function claimsOf(said: unknown): Claims {
  if (!Value.Check(Claims, said)) throw new Error('it does not say who this is');
  return said;
}

async function ask(address: string, init: RequestInit): Promise<unknown> {
  const signal = AbortSignal.timeout(patienceMs);
  const reply = await fetch(address, { ...init, redirect: 'error', signal });
  if (!reply.ok) throw new Error(`${address} answered ${reply.status}`);
  return reply.json();
}
