import type { Browser } from 'playwright-core';
import { newPerson, type Person } from './browser.ts';
import { password } from './pages.ts';

/** What a page may ask the API for, with its cookies. */
export function call<T>({ page }: Person, method: string, path: string, data?: object): Promise<T> {
  return page.evaluate(
    async ([how, where, body]) => {
      const headers = { 'content-type': 'application/json' };
      const sent = body ? { headers, body: JSON.stringify(body) } : {};
      const answer = await fetch(`/api/v1${where}`, { method: how, ...sent });
      if (!answer.ok) throw new Error(`${how} ${where} met ${answer.status}`);
      return answer.status === 204 ? undefined : answer.json();
    },
    [method, path, data] as const,
  );
}

/** Somebody whom a storyteller invited and who has accepted, signed in. The pages for it have a journey of their own. */
export async function inviteListener(
  browser: Browser,
  base: string,
  { name, by }: { name: string; by: Person },
): Promise<Person> {
  const person = await newPerson(browser, base, name);
  const { email } = person;
  await person.page.goto('/sign-in');
  const { link } = await call<{ link: string }>(by, 'POST', '/invitations', {
    email,
    role: 'LISTENER',
  });
  await call(person, 'POST', '/auth/sign-up/email', { name, email, password });
  const { items } = await call<{ items: { to: string; text: string }[] }>(by, 'GET', '/admin/mail');
  const otp = items
    .filter(({ to }) => to === email)
    .map(({ text }) => /\b\d{6}\b/.exec(text)?.[0])
    .find((code) => code !== undefined);
  await call(person, 'POST', '/auth/email-otp/verify-email', { email, otp });
  await call(person, 'POST', '/invitations/accept', { token: link.split('#')[1] });
  return person;
}
