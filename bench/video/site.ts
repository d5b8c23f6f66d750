import type pg from 'pg';
import { Browser } from '../../src/server/testing-browser.ts';
import { type EmptySite, publicUrl, startEmptySite } from '../site.ts';

export interface Site extends EmptySite {
  /** Signed in as a storyteller; and the header that says so. */
  rosa: Browser;
  cookie: () => string;
  /** A question to answer. */
  question: string;
}

/** The whole server, with its own database, and a storyteller who is signed in. */
export async function startSite(): Promise<Site> {
  const site = await startEmptySite();
  const rosa = new Browser(`http://127.0.0.1:${site.port}`, publicUrl);
  await signIn(rosa, site.owner);
  return {
    ...site,
    rosa,
    cookie: () => [...rosa.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    question: await ask(site.owner),
  };
}

async function signIn(person: Browser, owner: pg.Client): Promise<void> {
  const email = 'rosa@example.com';
  const account = { name: 'Rosa', email, password: 'a loom in the attic' };
  await person.post('/auth/sign-up/email', account);
  const { rows } = await owner.query('select text from private.mail order by created_at desc');
  const otp = /\b\d{6}\b/.exec(rows[0].text)?.[0];
  await person.post('/auth/email-otp/verify-email', { email, otp });
  await person.post('/me/sharer');
}

async function ask(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query(
    `insert into public."Prompt" ("promptText") values ('Bread?') returning id`,
  );
  return rows[0].id;
}
