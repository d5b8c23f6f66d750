import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type BrowserContext, chromium } from 'playwright-core';
import { flags } from './browser.ts';

/** A browser of its own process and profile, which can be killed and started again. */
export interface KillableBrowser {
  context: BrowserContext;
  /** `kill -9`, with everything it started: as when the battery is empty. */
  kill: () => Promise<void>;
  close: () => Promise<void>;
}

export async function startKillable(profile: string, args: string[]): Promise<KillableBrowser> {
  const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const child = spawn('/usr/bin/chromium', [...own, '--lang=en-GB', ...flags, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true, // so that it leads a process group, which is killed as a whole
  });
  const browser = await chromium.connectOverCDP(await readAddress(child));
  const [context] = browser.contexts();
  if (!context) throw new Error('this browser has no window');
  const end = async (signal: NodeJS.Signals) => {
    const ended = once(child, 'exit');
    process.kill(-(child.pid as number), signal);
    await ended;
  };
  return {
    context,
    kill: () => end('SIGKILL'),
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) await end('SIGTERM');
    },
  };
}

async function readAddress(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error('stderr is piped');
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line);
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stderr.resume(); // what it says from here on is not kept, and must not block it
    return address;
  }
  throw new Error(`Chromium ended before it was ready:\n${said.join('\n')}`);
}
