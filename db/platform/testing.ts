import { readFileSync } from 'node:fs';
import pg from 'pg';
import { testCluster } from '../testing/cluster.ts';

export interface PlatformCluster {
  /** Connects, as the superuser `postgres` unless told otherwise; closed by `stop`. */
  connect: (database: string, user?: string) => Promise<pg.Client>;
  stop: () => Promise<void>;
}

/** A PostgreSQL of its own that has nothing yet: roles belong to a whole cluster. */
export async function startCluster(): Promise<PlatformCluster> {
  const cluster = await testCluster();
  const { password } = new URL(cluster.url);
  const clients: pg.Client[] = [];
  const open = async (database: string, user: string) => {
    const url = new URL(cluster.url);
    url.pathname = database;
    url.username = user;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    clients.push(client);
    return client;
  };
  return {
    connect: async (database, user = 'postgres') => {
      if (user !== 'postgres') {
        const superuser = await open('postgres', 'postgres');
        await superuser.query(`alter role ${user} password '${password}'`);
      }
      return open(database, user);
    },
    stop: async () => {
      await Promise.all(clients.map((client) => client.end()));
      await cluster.stop();
    },
  };
}

/** The text of a file of this folder. */
export function platformFile(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

/** Everything but `auth`, in the order in which it is applied. */
export const platformFiles = [
  'roles.sql',
  'storage.sql',
  'pgsodium.sql',
  'vault.sql',
  'realtime.sql',
  'realtime-rls.sql',
  'realtime-broadcast.sql',
];

/** The SQLSTATE that a query fails with, or `none`. */
export async function failure(query: Promise<unknown>): Promise<string> {
  try {
    await query;
    return 'none';
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error.code ?? '';
    throw error;
  }
}

/** The first column of the only row. */
export async function value(
  client: pg.Client,
  text: string,
  values: unknown[] = [],
): Promise<unknown> {
  const { rows } = await client.query({ text, values, rowMode: 'array' });
  return rows[0]?.[0];
}
