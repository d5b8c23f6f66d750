import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { findBinaries } from '../db/embedded/binaries.ts';
import { initCluster, startCluster } from '../db/embedded/cluster.ts';
import { makeRunner } from '../db/embedded/os-user.ts';
import { socketUrl } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { logins } from '../src/cli/logins.ts';

export interface BenchServer {
  /** As the owner of the migrated database. */
  ownerUrl: string;
  /** As `authenticator`, the API's login. */
  apiUrl: string;
  /** Ends the server and removes its folder. */
  stop: () => Promise<void>;
}

/** What a server with 8 GB of memory and an SSD is given; without fsync, for the loading. */
const settings: Record<string, string> = {
  listen_addresses: '',
  shared_buffers: '1GB',
  effective_cache_size: '5GB',
  work_mem: '16MB',
  maintenance_work_mem: '512MB',
  random_page_cost: '1.1',
  max_wal_size: '8GB',
  fsync: 'off',
  full_page_writes: 'off',
  jit: 'off',
  timezone: 'UTC',
  autovacuum: 'off',
  max_connections: '60',
};

/** A throw-away PostgreSQL with the newest schema and nothing in it. */
export async function startServer(): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'telloom-bench-'));
  chmodSync(folder, 0o711);
  const binaries = await findBinaries();
  const runner = makeRunner([dirname(binaries.postgres), folder]);
  const socketDir = join(folder, 'run');
  mkdirSync(socketDir, { mode: 0o700 });
  if (runner.owner) chownSync(socketDir, runner.owner.uid, runner.owner.gid);
  const password = randomBytes(16).toString('hex');
  const cluster = { binaries, runner, pgdata: join(folder, 'pg'), socketDir, log: () => {} };
  await initCluster(cluster, { password, builtinLocale: true, flags: ['--no-sync'] });
  const server = await startCluster(cluster, settings);
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  };
  try {
    const ownerUrl = socketUrl({ socketDir, user: 'postgres', password, database: 'postgres' });
    await migrate({ url: ownerUrl });
    await setPassword(ownerUrl, password);
    const api = new URL(ownerUrl);
    api.username = logins.api;
    return { ownerUrl, apiUrl: api.href, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function setPassword(ownerUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`alter role ${logins.api} with login password '${password}'`);
  await client.end();
}
