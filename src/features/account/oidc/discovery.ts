import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';

const Metadata = Type.Object({
  issuer: Type.String(),
  authorization_endpoint: Type.String(),
  token_endpoint: Type.String(),
  jwks_uri: Type.String(),
  userinfo_endpoint: Type.Optional(Type.String()),
  token_endpoint_auth_methods_supported: Type.Optional(Type.Array(Type.String())),
  id_token_signing_alg_values_supported: Type.Optional(Type.Array(Type.String())),
});

/** What a service says of itself, and the keys it signs with. */
export interface Discovered {
  metadata: Static<typeof Metadata>;
  keys: JWTVerifyGetKey;
  algorithms: string[];
}

/** How long a person waits for a service, and for how long its word is good. */
export const patienceMs = 8_000;
const goodForMs = 60 * 60 * 1000;
/** Of these, keys are public. With a shared secret, any service that we trust could sign for others. */
const publicKeyAlgorithm = /^(RS|PS|ES)(256|384|512)$|^EdDSA$/;

/**
 * Asks the issuer for its metadata (https://openid.net/specs/openid-connect-discovery-1_0.html) when
 * somebody wants to sign in, and not at start: a service that is away holds up nobody else.
 */
export function createDiscovery(issuer: string): () => Promise<Discovered> {
  let known: { at: number; found: Promise<Discovered> } | null = null;
  return () => {
    if (known !== null && Date.now() - known.at < goodForMs) return known.found;
    const found = discover(issuer);
    const asked = { at: Date.now(), found };
    known = asked;
    found.catch(() => {
      if (known === asked) known = null;
    });
    return found;
  };
}

const bare = (address: string) => address.replace(/\/$/, '');

async function discover(issuer: string): Promise<Discovered> {
  const reply = await fetch(`${bare(issuer)}/.well-known/openid-configuration`, {
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  });
  const metadata: unknown = reply.ok ? await reply.json() : null;
  if (!Value.Check(Metadata, metadata)) throw new Error(`${issuer} says nothing of OpenID Connect`);
  if (bare(metadata.issuer) !== bare(issuer)) {
    throw new Error(`${issuer} speaks for another issuer, ${metadata.issuer}`);
  }
  const { id_token_signing_alg_values_supported: said = ['RS256'] } = metadata;
  return {
    metadata,
    keys: createRemoteJWKSet(new URL(metadata.jwks_uri), { timeoutDuration: patienceMs }),
    algorithms: said.filter((algorithm) => publicKeyAlgorithm.test(algorithm)),
  };
}
