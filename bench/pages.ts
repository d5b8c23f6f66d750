import type { Browser, BrowserContext } from 'playwright-core';
import { newPerson, startChromium } from '../e2e/browser.ts';
import { firstAdminTells, type Storyteller } from '../e2e/storyteller.ts';
import { startTelloom } from '../e2e/telloom.ts';
import { quantile } from './measure.ts';
import { head, print } from './table.ts';

/** A phone of some years, beside the machine that measures. */
const SLOWER = 4;
const VISITS = 9;
/** Of the sign-in page, in milliseconds. */
const INTERACTIVE = 1500;

type Times = Record<'painted' | 'interactive', number>;

/**
 * First visits, with nothing kept, to pages that visits begin with, on a processor that is slowed down: when
 * something stands there, and when the page answers to a hand, which is when its heading is there and painted,
 * and its last long task is over.
 */
export async function benchPages(): Promise<void> {
  const telloom = await startTelloom();
  const browser = await startChromium();
  try {
    const rosa = await firstAdminTells(telloom);
    console.log(head);
    for (const [path, who] of [
      ['/sign-in', null],
      ['/', rosa],
      ['/watch', rosa],
      ['/admin', rosa],
    ] as const) {
      const visits: Times[] = [];
      for (let n = 0; n < VISITS; n += 1) {
        visits.push(await visit(browser, telloom.url, path, who));
      }
      report(path, visits);
    }
  } finally {
    await browser.close();
    await telloom.stop();
  }
}

async function visit(
  browser: Browser,
  base: string,
  path: string,
  who: Storyteller | null,
): Promise<Times> {
  const { page } = await newPerson(browser, base, 'Rosa');
  const context = page.context();
  if (who) await enter(context, base, who);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(watch);
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  const times = await page.evaluate(() => Reflect.get(window, 'times')() as Times);
  await context.close();
  return times;
}

const enter = (context: BrowserContext, url: string, { browser }: Storyteller) =>
  context.addCookies([...browser.cookies].map(([name, value]) => ({ name, value, url })));

/** In the page, from its first moment on. No function in it has a name: tsx would add a helper that is not there. */
function watch(): void {
  const ends = new Map<string, number>();
  for (const type of ['paint', 'longtask']) {
    const observer = new PerformanceObserver((list) => {
      for (const { entryType, startTime, duration } of list.getEntries()) {
        ends.set(entryType, Math.max(ends.get(entryType) ?? 0, startTime + duration));
      }
    });
    observer.observe({ type, buffered: true });
  }
  let heading = 0;
  new MutationObserver(() => {
    if (heading === 0 && document.querySelector('h1')) heading = performance.now();
  }).observe(document, { childList: true, subtree: true });
  Reflect.set(window, 'times', () => ({
    painted: ends.get('paint') ?? Number.NaN,
    interactive: Math.max(heading, ends.get('paint') ?? 0, ends.get('longtask') ?? 0),
  }));
}

function report(path: string, visits: Times[]): void {
  const median = (what: keyof Times) =>
    Math.round(
      quantile(
        visits.map((times) => times[what]),
        0.5,
      ),
    );
  const words = { painted: 'first paint', interactive: 'interactive' };
  for (const what of ['painted', 'interactive'] as const) {
    const ms = median(what);
    const hasBar = path === '/sign-in' && what === 'interactive';
    print({
      what: `${path}, ${words[what]}`,
      measured: `${ms} ms`,
      bar: hasBar ? `< ${INTERACTIVE} ms` : '',
      met: hasBar ? ms < INTERACTIVE : null,
    });
  }
}
