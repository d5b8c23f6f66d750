import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { type Setting, url } from './setting.ts';

/** A service of OpenID Connect that people may sign in through. */
const OidcProvider = Type.Object(
  {
    /** In the address that the service sends people back to. */
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,30}$' }),
    /** On the button. */
    name: Type.String({ pattern: '\\S', maxLength: 40 }),
    issuer: Type.String(),
    clientId: Type.String({ minLength: 1 }),
    clientSecret: Type.Optional(Type.String({ minLength: 1 })),
  },
  { additionalProperties: false },
);
export type OidcProvider = Static<typeof OidcProvider>;
const OidcProviders = Type.Array(OidcProvider, { maxItems: 10 });

function readProviders(text: string): OidcProvider[] {
  const providers: unknown = JSON.parse(text);
  if (!Value.Check(OidcProviders, providers)) throw new Error();
  for (const { issuer } of providers) url(issuer, ['http:', 'https:']);
  if (new Set(providers.map(({ id }) => id)).size < providers.length) throw new Error();
  return providers;
}

/** Ways to sign in beside a password, a code and a passkey, which are always there. */
export const signInSettings = {
  oidcProviders: {
    env: 'TELLOOM_OIDC_PROVIDERS',
    about:
      'Services of OpenID Connect that people may sign in through, each with a button on the sign-in page. For example `[{"id": "family", "name": "Family cloud", "issuer": "https://cloud.example.org/realms/family", "clientId": "telloom", "clientSecret": "…"}]`; without `clientSecret` where the service knows Telloom as a public client. There, allow the address `<TELLOOM_URL>/api/v1/auth/callback/<id>`. Telloom asks for `openid email profile`, and lets in whose e-mail address the service has verified. Keep an `id` as it is: accounts are tied to it.',
    allowed:
      'a JSON list of at most 10 objects with `id` (small letters, digits and hyphens, each its own), `name` (at most 40 characters), `issuer` (an http or https address), `clientId` and perhaps `clientSecret`',
    fallback: 'none',
    read: (text) => (text === undefined ? [] : readProviders(text)),
  },
} satisfies Record<string, Setting>;
