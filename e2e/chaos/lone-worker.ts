import type { ChildProcess } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { databasePassword } from '../../db/embedded/password.ts';
import { socketUrl } from '../../db/embedded.ts';
import { loadSecret } from '../../src/server/secret.ts';
import { readUntil } from '../read-until.ts';
import { endProcess, spawnTelloom } from '../telloom.ts';

/** `telloom worker` beside a server, on its database and its data folder. */
export interface LoneWorker {
  /** `kill -9`, and on again. */
  kill: () => Promise<void>;
  /** Starts it where it has not outlived its database. */
  revive: () => Promise<void>;
  /** In order. */
  stop: () => Promise<void>;
}

/** @param log a file for what it writes to stderr */
export async function startWorkerBeside(dataDir: string, log?: string): Promise<LoneWorker> {
  const settings = {
    TELLOOM_DATA: dataDir,
    TELLOOM_SECRET: loadSecret(dataDir).toString('base64url'),
    DATABASE_URL: socketUrl({
      socketDir: join(realpathSync(dataDir), 'run'),
      user: 'postgres',
      password: databasePassword(dataDir),
      database: 'telloom',
    }),
  };
  let child: ChildProcess;
  const start = async () => {
    child = spawnTelloom(['worker'], { log, settings });
    await readUntil(child.stdout, /^The worker is ready/, 'the worker');
  };
  await start();
  return {
    async kill() {
      await endProcess(child, 'SIGKILL');
      await start();
    },
    async revive() {
      if (child.exitCode !== null) await start();
    },
    stop: () => endProcess(child, 'SIGINT'),
  };
}
