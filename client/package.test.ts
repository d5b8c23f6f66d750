import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../src/server/testing.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = join(root, 'node_modules/typescript/bin/tsc');

/** A program of somebody who has installed the package. */
const program = `
import { ApiError, createTelloom, type Answer } from '@telloom/client';

const [url = '', cookie = ''] = process.argv.slice(2);
const telloom = createTelloom({ url, headers: { cookie } });
const feed: Answer<'/feed', 'get'> = await telloom.get('/feed');
const sharer: { sharerId: string } = await telloom.post('/me/sharer');
const invited = await telloom.post('/invitations', { body: { email: 'anna@example.org', role: 'LISTENER' } });
const { items } = await telloom.get('/invitations');
await telloom.delete('/invitations/{id}', { path: { id: invited.id } });
const refused = await telloom
  .get('/responses/{id}', { path: { id: sharer.sharerId } })
  .catch((error: unknown) => error);
const found = await telloom.get('/search', { query: { q: 'bread & butter' } });
// @ts-expect-error a topic video is not asked for without saying which
void (() => telloom.get('/topic-videos/{id}'));
// @ts-expect-error there is no such address
void (() => telloom.get('/nowhere'));
console.log(JSON.stringify({
  feed: feed.items,
  invited: items.map(({ email }) => email),
  found: found.total,
  refused: refused instanceof ApiError && [refused.status, refused.is('not-found')],
}));
`;

let server: TestServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'telloom-client-'));
  server = await startTestServer();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.stop();
});

test('packed and installed elsewhere, it compiles and calls a Telloom', async () => {
  const person = await server.member(newEmail('rosa'));
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const client = join(root, 'client');
  const packed = await run('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: client,
  });
  const [{ filename, files }] = JSON.parse(packed.stdout);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'use.ts'), program);
  const quiet = ['--offline', '--no-audit', '--no-fund'];
  await run('npm', ['install', ...quiet, `./${filename}`], { cwd: folder });
  symlinkSync(join(root, 'node_modules/@types'), join(folder, 'node_modules/@types'));
  await run(
    process.execPath,
    [tsc, '--strict', '--target', 'es2022', '--module', 'nodenext', '--types', 'node', 'use.ts'],
    { cwd: folder },
  ).catch(({ stdout }) => {
    throw new Error(stdout);
  });
  const { stdout } = await run(process.execPath, ['use.js', server.url, cookie], { cwd: folder });

  expect(JSON.parse(stdout)).toEqual({
    feed: [],
    invited: ['anna@example.org'],
    found: 0,
    refused: [404, true],
  });
  const names = files.map(({ path }: { path: string }) => path);
  expect(names).toEqual(expect.arrayContaining(['README.md', 'dist/index.js', 'dist/index.d.ts']));
  expect(names.filter((name: string) => !/^(package\.json|README\.md|dist\/)/.test(name))).toEqual(
    [],
  );
});
