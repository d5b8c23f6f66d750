import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../db/session.ts';
import { openVault } from '../../db/vault.ts';
import { parseConfig } from '../../src/config.ts';
import { createAuth } from '../../src/features/account/auth.ts';
import { createUploads } from '../../src/features/recording/uploads.ts';
import { buildApp } from '../../src/server/app.ts';
import { publicUrl, secret } from '../site.ts';

/** The server, in a process of its own, on a database that is there. */
const [apiUrl = '', authUrl = ''] = process.argv.slice(2);
const dataDir = mkdtempSync(join(tmpdir(), 'telloom-bench-data-'));
process.on('exit', () => rmSync(dataDir, { recursive: true }));
process.on('disconnect', () => process.exit());

const config = parseConfig({
  TELLOOM_URL: publicUrl,
  TELLOOM_DATA: dataDir,
  TELLOOM_REQUEST_LIMIT: '0', // a few callers ask all there is to ask
});
const db = openDatabase({ url: apiUrl });
const auth = createAuth({ config, secret, databaseUrl: authUrl, log: () => {} });
const uploads = createUploads({ dataDir, maxBytes: config.maxUploadBytes, service: db });
const given = { env: {}, vault: openVault({ url: apiUrl, secret }) };
const none = { tools: null, transcriber: null };
const deps = { config, given, secret, db, service: db, auth, uploads, ...none };
const app = await buildApp(deps);
await app.listen({ host: '127.0.0.1', port: 0 });
process.send?.((app.server.address() as AddressInfo).port);
