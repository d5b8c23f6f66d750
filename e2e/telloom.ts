import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readUntil } from './read-until.ts';

const program = fileURLToPath(new URL('../bin/telloom.mjs', import.meta.url));

/** The line with the one-time link that makes the first admin. */
export const setupLinkLine = /https?:\S+\/setup\?token=\S+/;

export interface RunningTelloom {
  /** The address people type. */
  url: string;
  /** The one-time link that makes the first admin. */
  setupLink: string;
  dataDir: string;
  stop: () => Promise<void>;
}

/** The real program, as `npm start` runs it, with its own PostgreSQL and a new data folder. */
export async function startTelloom(): Promise<RunningTelloom> {
  const dataDir = mkdtempSync(join(tmpdir(), 'telloom-e2e-'));
  const port = String(await freePort());
  const child = spawn(process.execPath, [program, 'serve'], {
    env: { ...process.env, PORT: port, TELLOOM_DATA: dataDir, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const setupLink = await readUntil(child.stdout, setupLinkLine, 'Telloom');
  return {
    url: `http://localhost:${port}`,
    setupLink,
    dataDir,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
      rmSync(dataDir, { recursive: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
