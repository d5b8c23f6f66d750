import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findBinaries } from '../embedded/binaries.ts';
import { type Cluster, initCluster, startCluster } from '../embedded/cluster.ts';
import { makeRunner } from '../embedded/os-user.ts';
import { socketUrl } from '../embedded.ts';

export interface TestCluster {
  /** The database `postgres` as the superuser `postgres`. */
  url: string;
  /** Ends the server and removes its folder. */
  stop: () => Promise<void>;
}

/**
 * A throw-away PostgreSQL in a temporary folder, on a socket, without fsync: a power cut may ruin
 * it. By default the one that Telloom brings; TELLOOM_TEST_POSTGRES names the folder of another
 * version's programs, such as /usr/lib/postgresql/15/bin.
 */
export async function testCluster(
  programs = process.env.TELLOOM_TEST_POSTGRES,
): Promise<TestCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'telloom-test-'));
  chmodSync(folder, 0o711);
  const binaries = await findBinaries(programs);
  const runner = makeRunner([dirname(binaries.postgres), folder]);
  const socketDir = join(folder, 'run');
  mkdirSync(socketDir, { mode: 0o700 });
  if (runner.owner) chownSync(socketDir, runner.owner.uid, runner.owner.gid);
  const password = randomBytes(16).toString('hex');
  const cluster: Cluster = {
    binaries,
    runner,
    pgdata: join(folder, 'pg'),
    socketDir,
    log: () => {},
  };
  await initCluster(cluster, { password, builtinLocale: !programs, flags: ['--no-sync'] });
  const server = await startCluster(cluster, settings);
  return {
    url: socketUrl({ socketDir, user: 'postgres', password, database: 'postgres' }),
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

const settings: Record<string, string> = {
  listen_addresses: '',
  password_encryption: 'scram-sha-256',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'logical',
  max_connections: '100',
  shared_buffers: '64MB',
  jit: 'off',
  timezone: 'UTC',
  autovacuum: 'off',
};
