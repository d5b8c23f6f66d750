import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from './testing.ts';

const webRoot = new URL('../../dist/web/', import.meta.url);
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  server.browser().fetch(path, { headers });

test('the tests run on a built web app, as people do', () => {
  expect(existsSync(new URL('index.html', webRoot))).toBe(true);
});

test('every page is the web app, and its files come compressed and stay in the cache', async () => {
  const page = await get('/stories/of-somebody');
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  const script = /\/assets\/first-[^"]+\.js/.exec(page.body as string)?.[0] ?? '/no script';
  const file = await get(script, { 'accept-encoding': 'br' });
  expect(file.status).toBe(200);
  expect(file.headers.get('content-encoding')).toBe('br');
  expect(file.headers.get('cache-control')).toMatch(/immutable/);
});

test.each(['/assets/gone.js', '/api/v1/gone', '/media/gone', '/media/a.b.c.d/master.m3u8'])(
  '%s is not a page',
  async (path) => {
    const answer = await get(path);
    expect([answer.status, answer.body.type]).toEqual([404, 'urn:telloom:problem:not-found']);
  },
);

test('the worker keeps the app as it was built, and nothing that is not a file of it', async () => {
  const worker = await get('/sw.js');
  expect(worker.headers.get('cache-control')).toBe('no-cache');
  const build = JSON.parse(/^const build = (.*);$/m.exec(worker.body as string)?.[1] ?? 'null');
  const page = (await get('/')).body as string;
  expect(build.links.filter((link: string) => !page.includes(link))).toEqual([]);
  expect(build.files).toEqual(expect.arrayContaining(build.links));
  expect(build.links.length).toBeGreaterThan(1);
  const missing = build.files.filter((file: string) => !existsSync(new URL(`.${file}`, webRoot)));
  expect([missing, build.files.filter((file: string) => !file.startsWith('/assets/'))]).toEqual([
    [],
    [],
  ]);
});

test('it can be installed, with pictures of the sizes that it says', async () => {
  const manifest = JSON.parse(readFileSync(new URL('manifest.webmanifest', webRoot), 'utf8'));
  const pictures = manifest.icons.filter(({ type }: { type: string }) => type === 'image/png');
  for (const { src, sizes } of pictures) {
    const { width, height } = await sharp(fileURLToPath(new URL(`.${src}`, webRoot))).metadata();
    expect([src, `${width}x${height}`]).toEqual([src, sizes]);
  }
  const purposes = pictures.map(({ sizes, purpose }: Record<string, string>) => [sizes, purpose]);
  expect(purposes).toContainEqual(['512x512', 'maskable']);
  expect(purposes).toContainEqual(['512x512', undefined]);
});

test('no page may be framed, and scripts come from here alone', async () => {
  const { headers } = await get('/');
  expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
  expect(headers.get('content-security-policy')).toMatch(/script-src 'self'(;|$)/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('says that it is alive, and that it is ready', async () => {
  expect((await get('/healthz')).body).toEqual({ status: 'ok' });
  expect((await get('/readyz')).body).toEqual({ status: 'ready' });
  expect((await get('/api/openapi.json')).body.openapi).toBe('3.1.0');
});
