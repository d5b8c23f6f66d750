import { randomUUID } from 'node:crypto';
import {
  REALTIME_SUBSCRIBE_STATES,
  type RealtimeChannel,
  RealtimeClient,
} from '@supabase/realtime-js';
import type { QueryResultRow } from 'pg';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { makeWorld, type Person, people, rows } from '../../../db/testing/personas.ts';
import { cookieName, signCookie } from '../../features/account/session-cookie.ts';
import { publicUrl, secret, startTestServer, type TestServer } from '../testing.ts';

export const cookie = (token: string) => `${cookieName(publicUrl)}=${signCookie(token, secret)}`;

/** Waits for a state, however long it takes; a test that waits in vain ends by its own time limit. */
export async function until(what: string, holds: () => unknown): Promise<void> {
  await expect.poll(holds, { message: what, timeout: 60_000, interval: 20 }).toBeTruthy();
}

export interface RealtimeWorld extends TestServer {
  sql: <Row extends QueryResultRow>(
    text: TemplateStringsArray,
    ...values: unknown[]
  ) => Promise<Row[]>;
  /** A new session of somebody; gives its token. */
  session: (person: Person) => Promise<string>;
  /** The unmodified client of Supabase, signed in by the access token. */
  client: (person: Person, options?: object) => Promise<RealtimeClient>;
  /** A bare WebSocket, for what that client does not do. */
  socket: (headers?: Record<string, string>, path?: string) => WebSocket;
}

const address = (server: TestServer) => `${server.url.replace('http', 'ws')}/realtime/v1`;

/** The whole server with the two families of the access tests. */
export async function startWorld(): Promise<RealtimeWorld> {
  const server = await startTestServer();
  const sql: RealtimeWorld['sql'] = async (text, ...values) => {
    const statement = text.reduce((before, part, index) => `${before}$${index}${part}`);
    return (await server.owner.query(statement, values)).rows;
  };
  await makeWorld({ sql });
  const clients: RealtimeClient[] = [];
  const session = async (person: Person) => {
    const token = randomUUID();
    await sql`insert into auth.ba_sessions (token, "userId", "expiresAt")
      values (${token}, ${people[person]}, now() + interval '1 day')`;
    return token;
  };
  return {
    ...server,
    sql,
    session,
    client: async (person, options = {}) => {
      const signed = signCookie(await session(person), secret);
      const client = new RealtimeClient(address(server), {
        params: { apikey: 'any' },
        transport: WebSocket as never,
        accessToken: async () => signed,
        reconnectAfterMs: () => 100,
        ...options,
      });
      clients.push(client);
      await client.setAuth();
      return client;
    },
    socket: (headers = {}, path = '/websocket?vsn=2.0.0') =>
      new WebSocket(address(server) + path, { headers }),
    stop: async () => {
      for (const client of clients) await client.disconnect();
      await server.stop();
    },
  };
}

/**
 * Settles when a channel is subscribed; rejects with what the server says otherwise.
 *
 * @param statuses filled with what becomes of it
 */
export function subscribed(channel: RealtimeChannel, statuses: string[] = []): Promise<void> {
  return new Promise((resolve, reject) => {
    channel.subscribe((status, error) => {
      statuses.push(status);
      if (status === REALTIME_SUBSCRIBE_STATES.SUBSCRIBED) resolve();
      if (status === REALTIME_SUBSCRIBE_STATES.CHANNEL_ERROR) reject(error);
    });
  });
}

export interface Watch {
  /** What arrived, in its order: `<type> <table> <id>`. */
  seen: string[];
  /** The payloads as the client gives them. */
  // biome-ignore lint/suspicious/noExplicitAny: rows of any table; the tests say what is in them
  payloads: any[];
  /** SUBSCRIBED, CHANNEL_ERROR, …: what became of the channel. */
  statuses: string[];
  channel: RealtimeChannel;
}

/**
 * Subscribes to changes of some tables, and of the questions, which everybody reads: they mark the
 * end of what could have arrived.
 */
export async function watch(client: RealtimeClient, tables: (string | object)[]): Promise<Watch> {
  const channel = client.channel(`changes ${randomUUID()}`);
  const result: Watch = { seen: [], payloads: [], statuses: [], channel };
  for (const table of [...tables, 'Prompt']) {
    const wanted = typeof table === 'string' ? { table } : table;
    channel.on(
      'postgres_changes',
      { event: '*', schema: 'public', ...wanted } as never,
      (payload: { eventType: string; table: string; new: object; old: object }) => {
        const { id } = { ...payload.old, ...payload.new } as { id?: string };
        result.seen.push(`${payload.eventType} ${payload.table} ${id}`);
        result.payloads.push(payload);
      },
    );
  }
  await subscribed(channel, result.statuses);
  return result;
}

/** Changes a question, and waits until everybody has heard of it: what came before has arrived. */
export async function mark(world: RealtimeWorld, watches: Watch[]): Promise<void> {
  const marks = (seen: string[]) => seen.filter((line) => line.includes(' Prompt ')).length;
  const wanted = watches.map(({ seen }) => marks(seen) + 1);
  await world.sql`update public."Prompt" set "updatedAt" = now() where id = ${rows.question}`;
  await until('everybody heard the mark', () =>
    watches.every(({ seen }, index) => marks(seen) >= (wanted[index] ?? 0)),
  );
}
