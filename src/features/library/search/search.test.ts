import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../server/testing.ts';
import type { Browser } from '../../../server/testing-browser.ts';
import { type Family, makeFamily } from '../../attachments/testing/family.ts';

let server: TestServer;
let family: Family;

interface Photo {
  story: string;
  title: string;
  year?: number;
  person?: string;
}

/** A photo beside a story of Rosa's, as far as the database knows, perhaps with somebody in it. */
async function photo({ story, title, year, person }: Photo): Promise<string> {
  const { rows } = await server.owner.query<{ id: string }>(
    `insert into public."PromptResponseAttachment"
       ("promptResponseId", "profileSharerId", "fileType", title, "yearCaptured")
     values ($1, $2, 'image/jpeg', $3, $4) returning id`,
    [story, family.rosaSharer, title, year ?? null],
  );
  const id = rows[0]?.id ?? '';
  if (person !== undefined) {
    await server.owner.query(
      `with tag as (
         insert into public."PersonTag" ("profileSharerId", name) values ($1, $2) returning id)
       insert into public."PromptResponseAttachmentPersonTag" ("promptResponseAttachmentId", "personTagId")
       select $3, id from tag`,
      [family.rosaSharer, person, id],
    );
  }
  return id;
}

beforeAll(async () => {
  server = await startTestServer();
  family = await makeFamily(server);
  const { shared: story, hidden } = family;
  await photo({ story, title: 'Las montañas de Cádiz', year: 1952, person: 'Josephine Müller' });
  await photo({ story, title: 'A wedding', year: 1961, person: 'Stephen' });
  await photo({ story: hidden, title: 'A secret wedding', year: 1963, person: 'Josephine Secret' });
  for (const [name, beside] of [
    ['Wedding ring', family.shared],
    ['Hidden ring', family.hidden],
  ]) {
    await family.rosa.post('/objects', { name, responseId: beside });
  }
});
afterAll(() => server.stop());

const find = async (browser: Browser, query: Record<string, string | number | boolean>) =>
  (
    await browser.get(
      `/search?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`,
    )
  ).body;
type Parts = { text: string; hit: boolean }[];
const text = (parts: Parts | null) => parts?.map((part) => part.text).join('') ?? null;
const names = (body: { people: { items: { name: Parts }[] } }) =>
  body.people.items.map(({ name }) => text(name));
const titles = (body: { attachments: { items: { title: Parts | null }[] } }) =>
  body.attachments.items.map(({ title }) => text(title));

describe('people', () => {
  test.each([
    ['Jozefine', 'Josephine Müller'],
    ['jos', 'Josephine Müller'],
    ['Jospehine', 'Josephine Müller'],
    ['Muller', 'Josephine Müller'],
    ['Mueller', 'Josephine Müller'],
    ['Steven', 'Stephen'],
    ['Josefa Müler', 'Josephine Müller'],
    ['the wedding of Stefan', 'Stephen'],
  ])('%s finds %s', async (q, name) => {
    expect(names(await find(family.anna, { q }))).toEqual([name]);
  });

  test('are shown with what they are, and the part of the name that is like it', async () => {
    const [person] = (await find(family.anna, { q: 'jozefine' })).people.items;
    expect(person).toMatchObject({
      role: 'in-photos',
      sharerId: family.rosaSharer,
      attachments: 1,
      name: [
        { text: 'Josephine', hit: true },
        { text: ' Müller', hit: false },
      ],
    });
  });

  test('are not those who sound like a word that everybody uses', async () => {
    expect(names(await find(family.anna, { q: 'in the steph' }))).toEqual(['Stephen']);
    expect(names(await find(family.anna, { q: 'the steps' }))).toEqual([]);
  });

  test('are storytellers too, whose listener or keeper one is', async () => {
    const told = async (browser: Browser) =>
      (await find(browser, { q: 'Roza' })).people.items.filter(
        ({ role }: { role: string }) => role === 'storyteller',
      ).length;
    expect(await told(family.anna)).toBe(1);
    expect(await told(family.keeper)).toBe(1);
    expect(await told(family.otto)).toBe(0);
  });
});

describe('what lies beside stories', () => {
  test('is found by its words in another language, by its year and by who is in it', async () => {
    for (const q of ['montaña', 'mountains or montanas', '1952', 'josephine']) {
      expect(titles(await find(family.anna, { q }))).toEqual(['Las montañas de Cádiz']);
    }
    const [found] = (await find(family.anna, { q: 'cadiz' })).attachments.items;
    expect(found.title).toContainEqual({ text: 'Cádiz', hit: true });
    expect(found.attachment).toMatchObject({ responseId: family.shared, yearCaptured: 1952 });
  });

  test('follows a name that is changed, and people who are taken out of it', async () => {
    const { rosa, anna } = family;
    const [{ id }] = (await find(rosa, { q: 'Stephen' })).people.items;
    await rosa.patch(`/person-tags/${id}`, { name: 'Bartholomew' });
    expect(titles(await find(anna, { q: 'Bartholomew' }))).toEqual(['A wedding']);
    expect(titles(await find(anna, { q: 'Stephen' }))).toEqual([]);
    await rosa.delete(`/person-tags/${id}`);
    expect(await find(anna, { q: 'Bartholomew' })).toMatchObject({
      counts: { attachments: 0, people: 0 },
    });
  });

  test('is things as well', async () => {
    const rings = async (browser: Browser) =>
      (await find(browser, { q: 'rings' })).objects.items.map((item: { title: Parts }) =>
        text(item.title),
      );
    expect(await rings(family.anna)).toEqual(['Wedding ring']);
    expect(await rings(family.rosa)).toEqual(['Hidden ring', 'Wedding ring']);
    expect(await rings(family.otto)).toEqual([]);
  });
});

describe('nothing of what one may not see', () => {
  const nothing = {
    stories: 0,
    topicVideos: 0,
    attachments: 0,
    objects: 0,
    people: 0,
    questions: 0,
  };

  test('is in lists, counts or choices', async () => {
    const { anna, rosa, otto, stranger } = family;
    const seen = await find(anna, { q: 'secret' });
    expect(seen).toMatchObject({ counts: nothing, sharers: [], topics: [], decades: [] });
    expect(JSON.stringify(seen)).not.toMatch(/secret/i);
    expect(await find(anna, { q: 'wedding' })).toMatchObject({
      counts: { attachments: 1, objects: 1 },
      decades: [{ from: 1960, count: 1 }],
    });
    expect((await find(rosa, { q: 'wedding' })).counts.attachments).toBe(2);
    expect((await find(rosa, { q: 'secret' })).counts.people).toBe(1);
    for (const browser of [otto, stranger]) {
      for (const q of ['Josephine', 'wedding', 'rosa']) {
        expect((await find(browser, { q })).counts).toEqual(nothing);
      }
    }
  });

  test('stays when access is paused, or a story is for others', async () => {
    const { anna, rosa, shared } = family;
    const [listener] = (await rosa.get('/listeners')).body.items;
    await rosa.patch(`/listeners/${listener.id}`, { hasAccess: false });
    expect((await find(anna, { q: 'Josephine wedding rosa' })).counts).toEqual(nothing);
    await rosa.patch(`/listeners/${listener.id}`, { hasAccess: true });
    await rosa.patch(`/responses/${shared}`, { privacyLevel: 'Custom' });
    // Rosa herself is still heard
    expect((await find(anna, { q: 'Josephine wedding rosa' })).counts).toEqual({
      ...nothing,
      people: 1,
    });
    await rosa.patch(`/responses/${shared}`, { privacyLevel: 'Public' });
    expect((await find(anna, { q: 'Josephine' })).counts).toMatchObject({ people: 1 });
  });
});

describe('questions to tell', () => {
  test('are those that the storyteller has not told, by their words or their topic', async () => {
    const { owner } = server;
    const { rosa, anna, otto, topic } = family;
    const [open, retired] = [randomUUID(), randomUUID()];
    await owner.query(
      `insert into public."Prompt" (id, "promptText", "promptCategoryId", "retiredAt")
       values ($1, 'Which songs were sung?', $3, null), ($2, 'Which songs were not?', $3, now())`,
      [open, retired, topic],
    );
    const ids = async (browser: Browser, q: string) =>
      (await find(browser, { q })).questions.items.map(({ id }: { id: string }) => id);
    expect(await ids(rosa, 'song')).toEqual([open]);
    expect(await ids(rosa, 'home')).toEqual([open]);
    expect(await ids(anna, 'song')).toEqual([]);
    await owner.query(
      `insert into public."PromptResponse" ("profileSharerId", "promptId") values ($1, $2)`,
      [family.rosaSharer, open],
    );
    expect(await ids(rosa, 'song')).toEqual([]);
    expect(await ids(otto, 'song')).toEqual([open]);
  });
});

describe('choosing', () => {
  test('one kind goes through all of it, page by page', async () => {
    const { anna, shared: story } = family;
    for (let n = 0; n < 25; n++) await photo({ story, title: `Harvest ${n}`, year: 1970 + n });
    const first = await find(anna, { q: 'harvest' });
    expect(first.counts.attachments).toBe(25);
    expect(first.attachments.items).toHaveLength(6);
    const seen = new Set<string>();
    let cursor = '0';
    while (cursor !== null) {
      const body = await find(anna, { q: 'harvest', kind: 'attachments', cursor });
      for (const { attachment } of body.attachments.items) seen.add(attachment.id);
      cursor = body.attachments.nextCursor;
    }
    expect(seen.size).toBe(25);
    const people = await find(anna, { q: 'harvest', kind: 'people' });
    expect(people).toMatchObject({ attachments: { items: [] }, counts: { attachments: 25 } });
  });

  test('years, a topic and a storyteller narrow down, and each counts what the others leave', async () => {
    const { anna, topic, rosaSharer } = family;
    const some = await find(anna, { q: 'harvest', from: 1970, to: 1979 });
    expect(some.counts.attachments).toBe(10);
    expect(some.decades).toEqual([
      { from: 1970, count: 10 },
      { from: 1980, count: 10 },
      { from: 1990, count: 5 },
    ]);
    expect(some.topics).toEqual([{ id: topic, name: 'Home', count: 10 }]);
    expect((await find(anna, { q: 'harvest', topic })).counts.attachments).toBe(25);
    expect((await find(anna, { q: 'harvest', topic: randomUUID() })).counts.attachments).toBe(0);
    expect((await find(anna, { q: 'harvest', sharer: rosaSharer })).counts.attachments).toBe(25);
    expect((await find(anna, { q: 'harvest', sharer: randomUUID() })).counts.attachments).toBe(0);
  });

  test('only what is not watched yet; told in Spanish, searched for in English', async () => {
    const { rosa, anna, hidden } = family;
    await server.owner.query(
      `with video as (insert into public."Video" ("profileSharerId", status, "languageCode")
         values ($1, 'READY', 'es') returning id)
       update public."PromptResponse" set "videoId" = video.id, "privacyLevel" = 'Public',
         summary = 'Cantaban en las montañas' from video where "PromptResponse".id = $2`,
      [family.rosaSharer, hidden],
    );
    const found = await find(anna, { q: 'cantar montaña', unseen: true });
    expect(found).toMatchObject({ total: 1, items: [{ story: { id: hidden } }] });
    expect(found.items[0].hits[0].parts).toContainEqual({ text: 'Cantaban', hit: true });
    await anna.post(`/responses/${hidden}/watched`, {});
    expect((await find(anna, { q: 'cantar montaña', unseen: true })).total).toBe(0);
    expect((await find(anna, { q: 'cantar montaña' })).total).toBe(1);
    // a word that is left out is left out in every language
    expect((await find(anna, { q: 'cantar -montañas', language: 'es' })).total).toBe(0);
    await rosa.patch(`/responses/${hidden}`, { privacyLevel: 'Private' });
  });
});

describe('topics summed up', () => {
  test('are found by what is said in them, at its second, by those who may watch', async () => {
    const { anna, rosa, otto, rosaSharer, topic } = family;
    const { rows } = await server.owner.query<{ id: string }>(
      `with made as (
         insert into public."TopicVideo" ("profileSharerId", "promptCategoryId", title, summary, status)
         values ($1, $2, 'Our lighthouse', 'Where we lived', 'READY') returning id)
       insert into public."TopicVideoTranscript" ("topicVideoId", language, cues)
       select id, 'en', '[{"start": 0, "end": 4, "text": "We lived by the sea."},
         {"start": 4, "end": 9, "text": "The foghorn was blowing all night."}]' from made
       returning "topicVideoId" as id`,
      [rosaSharer, topic],
    );
    const [{ id = '' } = {}] = rows;
    const found = await find(anna, { q: 'foghorns' });
    expect(found.counts).toMatchObject({ stories: 0, topicVideos: 1 });
    expect(found.topicVideos.items).toMatchObject([
      { topicVideo: { id, title: 'Our lighthouse' }, hits: [{ field: 'transcript', at: 4 }] },
    ]);
    expect(found.topicVideos.items[0].hits[0].parts).toContainEqual({ text: 'foghorn', hit: true });
    expect(found.topics).toEqual([{ id: topic, name: 'Home', count: 1 }]);
    for (const q of ['lighthouse', 'lived', 'home']) {
      expect((await find(anna, { q, kind: 'topicVideos' })).counts.topicVideos).toBe(1);
    }
    expect((await find(otto, { q: 'foghorn' })).counts.topicVideos).toBe(0);
    await server.owner.query(`update public."TopicVideo" set status = 'PREPARING' where id = $1`, [
      id,
    ]);
    expect((await find(anna, { q: 'foghorn' })).counts.topicVideos).toBe(0);
    expect((await find(rosa, { q: 'foghorn' })).counts.topicVideos).toBe(1);
    await server.owner.query(`update public."TopicVideo" set status = 'READY' where id = $1`, [id]);
    const [listener] = (await rosa.get('/listeners')).body.items;
    await rosa.patch(`/listeners/${listener.id}`, { hasAccess: false });
    expect((await find(anna, { q: 'foghorn' })).counts.topicVideos).toBe(0);
    await rosa.patch(`/listeners/${listener.id}`, { hasAccess: true });
  });
});

describe('another word may have been meant', () => {
  const meant = async (browser: Browser, q: string, language = 'en') =>
    (await browser.get(`/search/spelling?${new URLSearchParams({ q, language })}`)).body.items.map(
      (item: { q: string }) => item.q,
    );

  test.each([
    ['lighthuose', 'en', ['lighthouse']],
    ['the lighthuose', 'en', ['the lighthouse']],
    ['foghron bloing', 'en', []],
    ['foghorn bloing', 'en', ['foghorn blowing']],
    ['montañaz', 'es', ['montañas']],
    ['mintanas', 'es', ['montañas']],
    ['lighthouse', 'en', []],
    ['xylophone', 'en', []],
    ['(ligthouse', 'en', ['(lighthouse']],
  ])('%s (%s): %j', async (q, language, words) => {
    expect(await meant(family.anna, q, language)).toEqual(words);
  });

  test('and it is never one from what one may not read', async () => {
    const { anna, rosa, otto, hidden } = family;
    await rosa.patch(`/responses/${hidden}`, { summary: 'The bankruptcy of my brother' });
    expect(await meant(rosa, 'bankruptsy')).toEqual(['bankruptcy']);
    expect(await meant(anna, 'bankruptsy')).toEqual([]);
    expect(await meant(otto, 'lighthuose')).toEqual([]);
  });
});

describe('all that there is of one person', () => {
  const all = { stories: 0, topicVideos: 0, attachments: 0, objects: 0, people: 0, questions: 0 };

  test('is the photos with them, what those lie beside, and what names them', async () => {
    const { anna, rosa, otto, shared, hidden } = family;
    const [{ id: person }] = (await find(anna, { q: 'Josephine Müller' })).people.items;
    expect(await find(anna, { person })).toMatchObject({
      counts: { ...all, stories: 0, attachments: 1 },
      person: { role: 'in-photos', relation: null, attachments: 1 },
    });
    // not ready: it is its storyteller's alone
    expect((await find(rosa, { person })).items).toMatchObject([{ story: { id: shared } }]);
    await rosa.patch(`/responses/${hidden}`, { responseNotes: 'That was Josephine Müller.' });
    const { items } = await find(rosa, { person });
    expect(items.map((item: { story: { id: string } }) => item.story.id).sort()).toEqual(
      [shared, hidden].sort(),
    );
    expect((await find(rosa, { person, q: 'brother' })).items).toMatchObject([
      { story: { id: hidden }, hits: [{ field: 'summary' }] },
    ]);
    expect((await find(rosa, { person, q: 'ring' })).counts).toEqual(all);
    expect((await otto.get(`/search?person=${person}`)).status).toBe(404);
  });

  test('and of a storyteller, what they told', async () => {
    const { anna, otto, rosaSharer } = family;
    const found = await find(anna, { person: rosaSharer });
    expect(found).toMatchObject({
      counts: { topicVideos: 1, attachments: 27, objects: 1 },
      person: { role: 'storyteller' },
    });
    expect((await find(anna, { person: rosaSharer, q: 'wedding' })).counts).toMatchObject({
      attachments: 1,
      objects: 1,
    });
    expect((await otto.get(`/search?person=${rosaSharer}`)).status).toBe(404);
  });
});
