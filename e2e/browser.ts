import { type Browser, chromium, type Page } from 'playwright-core';
import type { Browser as Member } from '../src/server/testing-browser.ts';

/** Chromium as Debian brings it, quiet and offline but for our own server. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function startChromium(args: string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: [...flags, ...args] });
}

/** A person of a test, with a browser profile of their own. */
export interface Person {
  name: string;
  email: string;
  page: Page;
  /** What the browser complained about; a test ends with this empty. */
  complaints: string[];
}

/** A person with a window of a phone's size. Nothing they do may upset the browser. */
export async function newPerson(browser: Browser, base: string, name: string): Promise<Person> {
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width: 390, height: 844 },
    permissions: ['camera', 'microphone'],
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  return { name, email: `${name.toLowerCase()}@example.com`, page, complaints };
}

/** The same, signed in already as somebody who is a member of this server. */
export async function newMember(browser: Browser, member: Member, name: string): Promise<Person> {
  const person = await newPerson(browser, member.server, name);
  const url = member.server;
  const cookies = [...member.cookies].map(([key, value]) => ({ name: key, value, url }));
  await person.page.context().addCookies(cookies);
  return person;
}

/**
 * The page has come to a path that fits the pattern, with its search. Says the address.
 * Page.waitForURL waits for the load of a page that may already be on its way to the next one,
 * and fails when it goes.
 */
export async function arrive(page: Page, at: RegExp): Promise<URL> {
  await page.waitForFunction((re) => re.test(location.pathname + location.search), at);
  return new URL(page.url());
}

/** The status of a GET made by this page, with its cookies. */
export const statusOf = (page: Page, path: string): Promise<number> =>
  page.evaluate(async (url) => (await fetch(url, { cache: 'no-store' })).status, path);

/** A part of a journey: what fails in it says where it was. */
export async function step(name: string, work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Error) error.message = `${name}: ${error.message}`;
    throw error;
  }
}
