import { Agent, request } from 'node:http';
import { people, rows } from '../../../db/testing/ids.ts';
import { cookieName, signCookie } from '../../features/account/session-cookie.ts';
import { publicUrl, secret, type TestServer } from '../testing.ts';
import { type CallerName, callers, type FuzzRequest } from './requests.ts';

/** A request that has no answer by then hangs. */
const longestMs = 30_000;

export interface Answer {
  /** 0: none came. */
  status: number;
  text: string;
}

/** What sends generated requests to one server, and learns ids from what it answers. */
export function createSender({ url, owner }: Pick<TestServer, 'url' | 'owner'>) {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const learned: string[] = [rows.sharer];
  const teach = (text: string) => {
    const found = text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
    for (const id of found.slice(0, 3)) learned[learned.length % 200] = id;
  };
  const fill = (text: string) =>
    text.replace(/learned(?::|%3A)(\d+)/g, (_, n) => learned[Number(n) % learned.length] ?? '');
  return {
    /** Signs everybody in, again where they have been signed out. */
    async signIn() {
      for (const name of callers) {
        if (name === 'nobody' || name === 'forger') continue;
        await owner.query(
          `insert into auth.ba_sessions (token, "userId", "expiresAt")
          select $1, id, now() + interval '1 day' from auth.users where id = $2
          on conflict (token) do nothing`,
          [tokenOf(name), people[name]],
        );
      }
    },
    async send({ operation, caller, path, headers, body }: FuzzRequest): Promise<Answer> {
      const [method = 'GET'] = operation.split(' ');
      const filled = Object.entries(headers).map(([name, value]) => [name, fill(value)] as const);
      const all = { ...Object.fromEntries(filled), ...cookieOf(caller) };
      const answer = await exchange(
        agent,
        new URL(url),
        { method, path: fill(path), headers: all },
        body && fill(body),
      );
      teach(answer.text);
      return answer;
    },
    close: () => agent.destroy(),
  };
}

const tokenOf = (name: CallerName) => `a session of ${name}`;

function cookieOf(caller: CallerName): { cookie?: string } {
  if (caller === 'nobody') return {};
  const by = caller === 'forger' ? 'another secret, of thirty-two letters' : secret;
  return { cookie: `${cookieName(publicUrl)}=${signCookie(tokenOf(caller), by)}` };
}

function exchange(
  agent: Agent,
  { hostname, port }: URL,
  options: { method: string; path: string; headers: Record<string, string> },
  body: string | null,
): Promise<Answer> {
  return new Promise((resolve) => {
    const sent = request({
      agent,
      hostname,
      port,
      ...options,
      signal: AbortSignal.timeout(longestMs),
    });
    const none = (error: Error) => resolve({ status: 0, text: error.message });
    sent.on('error', none);
    sent.on('response', async (reply) => {
      try {
        const parts = await reply.toArray();
        resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(parts).toString() });
      } catch (error) {
        none(error as Error);
      }
    });
    // told here, since node:http tells the length of no DELETE
    if (body !== null) sent.setHeader('content-length', Buffer.byteLength(body));
    sent.end(body ?? undefined);
  });
}
