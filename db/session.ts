import type { Writable } from 'node:stream';
import pg from 'pg';
import { type Listener, type Listening, openListener } from './listen.ts';

/** Parameterised SQL as a tagged template: every `${value}` travels as a parameter. */
export type Sql = <Row extends object = Record<string, unknown>>(
  strings: TemplateStringsArray,
  ...values: unknown[]
) => Promise<Row[]>;

export type Work<T> = (sql: Sql) => Promise<T>;

/** The doors for requests: each call is one transaction that carries the caller's rights. */
export interface UserDatabase {
  /**
   * As the person whose session this is. Rejects with SQLSTATE TL401 when it has ended. `actingFor`: a
   * storyteller whom they look after; everything is about that one then. Rejects with 42501 when they do not.
   */
  asUser<T>(sessionToken: string, work: Work<T>, actingFor?: string | null): Promise<T>;
  /** As telloom_admin. Rejects with TL401, or with TL404 when the person is no admin. */
  asAdmin<T>(sessionToken: string, work: Work<T>): Promise<T>;
  asAnon<T>(work: Work<T>): Promise<T>;
}

/** The door past every policy. For jobs, webhooks, uploads and the command line alone. */
export interface ServiceDatabase {
  asService<T>(work: Work<T>): Promise<T>;
  /** As this person, whom no session vouches for: what is written to them holds what they may see. */
  asPerson<T>(profileId: string, work: Work<T>): Promise<T>;
}

/** The door that only hears: see listen.ts. */
export interface HearingDatabase {
  listen(listening: Listening): Listener;
}

export interface Database extends UserDatabase, ServiceDatabase, HearingDatabase {
  close(): Promise<void>;
}

interface Entrance {
  text: string;
  values: unknown[];
}

const anon: Entrance = {
  text: `select set_config('role', 'anon', true), set_config('request.jwt.claims', '{"role":"anon"}', true)`,
  values: [],
};
const service: Entrance = {
  text: `select set_config('role', 'service_role', true), set_config('request.jwt.claims', '{"role":"service_role"}', true)`,
  values: [],
};
const person = (profileId: string): Entrance => ({
  text: `select set_config('role', 'authenticated', true), set_config('request.jwt.claims',
    json_build_object('sub', $1::uuid, 'role', 'authenticated')::text, true)`,
  values: [profileId],
});

/**
 * Opens the pool of the API's login, which owns nothing: a transaction whose entrance failed can
 * read nothing.
 */
export function openDatabase({ url, max = 10 }: { url: string; max?: number }): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    pipeline: true,
    application_name: 'telloom api',
    // A client-side timeout would report a failure and still commit; the server's cannot.
    options: '-c statement_timeout=15s -c idle_in_transaction_session_timeout=60s',
  } as pg.PoolConfig);
  // A backend that is terminated emits on the idle client and on the pool; the next query fails
  // by itself, and an unheard 'error' event would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));

  const enter = (way: string, ...values: string[]): Entrance => ({
    text: `select set_config('role', ${way}, true)`,
    values,
  });
  return {
    asUser: (token, work, actingFor = null) =>
      transact(
        pool,
        actingFor === null
          ? enter('private.enter($1)', token)
          : enter('private.enter_for($1, $2)', token, actingFor),
        work,
      ),
    asAdmin: (token, work) => transact(pool, enter('private.enter_admin($1)', token), work),
    asAnon: (work) => transact(pool, anon, work),
    asService: (work) => transact(pool, service, work),
    listen: (listening) => openListener(url, listening),
    asPerson: (profileId, work) => transact(pool, person(profileId), work),
    close: () => pool.end(),
  };
}

/**
 * `begin`, the entrance and the first query of `work` leave in one packet; `commit` follows when
 * `work` is done, `rollback` when anything failed. Where one query is all of the work, `commit` is in
 * the packet too: after a failure PostgreSQL takes it for a rollback.
 */
async function transact<T>(pool: pg.Pool, entrance: Entrance, work: Work<T>): Promise<T> {
  const client = await pool.connect();
  let asked: Promise<unknown> | undefined;
  const sql: Sql = (strings, ...values) => {
    const text = strings.reduce((all, part, index) => `${all}$${index}${part}`);
    const rows = client.query(text, values).then((result) => result.rows);
    asked = rows;
    return rows;
  };
  let broken: Error | undefined;
  try {
    corkForOneTick(client);
    const entering = Promise.all([
      client.query('begin'),
      client.query(entrance.text, entrance.values),
    ]);
    const working = start(work, sql);
    const ending = working === asked ? client.query('commit') : undefined;
    const [entered, worked] = await Promise.allSettled([entering, working, ending]);
    // The entrance's own error, not the "current transaction is aborted" that follows it.
    if (entered.status === 'rejected') throw entered.reason;
    if (worked.status === 'rejected') throw worked.reason;
    const { command } = await (ending ?? client.query('commit'));
    if (command !== 'COMMIT') throw new Error('a failed query was ignored: nothing was committed');
    return worked.value;
  } catch (error) {
    // Without an SQLSTATE the failure was on our side of the wire: the connection's state is
    // unknown, so it is not used again.
    if (error instanceof pg.DatabaseError) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure;
      });
    } else {
      broken = error instanceof Error ? error : new Error(String(error));
    }
    throw error;
  } finally {
    client.release(broken);
  }
}

/** What `work` gives back at once: the promise of its query itself, where it does nothing else. */
function start<T>(work: Work<T>, sql: Sql): Promise<T> {
  try {
    return work(sql);
  } catch (error) {
    return Promise.reject(error);
  }
}

/** Holds the socket until the end of this tick, so that the first queries share a packet. */
function corkForOneTick(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
