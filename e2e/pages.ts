import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Person } from './browser.ts';

/** What several journeys do on a page, found as a person finds it: by role and by name. */

export const password = 'a loom in the attic';

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

export const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name });

export async function fillNewAccount({ page, name, email }: Person): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
}

/** From the one-time link to the welcome page, as the first admin. */
export async function setUp(person: Person, setupLink: string): Promise<void> {
  await person.page.goto(setupLink);
  await fillNewAccount(person);
  await button(person.page, 'Make my account').click();
  await heading(person.page, `Welcome, ${person.name}`).waitFor();
}

/** From the welcome page to the first question. */
export async function becomeStoryteller({ page }: Person): Promise<void> {
  await button(page, /^Tell my own stories/).click();
  await page.getByRole('link', { name: 'Record my answer' }).waitFor();
}

/**
 * To the notice of what is still on this device. A browser writes down its cookies only now and
 * then; one that was killed may have forgotten who was signed in.
 */
export async function signInIfAsked(page: Page, email: string): Promise<void> {
  const notice = page.getByText(/is still on this device/);
  const field = page.getByLabel('E-mail address');
  await notice.or(field).first().waitFor();
  if (await field.isVisible()) await signIn(page, email);
  await notice.waitFor();
}

/** On the sign-in page. */
export async function signIn(page: Page, email: string, by = password): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(by);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/**
 * What GOV.UK asks of every page, as far as a browser can see it: one heading, which the title of
 * the window begins with; nothing that cannot be pressed; one thing to do on a storyteller's page.
 */
async function expectPlain(page: Page): Promise<void> {
  // A page that is still on its way has no title yet.
  await expect
    .poll(() => plainness(page), { timeout: 60_000 })
    .toEqual({ page: page.url(), others: [], begins: true, ends: true, dead: [], rivals: [] });
}

const plainness = (page: Page) =>
  page.evaluate(() => {
    const shown = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility());
    const names = (selector: string) => shown(selector).map((one) => one.textContent?.trim());
    const [heading = 'no heading', ...others] = names('h1');
    const wrong = document.querySelector('[aria-labelledby="error-summary"]') !== null;
    return {
      page: location.href,
      others,
      begins: document.title.startsWith(wrong ? `Error: ${heading}` : heading),
      ends: document.title.endsWith('Telloom'),
      dead: names(
        'main :is(button, input, select, textarea):is(:disabled, [aria-disabled="true"])',
      ),
      rivals: names('main.storyteller :is(a, button).bg-thread').slice(1),
    };
  });

/**
 * Sends a form that will be refused: the summary has the focus and says it in the title, each of
 * its lines leads to its field, and what was typed is still there.
 */
export async function expectRefused(page: Page, send: Locator): Promise<void> {
  const typed = () =>
    page
      .locator('main :is(input, textarea)')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  await send.waitFor();
  const before = await typed();
  await send.click();
  const summary = page.getByRole('alert', { name: 'There is a problem' });
  await summary.waitFor();
  const hasFocus = (place: Locator) => place.evaluate((one) => one === document.activeElement);
  await expect.poll(() => hasFocus(summary)).toBe(true);
  for (const line of await summary.getByRole('link').all()) {
    const field = page.locator(`[id="${(await line.getAttribute('href'))?.slice(1)}"]`);
    const says = (await line.textContent()) ?? '';
    expect(await describedBy(field)).toContain(says);
    await line.click();
    const holdsFocus = await field.evaluate((one) => one.contains(document.activeElement));
    expect([says, holdsFocus]).toEqual([says, true]);
  }
  expect(await typed()).toEqual(before);
  await expectPlain(page);
}

/** What a screen reader says of a field after its name. */
const describedBy = (field: Locator) =>
  field.evaluate((one) =>
    (one.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
      .join(' '),
  );

/** The checker behind pa11y, which has rules of its own. pa11y itself brings another browser. */
const codeSniffer = readFileSync(
  fileURLToPath(import.meta.resolve('@pa11y/html_codesniffer/build/HTMLCS.js')),
  'utf8',
);

interface CodeSniffer {
  process: (standard: string, content: Document, done: () => void) => void;
  getMessages: () => { type: number; code: string; element: Element }[];
}

/** What a second opinion calls an error of WCAG 2 AA. */
async function sniffed(page: Page): Promise<string[]> {
  await page.evaluate(codeSniffer);
  return page.evaluate(async () => {
    const { HTMLCS } = window as unknown as { HTMLCS: CodeSniffer };
    await new Promise<void>((done) => HTMLCS.process('WCAG2AA', document, done));
    const errors = HTMLCS.getMessages().filter(
      ({ type, code, element }) =>
        type === 1 &&
        // react-aria's inputs for files are shown to nobody: its buttons press them
        element.checkVisibility() &&
        // "username webauthn" is of a standard that is newer than the checker:
        // https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#attr-fe-autocomplete-webauthn
        !(code.endsWith('.H98') && element.matches('[autocomplete$=" webauthn"]')),
    );
    return errors.map(({ code, element }) => `${code} ${element.outerHTML.slice(0, 300)}`);
  });
}

/** No violation of WCAG 2.2 AA that axe can find on this page, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectPlain(page);
  expect([page.url(), await sniffed(page)]).toEqual([page.url(), []]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const found = violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]);
    expect([page.url(), colorScheme, found]).toEqual([page.url(), colorScheme, []]);
  }
}
