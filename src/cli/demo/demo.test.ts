import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseConfig } from '../../config.ts';
import { findTools } from '../../features/videos/local-host/tools.ts';
import { publicUrl, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { installQuestions } from '../starter.ts';
import { type FamilyDeps, makeFamily } from './family.ts';
import { removeFamily } from './remove.ts';
import { addressOf, type Name } from './told/people.ts';
import { stories, summedUp } from './told/stories.ts';

const password = 'a loom in the attic';
/** One story for each way to share, and a topic, with a sentence each: two films of a few seconds. */
const toTell = {
  stories: stories
    .filter(({ key }) => ['bakery', 'tuesday', 'unsaid'].includes(key))
    .map((told) => ({
      ...{ ...told, said: told.said.slice(0, 1) },
      ...(told.key !== 'bakery' && { voiceAlone: true as const }),
    })),
  topic: { ...summedUp, said: summedUp.said.slice(0, 1) },
};

let server: TestServer;
let deps: FamilyDeps;
let before: { rows: Record<string, number>; files: string[] };

beforeAll(async () => {
  server = await startTestServer();
  await installQuestions(server.ownerUrl, () => {});
  before = await everything();
  deps = {
    door: { server: server.url, origin: publicUrl },
    service: server.db,
    owner: server.owner,
    config: parseConfig({ TELLOOM_URL: publicUrl, TELLOOM_DATA: server.dataDir }),
    tools: await findTools(),
    password,
    // What the last step left to do is done before the next begins.
    step: async (_label, work) => {
      await server.runJobs();
      return work(() => {});
    },
  };
  await makeFamily(deps, toTell);
  await server.runJobs();
});
afterAll(() => server?.stop());

/** What of a story the API gives to somebody. */
async function signedIn(who: Name): Promise<Browser> {
  const browser = server.browser();
  const { status } = await browser.post('/auth/sign-in/email', { email: addressOf(who), password });
  expect(status).toBe(200);
  return browser;
}

/** How many rows each table has, and all files. */
async function everything() {
  const { rows: tables } = await server.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'private', 'auth', 'storage') order by 1`,
  );
  const rows: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows: counted } = await server.owner.query(`select count(*)::int as n from ${name}`);
    rows[name] = counted[0].n;
  }
  const entries = readdirSync(server.dataDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return { rows, files };
}

const questionsOf = (items: { question: string }[]) =>
  items
    .map(({ question }) => toTell.stories.find((told) => told.question === question)?.key)
    .sort();

it('shows each of them what they may watch, and nothing else', async () => {
  const [rosa, anna, ben, karl] = [
    await signedIn('rosa'),
    await signedIn('anna'),
    await signedIn('ben'),
    await signedIn('karl'),
  ];
  const own = (await rosa.get('/responses')).body.items;
  expect(questionsOf(own)).toEqual(['bakery', 'tuesday', 'unsaid']);
  expect(questionsOf((await anna.get('/feed')).body.items)).toEqual(['bakery', 'tuesday']);
  expect(questionsOf((await ben.get('/feed')).body.items)).toEqual(['bakery']);
  const hidden = own.find(
    ({ privacyLevel }: { privacyLevel: string }) => privacyLevel === 'Private',
  );
  expect((await anna.get(`/responses/${hidden.id}`)).status).toBe(404);
  const [rosas] = (await karl.get('/looked-after')).body.items;
  expect((await karl.for(rosas.id).get(`/responses/${hidden.id}`)).status).toBe(200);
});

it('tells with checked words, and has things beside its stories', async () => {
  const anna = await signedIn('anna');
  const [story] = (await anna.get('/favorites')).body.items;
  const { video, summary } = (await anna.get(`/responses/${story.id}`)).body;
  const [bakery] = toTell.stories;
  expect(summary).toBe(bakery?.summary);
  expect(video.transcript).toMatchObject({ isChecked: true, language: 'en', source: 'person' });
  expect(video.transcript.cues.map(({ text }: { text: string }) => text)).toEqual(bakery?.said);
  const { items } = (await anna.get(`/responses/${story.id}/attachments`)).body;
  expect(items.map(({ state, kind }: { state: string; kind: string }) => [state, kind])).toEqual([
    ['ready', 'photo'],
    ['ready', 'photo'],
  ]);
  const [summedUpHere] = (await anna.get('/topic-videos')).body.items;
  expect(summedUpHere).toMatchObject({ title: summedUp.title, status: 'READY' });
});

it('makes no second family', async () => {
  await expect(makeFamily(deps, toTell)).rejects.toThrow(/is here already.*demo --remove/);
});

it('is removed without a trace', async () => {
  await signedIn('ben');
  expect(await removeFamily(deps)).toBe(6);
  const after = await everything();
  // What counts tries for a day, and what keeps a link and an event from working twice.
  for (const { rows } of [before, after]) {
    for (const name of ['rate_limits', 'address_limits']) delete rows[`auth.ba_${name}`];
    for (const name of ['setup_token', 'mux_event', 'change']) delete rows[`private.${name}`];
  }
  expect(after).toEqual(before);
  expect(await removeFamily(deps)).toBe(0);
});
