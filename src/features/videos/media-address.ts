import { mac, same } from '../../server/mac.ts';

/** Makes the address under which one session may fetch the files of one row for a while. */
export type Signer = (id: string) => { base: string; expiresAt: Date };

/** How long an address lives: the most that a revoked listener could keep one. */
const lifetimeMs = 60 * 60 * 1000;

/**
 * Addresses are /media/<id>.<expiry>.<session>.<signature>/<file>. The session part ties
 * the address to the cookie it was given to, so a copied address is of no use to anybody else.
 * The token is a path segment, so the relative names in playlists carry it along.
 *
 * @param root whose files they are: an id is of one kind of row alone, so tokens need not say it
 */
export function createSigner(secret: string, sessionToken: string, root = '/media'): Signer {
  // One expiry for each ten minutes: within them addresses stay equal, and caches keep working.
  const step = 10 * 60 * 1000;
  const expiry = Math.floor((Date.now() + lifetimeMs) / step) * step;
  const session = sessionMark(secret, sessionToken);
  return (id) => {
    const claim = `${id}.${expiry.toString(36)}.${session}`;
    return { base: `${root}/${claim}.${sign(secret, claim)}`, expiresAt: new Date(expiry) };
  };
}

/** The id of a token that is ours, not expired, and of this session; null otherwise. */
export function readMediaToken(
  secret: string,
  token: string,
  sessionToken: string | null,
): string | null {
  const [id = '', expiry = '', session = '', signature = '', ...rest] = token.split('.');
  if (sessionToken === null || rest.length > 0) return null;
  const right =
    same(signature, sign(secret, `${id}.${expiry}.${session}`)) &&
    same(session, sessionMark(secret, sessionToken)) &&
    Number.parseInt(expiry, 36) > Date.now();
  return right ? id : null;
}

const sign = (secret: string, claim: string) => mac(secret, `media address ${claim}`);
const sessionMark = (secret: string, sessionToken: string) =>
  mac(secret, `media session ${sessionToken}`);
