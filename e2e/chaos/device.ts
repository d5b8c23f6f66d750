import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { DeviceNews, DeviceOrders, DeviceSetup } from './device-news.ts';

const program = fileURLToPath(new URL('./device-program.ts', import.meta.url));

/** A device that may die and come back with the same disk. */
export interface Device {
  /** `kill -9`, and on again. */
  kill: () => Promise<void>;
  tell: (order: DeviceOrders) => void;
  /** Records no more, sends what is left, and resolves when nothing is. */
  end: () => Promise<void>;
  /** Whatever it is doing. */
  close: () => Promise<void>;
  /** Rejects when its program ends by itself, and is pending otherwise. */
  failed: Promise<never>;
}

export function startDevice(
  setup: DeviceSetup,
  on: { news: (news: DeviceNews) => void; died: () => void },
): Device {
  let lives = 0;
  let mayEnd = false;
  let fail: (error: Error) => void;
  const failed = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  let child = begin();

  function begin(): ChildProcessByStdio<Writable, Readable, null> {
    const mine = { ...setup, seed: setup.seed + lives };
    lives += 1;
    mayEnd = false;
    const started = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(mine)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    started.on('exit', (code) => {
      if (!mayEnd) fail(new Error(`a device ended by itself, with code ${code}`));
    });
    started.stdin.on('error', () => {}); // it may be killed while it is told something
    createInterface({ input: started.stdout }).on('line', (line) => on.news(parse(line)));
    return started;
  }

  const tell = (order: DeviceOrders) => void child.stdin.write(`${order}\n`);
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    mayEnd = true;
    const closed = once(child, 'close'); // with the last line it said
    child.kill('SIGKILL');
    await closed;
  };
  return {
    async kill() {
      await close();
      on.died();
      child = begin();
    },
    tell,
    async end() {
      mayEnd = true;
      const closed = once(child, 'close');
      tell('end');
      const [code] = await closed;
      if (code !== 0) throw new Error(`a device ended with code ${code}`);
    },
    close,
    failed,
  };
}

/** A line that was cut short by a kill cannot come: pipes take a short line as a whole. */
const parse = (line: string): DeviceNews => JSON.parse(line);
