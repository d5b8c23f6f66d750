import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';

// Karl tells stories, and looks after those of Rosa and of Otto.
let server: TestServer;
let rosa: Browser;
let otto: Browser;
let karl: Browser;
let sam: Browser;
let forRosa: Browser;
let forOtto: Browser;
const sharers = { rosa: '', otto: '', karl: '' };
const stories = { rosa: '', otto: '', karl: '' };
const question = randomUUID();
const untold = randomUUID();

async function keptBy(teller: Browser, email: string) {
  const { body } = await teller.post('/invitations', { email, role: 'EXECUTOR' });
  await karl.post('/invitations/accept', { token: body.link.split('#')[1] });
}
async function tell(sharer: string): Promise<string> {
  const { rows } = await server.owner.query<{ id: string }>(
    `insert into public."PromptResponse" ("profileSharerId", "promptId", "privacyLevel")
     values ($1, $2, 'Private') returning id`,
    [sharer, question],
  );
  return rows[0]?.id ?? '';
}
const sharerOf = async (videoId: string) =>
  (
    await server.owner.query('select "profileSharerId" as id from public."Video" where id = $1', [
      videoId,
    ])
  ).rows[0]?.id;
const record = (browser: Browser) =>
  browser.post('/recordings', { promptId: untold, kind: 'video', contentType: 'video/webm' });

beforeAll(async () => {
  server = await startTestServer();
  await server.owner.query(
    `insert into public."Prompt" (id, "promptText") values ($1, 'My first job'), ($2, 'And then?')`,
    [question, untold],
  );
  const email = newEmail('karl');
  rosa = await server.member(newEmail('rosa'), 'Rosa');
  otto = await server.member(newEmail('otto'), 'Otto');
  karl = await server.member(email, 'Karl');
  sam = await server.member(newEmail('sam'), 'Sam');
  for (const [name, browser] of Object.entries({ rosa, otto, karl }) as ['rosa', Browser][]) {
    sharers[name] = (await browser.post('/me/sharer')).body.sharerId;
    stories[name] = await tell(sharers[name]);
  }
  await keptBy(rosa, email);
  await keptBy(otto, email);
  forRosa = karl.for(sharers.rosa);
  forOtto = karl.for(sharers.otto);
});
afterAll(() => server.stop());

test('a keeper sees whom they look after, and what waits there', async () => {
  const { items } = (await karl.get('/looked-after')).body;
  expect(items).toMatchObject([
    { id: sharers.otto, name: 'Otto', stories: 1, newestQuestion: 'My first job' },
    { id: sharers.rosa, name: 'Rosa', stories: 1, suggestions: 0, troubled: 0, unanswered: 0 },
  ]);
  expect((await karl.get('/me')).body).toMatchObject({ keepsCount: 2, actingFor: null });
  expect((await rosa.get('/looked-after')).body.items).toEqual([]);
  expect((await server.browser().get('/looked-after')).status).toBe(401);
});

describe('acting for Rosa', () => {
  test('is to tell as her', async () => {
    expect((await forRosa.get('/me')).body).toMatchObject({
      firstName: 'Karl',
      sharerId: sharers.rosa,
      actingFor: { id: sharers.rosa, name: 'Rosa' },
    });
    const listed = (await forRosa.get('/responses')).body.items.map(({ id }: { id: string }) => id);
    expect(listed).toEqual([stories.rosa]);
    expect((await forRosa.get(`/prompts/${question}`)).body.responseId).toBe(stories.rosa);
    expect((await karl.get(`/prompts/${question}`)).body.responseId).toBe(stories.karl);
  });

  test('records for her, as oneself for oneself, and shows each where it belongs', async () => {
    const hers = (await record(forRosa)).body.videoId;
    const own = (await record(karl)).body.videoId;
    expect(await sharerOf(hers)).toBe(sharers.rosa);
    expect(await sharerOf(own)).toBe(sharers.karl);
  });

  test('reaches nothing of Otto’s, and nothing of one’s own', async () => {
    for (const story of [stories.otto, stories.karl]) {
      expect((await forRosa.get(`/responses/${story}`)).status).toBe(404);
      expect((await forRosa.delete(`/responses/${story}`)).status).toBe(404);
      const change = { privacyLevel: 'Public' };
      expect((await forRosa.patch(`/responses/${story}`, change)).status).toBe(404);
    }
    expect((await forOtto.get(`/responses/${stories.otto}`)).body.canManage).toBe(true);
  });

  test('invites listeners, and names no keeper', async () => {
    const listener = { email: newEmail('anna'), role: 'LISTENER' };
    expect((await forRosa.post('/invitations', listener)).status).toBe(201);
    const keeper = { email: newEmail('eve'), role: 'EXECUTOR' };
    expect((await forRosa.post('/invitations', keeper)).status).toBe(403);
    const emails = async (browser: Browser) =>
      (await browser.get('/invitations')).body.items
        .filter(({ status }: { status: string }) => status === 'PENDING')
        .map(({ email }: { email: string }) => email);
    expect(await emails(forRosa)).toEqual([listener.email]);
    expect(await emails(forOtto)).toEqual([]);
    expect(await emails(karl)).toEqual([]);
    expect((await karl.get('/looked-after')).body.items[1].unanswered).toBe(1);
  });

  test('keeps an object for her', async () => {
    const made = await forRosa.post('/objects', { name: 'The copper pan' });
    expect(made).toMatchObject({ status: 201, body: { sharerId: sharers.rosa } });
    const names = async (browser: Browser) =>
      (await browser.get('/objects')).body.items.map(({ name }: { name: string }) => name);
    expect(await names(forRosa)).toEqual(['The copper pan']);
    expect(await names(rosa)).toEqual(['The copper pan']);
    expect(await names(karl)).toEqual([]);
    const own = (await karl.post('/objects', { name: 'My pipe' })).body.id;
    expect((await forRosa.get(`/objects/${own}`)).status).toBe(404);
  });
});

describe('the header', () => {
  test('is for keepers', async () => {
    for (const browser of [sam, rosa, otto]) {
      const answer = await browser.for(sharers.rosa).get('/me');
      expect(answer.status).toBe(403);
      expect(answer.body.type).toBe('urn:telloom:problem:not-keeper');
    }
    expect((await karl.for(randomUUID()).get('/me')).status).toBe(403);
    expect((await server.browser().for(sharers.rosa).get('/me')).status).toBe(401);
  });

  test.each(['', 'rosa', `${'a'.repeat(9000)}`, "'; drop"])('%j is refused', async (header) => {
    const headers = { 'telloom-for': header };
    const { status } = await karl.fetch('/api/v1/me', { headers });
    expect([422, 431]).toContain(status);
  });
});

describe('the log', () => {
  const read = async (browser: Browser) =>
    (await browser.get('/log')).body.items.map(
      ({ actorName, action, thing, name }: Record<string, string>) =>
        `${actorName} ${action} ${thing} ${name}`,
    );
  test('says to Rosa what Karl did for her, and to Karl what he did for whom', async () => {
    await forRosa.patch(`/responses/${stories.rosa}`, { privacyLevel: 'Public' });
    await forOtto.delete(`/responses/${stories.otto}`);
    await rosa.patch(`/responses/${stories.rosa}`, { privacyLevel: 'Private' });
    const hers = await read(rosa);
    expect(hers[0]).toBe('Karl UPDATE story My first job');
    expect(await read(forRosa)).toEqual(hers);
    expect((await read(otto))[0]).toBe('Karl DELETE story My first job');
    expect(await read(karl)).toEqual([]);
    expect(await read(sam)).toEqual([]);
  });

  test('comes in pages', async () => {
    expect((await rosa.get('/log?cursor=x')).status).toBe(422);
    await server.owner.query(
      `insert into public."SharerLogEntry" ("profileSharerId", "actedAs", action, thing)
       select $1, 'ADMIN', 'UPDATE', 'story' from generate_series(1, 60)`,
      [sharers.karl],
    );
    const first = (await karl.get('/log')).body;
    const second = (await karl.get(`/log?cursor=${first.nextCursor}`)).body;
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([50, 10, null]);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(60);
  });
});

test('who is no keeper any longer acts for nobody: not even, by mistake, for themselves', async () => {
  const count = async () =>
    (await server.owner.query('select count(*)::int as n from public."Video"')).rows[0].n;
  const before = await count();
  await server.owner.query('delete from public."ProfileExecutor" where "sharerId" = $1', [
    sharers.rosa,
  ]);
  expect((await record(forRosa)).body.type).toBe('urn:telloom:problem:not-keeper');
  expect((await forRosa.get('/log')).status).toBe(403);
  expect(await count()).toBe(before);
  expect((await forOtto.get('/me')).status).toBe(200);
});
