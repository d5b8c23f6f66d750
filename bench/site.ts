import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../db/session.ts';
import { setLogins } from '../src/cli/logins.ts';
import { withEntered } from '../src/config/entered.ts';
import { createAuth } from '../src/features/account/auth.ts';
import { createUploads } from '../src/features/recording/uploads.ts';
import { buildApp } from '../src/server/app.ts';
import { prepareQueue } from '../src/worker/worker.ts';
import { startServer } from './server.ts';

export const secret = 'a secret of at least thirty-two characters';
export const publicUrl = 'http://localhost:3000';

export interface EmptySite {
  port: number;
  dataDir: string;
  owner: pg.Client;
  ownerUrl: string;
  stop: () => Promise<void>;
}

/** The whole server on a database of its own, in which nobody is yet. */
export async function startEmptySite(): Promise<EmptySite> {
  const database = await startServer();
  const dataDir = mkdtempSync(join(tmpdir(), 'telloom-bench-data-'));
  await prepareQueue(database.ownerUrl);
  const { apiUrl, authUrl } = await setLogins(database.ownerUrl, secret);
  const env = { TELLOOM_URL: publicUrl, TELLOOM_DATA: dataDir, TELLOOM_REQUEST_LIMIT: '0' };
  const { config, given } = await withEntered(env, { apiUrl, secret }, () => {});
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const db = openDatabase({ url: apiUrl });
  const auth = createAuth({ config, secret, databaseUrl: authUrl, log: () => {} });
  const uploads = createUploads({ dataDir, maxBytes: config.maxUploadBytes, service: db });
  const shared = { config, given, secret, db, service: db, auth, uploads };
  const app = await buildApp({ ...shared, tools: null, transcriber: null });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    ...{ port, dataDir, owner, ownerUrl: database.ownerUrl },
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
