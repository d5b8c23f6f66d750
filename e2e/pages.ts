import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
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
  await page.getByText('Tell my own stories').click();
  await button(page, 'Continue').click();
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
  await button(page, 'Sign in').click();
}

/** No violation of WCAG 2.2 AA that axe can find on this page, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const found = violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]);
    expect([page.url(), colorScheme, found]).toEqual([page.url(), colorScheme, []]);
  }
}
