import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Database, openDatabase } from '../../db/session.ts';
import { testDatabase } from '../../db/testing/database.ts';
import { withEntered } from '../config/entered.ts';
import { type Auth, createAuth } from '../features/account/auth.ts';
import { createUploads } from '../features/recording/uploads.ts';
import { connectPayments } from '../features/subscriptions/connect.ts';
import { chooseEngine } from '../features/transcripts/engine/engines.ts';
import { effortOf, findTools } from '../features/videos/local-host/tools.ts';
import { runDueJobs } from '../worker/testing.ts';
import { jobsOf, prepareQueue } from '../worker/worker.ts';
import { buildApp } from './app.ts';
import { watchAnswers } from './testing-answers.ts';
import { Browser } from './testing-browser.ts';

export const publicUrl = 'http://localhost:3000';
export const secret = 'a secret of at least thirty-two characters';
export const goodPassword = 'a loom in the attic';

export interface TestServer {
  /** The superuser. */
  owner: pg.Client;
  ownerUrl: string;
  /** As `authenticator`. */
  apiUrl: string;
  /** Where it listens. */
  url: string;
  db: Database;
  auth: Auth;
  dataDir: string;
  browser: () => Browser;
  /** The six-digit code in the newest mail to this address. */
  codeFor: (email: string) => Promise<string>;
  /** Signs somebody up and in; gives the browser they did it with. */
  member: (email: string, name?: string) => Promise<Browser>;
  /** Runs every waiting job, and those that they ask for, to the end. */
  runJobs: () => Promise<void>;
  /** Closes the server and starts it anew at the same address. */
  restart: () => Promise<void>;
  /** Rejects where an answer was not as the OpenAPI document says. */
  stop: () => Promise<void>;
}

/** The whole server, on a database and a data folder of its own, with more settings if need be. */
export async function startTestServer(env: NodeJS.ProcessEnv = {}): Promise<TestServer> {
  const database = await testDatabase();
  const { ownerUrl } = database;
  await prepareQueue(ownerUrl);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const dataDir = mkdtempSync(join(tmpdir(), 'telloom-server-'));
  const settings = { TELLOOM_URL: publicUrl, TELLOOM_DATA: dataDir, ...env };
  const { config, given } = await withEntered(
    settings,
    { apiUrl: database.apiUrl, secret },
    () => {},
  );
  const db = openDatabase({ url: database.apiUrl });
  await connectPayments(db, config);
  const auth = createAuth({ config, secret, databaseUrl: database.authUrl, log: () => {} });
  const uploads = createUploads({ dataDir, maxBytes: config.maxUploadBytes, service: db });
  const tools = await findTools({
    ffmpeg: config.ffmpeg,
    effort: { ...effortOf(config), niceness: 0 },
  });
  const engine = await chooseEngine({ tools, config });
  const shared = { config, secret, service: db, uploads, tools };
  const mismatches = new Set<string>();
  const listen = async (port: number) => {
    const deps = { ...shared, given, db, auth, transcriber: engine?.name ?? null };
    const built = await watchAnswers(
      () => buildApp(deps),
      (mismatch) => mismatches.add(mismatch),
    );
    await built.listen({ host: '127.0.0.1', port });
    return built;
  };
  let app = await listen(0);
  const { port } = app.server.address() as AddressInfo;

  const browser = () => new Browser(`http://127.0.0.1:${port}`, publicUrl);
  const codeFor = async (email: string) => {
    const { rows } = await owner.query<{ text: string }>(
      'select text from private.mail where to_address = $1 order by created_at desc limit 1',
      [email],
    );
    const code = /\b\d{6}\b/.exec(rows[0]?.text ?? '')?.[0];
    if (!code) throw new Error(`There is no code in the newest mail to ${email}.`);
    return code;
  };
  return {
    owner,
    ownerUrl,
    apiUrl: database.apiUrl,
    url: `http://127.0.0.1:${port}`,
    db,
    auth,
    dataDir,
    browser,
    codeFor,
    member: async (email, name = 'Rosa Lopez') => {
      const person = browser();
      await person.post('/auth/sign-up/email', { name, email, password: goodPassword });
      await person.post('/auth/email-otp/verify-email', { email, otp: await codeFor(email) });
      return person;
    },
    runJobs: () => runDueJobs({ owner, ownerUrl }, jobsOf({ ...shared, engine }).tasks),
    restart: async () => {
      await app.close();
      app = await listen(port);
    },
    stop: async () => {
      await app.close();
      await auth.close();
      await db.close();
      await owner.end();
      await database.drop();
      rmSync(dataDir, { recursive: true });
      if (mismatches.size === 0) return;
      throw new Error(`Not as the OpenAPI document says:\n${[...mismatches].join('\n')}`);
    },
  };
}

/** An address nobody else uses. */
export const newEmail = (name: string) => `${name}-${randomBytes(6).toString('hex')}@example.com`;
