import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { openDatabase } from '../../db/session.ts';
import { openVault } from '../../db/vault.ts';
import { parseConfig } from '../config.ts';
import { createAuth } from '../features/account/auth.ts';
import { createUploads } from '../features/recording/uploads.ts';
import { buildApp } from './app.ts';

export const apiTypesFile = new URL('../../client/api-types.ts', import.meta.url);

/** The OpenAPI document of this code, made without a database: nothing is asked of it. */
export async function openApiDocument(): Promise<OpenAPI3> {
  const nowhere = 'postgres://localhost/nowhere';
  // The store of uploads makes its folder: not in anybody's data folder.
  const dataDir = await mkdtemp(join(tmpdir(), 'telloom-openapi-'));
  const config = parseConfig({ TELLOOM_DATA: dataDir });
  const secret = 'nothing is signed with this secret';
  const db = openDatabase({ url: nowhere });
  const auth = createAuth({ config, secret, databaseUrl: nowhere, log: () => {} });
  const uploads = createUploads({ dataDir, maxBytes: 1, service: db });
  const given = { env: {}, vault: openVault({ url: nowhere, secret }) };
  const none = { tools: null, transcriber: null };
  const deps = { config, given, secret, db, service: db, auth, uploads, ...none };
  const app = await buildApp(deps);
  await app.ready();
  const document = app.swagger() as unknown as OpenAPI3;
  await Promise.all([app.close(), auth.close(), db.close()]);
  await rm(dataDir, { recursive: true });
  return document;
}

/** The TypeScript types by which the client, and the web app with it, knows the API. */
export async function apiTypes(): Promise<string> {
  const types = astToString(await openapiTS(await openApiDocument()));
  return `// Generated from the API's own schemas by "npm run api-types". Do not edit.\n\n${types}`;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await writeFile(apiTypesFile, await apiTypes());
}
