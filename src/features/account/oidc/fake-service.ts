import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** Who stands at the service, and how it behaves; a test changes what it is about. */
export interface FakeWays {
  claims: JWTPayload;
  /** What is only told at the userinfo endpoint. */
  more: JWTPayload | null;
  /** Says no in the person's name. */
  refuses: boolean;
  /** Changes what stands in the ID token. */
  spoil: (payload: JWTPayload) => JWTPayload;
  /** Signs with a key that is not published. */
  forges: boolean;
  /** Says whom it speaks for. */
  speaksFor: string | null;
  isAway: boolean;
}

export const honest: FakeWays = {
  claims: {},
  more: null,
  refuses: false,
  spoil: (payload) => payload,
  forges: false,
  speaksFor: null,
  isAway: false,
};

const kid = 'of-the-fake';
const client = { id: 'telloom', secret: 'a secret: with % in it' };

/** A small service of OpenID Connect on loopback, with an RSA key of its own, that minds PKCE. */
export async function startFakeService() {
  const [published, own] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const ways = { ...honest };
  const asked = new Map<string, URLSearchParams>();
  const server = createServer(async (request, response) => {
    const { status = 200, body, location } = await answer(request);
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(location && { location }),
    });
    response.end(JSON.stringify(body ?? {}));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  interface Reply {
    status?: number;
    body?: object;
    location?: string;
  }
  const pages: Record<string, (url: URL, request: IncomingMessage) => Promise<Reply> | Reply> = {
    '/.well-known/openid-configuration': () => ({
      body: {
        issuer: ways.speaksFor ?? issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/keys`,
        id_token_signing_alg_values_supported: ['RS256', 'HS256'],
      },
    }),
    '/keys': async () => ({
      body: { keys: [{ ...(await exportJWK(published.publicKey)), kid, alg: 'RS256' }] },
    }),
    '/authorize': ({ searchParams }) => {
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('state', searchParams.get('state') ?? '');
      const code = randomUUID();
      if (ways.refuses) back.searchParams.set('error', 'access_denied');
      else back.searchParams.set('code', code);
      asked.set(code, searchParams);
      return { status: 302, location: back.href };
    },
    '/token': async (_url, request) => {
      const form = new URLSearchParams(await textOf(request));
      const wish = asked.get(form.get('code') ?? '');
      asked.delete(form.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      const isOurs = request.headers.authorization === basicOf(client.id, client.secret);
      if (!isOurs || !wish || wish.get('code_challenge') !== challenge) {
        return { status: 400, body: { error: 'invalid_grant' } };
      }
      const payload = ways.spoil({
        ...ways.claims,
        iss: issuer,
        aud: client.id,
        nonce: wish.get('nonce') ?? undefined,
      });
      const token = new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid }).setIssuedAt();
      if (payload.exp === undefined) token.setExpirationTime('5 minutes');
      const { privateKey } = ways.forges ? own : published;
      return { body: { access_token: 'of-no-use', id_token: await token.sign(privateKey) } };
    },
    '/userinfo': () => ({ body: { sub: ways.claims.sub, ...ways.more } }),
  };
  async function answer(request: IncomingMessage): Promise<Reply> {
    const url = new URL(request.url ?? '/', issuer);
    const page = ways.isAway ? undefined : pages[url.pathname];
    return page ? page(url, request) : { status: 503 };
  }
  return {
    ways,
    settings: { issuer, clientId: client.id, clientSecret: client.secret },
    stop: () => void server.close(),
  };
}

const basicOf = (...pair: string[]) =>
  `Basic ${Buffer.from(pair.map(encodeURIComponent).join(':')).toString('base64')}`;

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
