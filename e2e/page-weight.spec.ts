import { existsSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../src/server/testing.ts';
import { newMember, newPerson, type Person, startChromium } from './browser.ts';

/** The first pages of a visit, with what each may bring along of code and of styles, in kB of gzip. */
const pages = [
  { who: 'nobody', path: '/sign-in', code: 120, styles: 10 },
  { who: 'nobody', path: '/sign-up', code: 123, styles: 10 },
  { who: 'nobody', path: '/invitation', code: 158, styles: 10 },
  { who: 'nobody', path: '/help', code: 120, styles: 10 },
  { who: 'rosa', path: '/', code: 215, styles: 10 },
  { who: 'rosa', path: '/watch', code: 210, styles: 10 },
  { who: 'rosa', path: '/looked-after', code: 200, styles: 10 },
  { who: 'rosa', path: '/admin', code: 201, styles: 10 },
] as const;

let server: TestServer;
let browser: Browser;
let people: Record<'nobody' | 'rosa', Person>;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), startChromium()]);
  const member = await server.member(newEmail('rosa'), 'Rosa');
  await member.post('/me/sharer');
  await server.owner.query(
    `insert into public."ProfileRole" ("profileId", role) select id, 'ADMIN' from public."Profile"`,
  );
  const [nobody, rosa] = await Promise.all([
    newPerson(browser, server.url, 'Nobody'),
    newMember(browser, member, 'Rosa'),
  ]);
  people = { nobody, rosa };
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** As gzip sends it. A file that is not packed is smaller than a packet. */
function weigh(url: string): number {
  const file = new URL(`../dist/web${new URL(url).pathname}`, import.meta.url);
  const packed = new URL(`${file.href}.gz`);
  return readFileSync(existsSync(packed) ? packed : file).length / 1000;
}

/** What a page had fetched by the time its heading stood there and all was quiet. */
async function fetchedBy(page: Page, path: string): Promise<string[]> {
  const urls = new Set<string>();
  const note = (request: { url: () => string }) => urls.add(request.url());
  page.on('request', note);
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  page.off('request', note);
  return [...urls].filter((url) => new URL(url).pathname.startsWith('/assets/'));
}

test.each(pages)('$path brings no more along than it may', async ({ who, path, code, styles }) => {
  const urls = await fetchedBy(people[who].page, path);
  const sum = (kind: RegExp) =>
    urls.filter((url) => kind.test(url)).reduce((all, url) => all + weigh(url), 0);
  const weight = { code: sum(/\.js$/), styles: sum(/\.css$/) };
  expect(weight.code).toBeGreaterThan(50);
  const each = urls.map((url) => `${weigh(url).toFixed(1)} kB ${url}`).join('\n');
  expect(weight.code, `code on ${path}:\n${each}`).toBeLessThanOrEqual(code);
  expect(weight.styles, `styles on ${path}:\n${each}`).toBeLessThanOrEqual(styles);
});
