import pg from 'pg';
import type { Sql } from '../session.ts';
import type { TestDatabase } from './database.ts';
import { labelOf, type Person, people } from './ids.ts';

export { emailOf, labelOf, type Person, people, rows } from './ids.ts';
export { makeWorld, tokenOf } from './world.ts';

/** Everyone who may ask. `adminAsPerson` is the admin in ordinary clothes. */
export const personas = [
  'anon',
  'stranger',
  'invitee',
  'listener',
  'revoked',
  'none',
  'reader',
  'writer',
  'executor',
  'owner',
  'other',
  'adminAsPerson',
  'admin',
  'service',
] as const;
/** `nobody` is signed in without being anybody: claims that carry no `sub`. */
export type Persona = (typeof personas)[number] | Person | 'nobody';

/** A number of rows, the SQLSTATE that was raised, or the labels of the ids that were seen. */
export type Outcome = number | string;

export interface Caller {
  role: string;
  /** What stands in `request.jwt.claims`, as text. */
  claims: string;
}

/** The database role and claims of a persona. */
function callerOf(persona: Persona): Caller {
  if (persona === 'anon') return { role: 'anon', claims: '{"role":"anon"}' };
  if (persona === 'service') return { role: 'service_role', claims: '{"role":"service_role"}' };
  if (persona === 'nobody') return { role: 'authenticated', claims: '{"role":"authenticated"}' };
  const sub = people[persona === 'adminAsPerson' ? 'admin' : persona];
  return {
    role: persona === 'admin' ? 'telloom_admin' : 'authenticated',
    claims: JSON.stringify({ sub, role: 'authenticated' }),
  };
}

export interface Personas {
  /** One transaction as this caller, committed; rejects with the PostgreSQL error. */
  as: <T>(who: Persona | Caller, work: (sql: Sql) => Promise<T>) => Promise<T>;
  /** Runs one statement and takes it back: the rows it gave or touched, or its SQLSTATE. */
  attempt: (who: Persona | Caller, statement: string) => Promise<Outcome>;
  /** Runs a query whose first column is an id, and takes it back: the labels, sorted, or its SQLSTATE. */
  see: (who: Persona | Caller, query: string) => Promise<Outcome>;
  close: () => Promise<void>;
}

/** Speaks to a test database through the API's login, as the server does. */
export function openPersonas(db: Pick<TestDatabase, 'apiUrl'>): Personas {
  const pool = new pg.Pool({ connectionString: db.apiUrl, max: 3 });
  pool.on('error', () => {}); // a database that is dropped closes idle connections

  async function transact<T>(
    who: Persona | Caller,
    end: 'commit' | 'rollback',
    work: (client: pg.PoolClient) => Promise<T>,
  ): Promise<T> {
    const { role, claims } = typeof who === 'string' ? callerOf(who) : who;
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(
        // the last one is what the Storage API says before it deletes a row of storage.objects
        `select set_config('role', $1, true), set_config('request.jwt.claims', $2, true),
          set_config('storage.allow_delete_query', 'true', true)`,
        [role, claims],
      );
      const result = await work(client);
      await client.query(end);
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }

  const outcome = async (
    who: Persona | Caller,
    text: string,
    of: (r: pg.QueryArrayResult) => Outcome,
  ) => {
    try {
      return await transact(who, 'rollback', async (client) => {
        const result = await client.query({ text, rowMode: 'array' });
        // constraints that wait for the end of the transaction speak now
        await client.query('set constraints all immediate');
        return of(result);
      });
    } catch (error) {
      if (error instanceof pg.DatabaseError) return error.code ?? '';
      throw error;
    }
  };

  return {
    as: (who, work) =>
      transact(who, 'commit', (client) =>
        work(async (strings, ...values) => {
          const text = strings.reduce((all, part, index) => `${all}$${index}${part}`);
          return (await client.query(text, values)).rows;
        }),
      ),
    attempt: (who, statement) => outcome(who, statement, (result) => result.rowCount ?? 0),
    see: (who, query) =>
      outcome(who, query, ({ rows }) =>
        rows
          .map(([id]) => labelOf(String(id)))
          .sort()
          .join(' '),
      ),
    close: () => pool.end(),
  };
}
