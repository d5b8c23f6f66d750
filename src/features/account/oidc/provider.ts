import type { BetterAuthPlugin } from 'better-auth';
import { APIError } from 'better-auth/api';
import { createAuthorizationURL, type OAuthProvider } from 'better-auth/oauth2';
import type { OidcProvider } from '../../../config/sign-in.ts';
import { createDiscovery } from './discovery.ts';
import { type Claims, completed, exchange, readIdToken } from './tokens.ts';

export type Log = (level: string, message: string) => void;

/** The services that people may sign in through, for better-auth, which does state and PKCE. */
export const oidcProviders = (settings: OidcProvider[], log: Log): BetterAuthPlugin => ({
  id: 'telloom-oidc',
  init: () => ({ context: { socialProviders: settings.map((each) => toProvider(each, log)) } }),
});

/**
 * One service of OpenID Connect. better-auth's own generic plugin asks every service at start, without
 * a limit of time, and takes an answer that has no ID token; so what is asked of a service is here.
 */
function toProvider(settings: OidcProvider, log: Log): OAuthProvider<Claims> {
  const { id, name, issuer, clientId } = settings;
  const discover = createDiscovery(issuer);
  /** What went wrong at a service is news for the operator; the person hears that it did. */
  const note = (error: unknown) => log('warn', `sign-in through ${id}: ${error}`);
  return {
    id,
    name,
    requiresIdTokenNonce: true,
    accountSubject: ({ profile }) => profile.sub,
    async createAuthorizationURL({ idTokenNonce, ...flow }) {
      const { metadata } = await discover().catch((error: unknown) => {
        note(error);
        throw away(name);
      });
      return createAuthorizationURL({
        ...flow,
        id,
        options: { clientId },
        authorizationEndpoint: metadata.authorization_endpoint,
        scopes: ['openid', 'email', 'profile'],
        nonce: idTokenNonce,
      });
    },
    async validateAuthorizationCode({ code, codeVerifier, redirectURI }) {
      try {
        return await exchange(await discover(), {
          client: settings,
          code,
          codeVerifier,
          redirectURI,
        });
      } catch (error) {
        note(error);
        return null;
      }
    },
    async getUserInfo({ idToken, accessToken, expectedIdTokenNonce: nonce }) {
      try {
        const found = await discover();
        const claims = await readIdToken(found, idToken, { clientId, nonce });
        return userOf(await completed(found, claims, accessToken));
      } catch (error) {
        note(error);
        return null;
      }
    },
  };
}

const away = (name: string) =>
  new APIError('SERVICE_UNAVAILABLE', {
    code: 'PROVIDER_AWAY',
    message: `${name} does not answer just now.`,
  });

/** Without the picture: it would be fetched from elsewhere each time it is looked at. */
function userOf(claims: Claims) {
  const { email, email_verified, name = '' } = claims;
  const emailVerified = email_verified === true || email_verified === 'true';
  return {
    user: { email: email?.toLowerCase(), emailVerified, name: name.trim().slice(0, 100) },
    data: claims,
  };
}
