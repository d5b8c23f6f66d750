import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { addressOf } from '../../src/cli/demo/told/people.ts';
import { startChromium } from '../browser.ts';
import { signIn } from '../pages.ts';
import { spawnTelloom, startTelloom } from '../telloom.ts';
import { type Shot, shots } from './shots.ts';

/**
 * `npm run screenshots`: every page of every role, with the demo family, on a phone and on a desk,
 * light and dark; with --readme those in docs/images. Of a Telloom of its own, or of one that has
 * the family already.
 */
const { values } = parseArgs({
  options: {
    readme: { type: 'boolean', default: false },
    out: { type: 'string', default: 'test-results/screenshots' },
    only: { type: 'string', default: '' },
    url: { type: 'string' },
    password: { type: 'string', default: 'a loom in the attic' },
  },
});
const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };
const readmeFolder = 'docs/images';
const wanted = shots.filter(
  ({ who, name, readme }) =>
    new RegExp(values.only).test(`${who}-${name}`) && (readme || !values.readme),
);

async function main(): Promise<void> {
  mkdirSync(values.out, { recursive: true });
  if (values.url) return takeAll(values.url);
  const telloom = await startTelloom();
  try {
    const settings = { TELLOOM_DATA: telloom.dataDir, PORT: String(telloom.port) };
    // its answers too: it makes the family through a door of its own
    const { answersLog } = telloom;
    const demo = spawnTelloom(['demo', '--password', values.password], { settings, answersLog });
    demo.stdout?.pipe(process.stdout);
    const [code] = await once(demo, 'exit');
    if (code !== 0) throw new Error('the demo family was not made');
    await takeAll(telloom.url);
  } finally {
    await telloom.stop();
  }
}

async function takeAll(url: string): Promise<void> {
  const browser = await startChromium(['--use-fake-device-for-media-stream']);
  try {
    for (const who of new Set(wanted.map((shot) => shot.who))) {
      for (const size of Object.keys(sizes) as (keyof typeof sizes)[]) {
        await takeOf(browser, url, who, size);
      }
    }
  } finally {
    await browser.close();
  }
}

/** All pages of one person at one size. */
async function takeOf(
  browser: Browser,
  baseURL: string,
  who: Shot['who'],
  size: keyof typeof sizes,
): Promise<void> {
  const context = await browser.newContext({
    ...{ baseURL, viewport: sizes[size], locale: 'en-GB', reducedMotion: 'reduce' as const },
    permissions: ['camera', 'microphone'],
    deviceScaleFactor: values.readme ? 1.5 : 1,
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  if (who !== 'nobody') {
    await signIn(page, addressOf(who), values.password);
    await page.waitForFunction(() => location.pathname !== '/sign-in');
  }
  const fits = ({ readme }: Shot) => !values.readme || readme?.size === size;
  for (const shot of wanted.filter((one) => one.who === who && fits(one))) {
    await page.goto(typeof shot.path === 'string' ? shot.path : await shot.path(page));
    await settled(page);
    await shot.first?.(page);
    await (values.readme ? takeForReadme(page, shot) : takeBoth(page, shot, size));
    process.stdout.write(`${who} ${shot.name} ${size}\n`);
  }
  await context.close();
}

async function takeBoth(page: Page, { who, name }: Shot, size: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const path = join(values.out, `${who}-${name}-${size}-${colorScheme}.png`);
    await page.screenshot({ path, fullPage: true });
  }
}

async function takeForReadme(page: Page, { who, name, readme }: Shot): Promise<void> {
  await page.emulateMedia({ colorScheme: readme?.scheme });
  const picture = sharp(await page.screenshot()).webp({ quality: 82 });
  await picture.toFile(join(readmeFolder, `${who}-${name}.webp`));
}

/** Nothing is on its way any more, fonts and pictures included. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('h1') && !document.querySelector('[aria-busy="true"]'),
  );
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

await main();
