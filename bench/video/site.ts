import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../../db/session.ts';
import { setLogins } from '../../src/cli/logins.ts';
import { parseConfig } from '../../src/config.ts';
import { createAuth } from '../../src/features/account/auth.ts';
import { createUploads } from '../../src/features/recording/uploads.ts';
import { buildApp } from '../../src/server/app.ts';
import { Browser } from '../../src/server/testing-browser.ts';
import { prepareQueue } from '../../src/worker/worker.ts';
import { startServer } from '../server.ts';

export interface Site {
  port: number;
  dataDir: string;
  owner: pg.Client;
  /** Signed in as a storyteller; and the header that says so. */
  rosa: Browser;
  cookie: () => string;
  /** A question to answer. */
  question: string;
  stop: () => Promise<void>;
}

/** The whole server, with its own database, and a storyteller who is signed in. */
export async function startSite(): Promise<Site> {
  const database = await startServer();
  const dataDir = mkdtempSync(join(tmpdir(), 'telloom-bench-data-'));
  const secret = 'a secret of at least thirty-two characters';
  const publicUrl = 'http://localhost:3000';
  const config = parseConfig({ TELLOOM_URL: publicUrl, TELLOOM_DATA: dataDir });
  await prepareQueue(database.ownerUrl);
  const { apiUrl, authUrl } = await setLogins(database.ownerUrl, secret);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const db = openDatabase({ url: apiUrl });
  const auth = createAuth({ config, secret, databaseUrl: authUrl, log: () => {} });
  const uploads = createUploads({ dataDir, maxBytes: config.maxUploadBytes, service: db });
  const shared = { config, secret, db, service: db, auth, uploads };
  const app = await buildApp({ ...shared, tools: null, transcriber: null });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const rosa = new Browser(`http://127.0.0.1:${port}`, publicUrl);
  await signIn(rosa, owner);
  return {
    ...{ port, dataDir, owner, rosa },
    cookie: () => [...rosa.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    question: await ask(owner),
    stop: async () => {
      await app.close();
      await auth.close();
      await db.close();
      await owner.end();
      await database.stop();
      rmSync(dataDir, { recursive: true });
    },
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
