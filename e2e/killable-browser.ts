import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { flags } from './browser.ts';
import { readUntil } from './read-until.ts';

/** A browser of its own process and profile, which can be killed and started again. */
export interface KillableBrowser {
  context: BrowserContext;
  /** Of a phone's size. It has been nowhere yet. */
  newPage: () => Promise<Page>;
  /** `kill -9`, with everything it started: as when the battery is empty. */
  kill: () => Promise<void>;
  /** `kill -9` of the processes that pages run in. */
  killTabs: () => Promise<void>;
  close: () => Promise<void>;
}

export async function startKillable(profile: string, args: string[]): Promise<KillableBrowser> {
  const own = [
    '--headless',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    // Playwright waits for each page that is there when it connects, and for ever for one whose
    // process hangs: https://github.com/microsoft/playwright/issues/42730
    '--no-startup-window',
  ];
  const child = spawn('/usr/bin/chromium', [...own, '--lang=en-GB', ...flags, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true, // so that it leads a process group, which is killed as a whole
  });
  const end = async (signal: NodeJS.Signals) => {
    const ended = once(child, 'exit');
    process.kill(-(child.pid as number), signal);
    await ended;
  };
  const { browser, context } = await connect(child).catch(async (error) => {
    await end('SIGKILL');
    throw error;
  });
  return {
    context,
    async newPage() {
      const page = await context.newPage();
      await page.setViewportSize({ width: 390, height: 844 });
      page.setDefaultTimeout(60_000);
      return page;
    },
    kill: () => end('SIGKILL'),
    killTabs: () => killRenderers(browser),
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) await end('SIGTERM');
    },
  };
}

async function connect({ stderr }: ChildProcess) {
  const address = await readUntil(stderr, /DevTools listening on (ws:\S+)/, 'Chromium');
  // a busy machine takes its time to start a browser
  const browser = await chromium.connectOverCDP(address, { timeout: 100_000 });
  const [context] = browser.contexts();
  if (!context) throw new Error('this browser has no window');
  return { browser, context };
}

async function killRenderers(browser: Browser): Promise<void> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  for (const { type, id } of processInfo) if (type === 'renderer') process.kill(id, 'SIGKILL');
}
