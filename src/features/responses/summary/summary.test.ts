import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../../server/testing.ts';
import type { Browser } from '../../../server/testing-browser.ts';
import { storeCaptions } from '../../transcripts/store.ts';
import { type FakeEndpoint, startFakeEndpoint } from '../../transcripts/testing/fake-endpoint.ts';
import { askSummary } from './ask-summary.ts';
import { extractSummary } from './extract.ts';
import { linesOf } from './lines.ts';

/** What was said, four seconds for each sentence. */
const cuesOf = (sentences: string[]) =>
  sentences.map((text, i) => ({ start: i * 4, end: i * 4 + 4, text }));
const said = [
  'Well, you know, where should I begin.',
  'My grandmother had a bakery in Cádiz, next to the harbour.',
  'Every morning before school I carried the bread to the fishermen in the harbour.',
  'It was cold.',
  'My grandmother baked the bread at three in the morning, in an oven that her father built.',
  'One day a fisherman gave me a small boat that he had carved.',
  'And then, I do not know, that was that.',
  'I still have the boat that the fisherman carved for me in the harbour of Cádiz.',
];

describe('picking sentences', () => {
  test('takes whole sentences that were said, in their order, each with its second', () => {
    const lines = linesOf(cuesOf(said), 'en');
    const picked = extractSummary(lines);
    expect(picked).toHaveLength(3);
    for (const line of picked) expect(said[line.start / 4]).toBe(line.text);
    expect([...picked].sort((a, b) => a.start - b.start)).toEqual(picked);
    // neither the beginning that says nothing nor the end
    expect(picked.map((line) => line.text)).not.toContain(said[0]);
    expect(picked.map((line) => line.text)).not.toContain(said[6]);
  });

  test('says nothing twice', () => {
    const twice = [...said, ...said];
    const picked = extractSummary(linesOf(cuesOf(twice), 'en')).map((line) => line.text);
    expect(new Set(picked).size).toBe(picked.length);
  });

  test('works in Spanish, and without full stops', () => {
    const es = [
      'mi abuela tenía una panadería en Cádiz junto al puerto',
      'cada mañana llevaba el pan a los pescadores del puerto',
      'hacía mucho frío',
      'la abuela amasaba el pan a las tres de la mañana en un horno de leña',
      'un pescador me regaló un barco pequeño que había tallado en el puerto',
      'y bueno eso es todo lo que te puedo decir de eso',
    ];
    const cues = es.map((text, i) => ({ start: i * 10, end: i * 10 + 5, text }));
    const picked = extractSummary(linesOf(cues, 'es'));
    expect(picked).toHaveLength(3);
    expect(picked.map((line) => line.text)).not.toContain(es[5]);
  });

  test('leaves a short telling alone', () => {
    expect(extractSummary(linesOf(cuesOf(said.slice(0, 3)), 'en'))).toEqual([]);
    expect(extractSummary([])).toEqual([]);
  });

  test('sentences that share a caption each have their own second', () => {
    const lines = linesOf([{ start: 10, end: 20, text: 'One two. Six ten.' }], 'en');
    expect(lines.map((line) => line.text)).toEqual(['One two.', 'Six ten.']);
    expect(lines[1]?.start).toBeGreaterThan(14);
    expect(lines[1]?.start).toBeLessThan(16);
  });

  test('goes through hours of talk without a full stop, whatever the language tag', () => {
    const word = (i: number) => `word${i % 997}`;
    const cues = Array.from({ length: 4000 }, (_, i) => ({
      start: i,
      end: i + 1,
      text: `${word(i)} ${word(i * 7)} ${word(i * 13)}`,
    }));
    expect(extractSummary(linesOf(cues, 'not a tag'))).toHaveLength(3);
  });
});

describe('summaries of stories', () => {
  let server: TestServer;
  let rosa: Browser;
  let sharer: string;
  let video: string;
  let story: string;
  beforeAll(async () => {
    server = await startTestServer();
    rosa = await server.member(newEmail('rosa'));
    await rosa.post('/me/sharer');
    sharer = (await rosa.get('/me')).body.sharerId;
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    video = randomUUID();
    story = randomUUID();
    await server.owner.query(`insert into public."Video" (id, "profileSharerId") values ($1, $2)`, [
      video,
      sharer,
    ]);
    await server.owner.query(
      `insert into public."PromptResponse" (id, "profileSharerId", "videoId") values ($1, $3, $2)`,
      [story, video, sharer],
    );
  });

  const listen = (sentences: string[], id = video) =>
    server.db.asService((sql) =>
      storeCaptions(sql, {
        videoId: id,
        cues: cuesOf(sentences),
        language: 'en',
        source: 'a machine',
      }),
    );
  const read = async () => (await rosa.get(`/responses/${story}`)).body;

  test('are made when the words are there, marked, and each sentence leads to its second', async () => {
    await listen(said);
    await server.runJobs();
    const { summary, summaryByMachine, summaryLinks } = await read();
    expect(summaryByMachine).toBe(true);
    expect(summaryLinks).toHaveLength(3);
    expect(summaryLinks.map((link: { text: string }) => link.text).join(' ')).toBe(summary);
    await listen([...said].reverse());
    await server.runJobs();
    expect((await read()).summaryLinks).not.toEqual(summaryLinks);
  });

  test('become a person’s when they change them; the sentences that stay keep their second', async () => {
    await listen(said);
    await server.runJobs();
    const [first] = (await read()).summaryLinks;
    await rosa.patch(`/responses/${story}`, { summary: `${first.text} How she sang!` });
    expect(await read()).toMatchObject({ summaryByMachine: false, summaryLinks: [first] });
    await listen([...said].reverse());
    await rosa.post(`/transcripts/${video}/summary`);
    await server.runJobs();
    expect((await read()).summary).toBe(`${first.text} How she sang!`);
  });

  test('that a person emptied stay away until they are asked for', async () => {
    await listen(said);
    await server.runJobs();
    await rosa.patch(`/responses/${story}`, { summary: '' });
    await listen([...said].reverse());
    await server.runJobs();
    expect((await read()).summary).toBe('');
    expect((await rosa.post(`/transcripts/${video}/summary`)).status).toBe(204);
    await server.runJobs();
    expect((await read()).summary).not.toBe('');
  });

  test('that were there before any of this are a person’s', async () => {
    await server.owner.query(
      `update public."PromptResponse" set summary = 'By hand' where id = $1`,
      [story],
    );
    await listen(said);
    await server.runJobs();
    expect(await read()).toMatchObject({ summary: 'By hand', summaryByMachine: false });
  });

  test('of topic videos come from the words of their recording, or their own', async () => {
    const [topic, ownWords, recording] = [randomUUID(), randomUUID(), randomUUID()];
    await server.owner.query(`insert into public."Video" (id, "profileSharerId") values ($1, $2)`, [
      recording,
      sharer,
    ]);
    await server.owner.query(
      `insert into public."TopicVideo" (id, "profileSharerId", "videoId")
       values ($1, $4, $3), ($2, $4, null)`,
      [topic, ownWords, recording, sharer],
    );
    await listen(said, recording);
    await listen(said, ownWords);
    await server.runJobs();
    for (const id of [topic, ownWords]) {
      const { body } = await rosa.get(`/topic-videos/${id}`);
      expect(body.summaryByMachine).toBe(true);
      expect(body.summaryLinks).toHaveLength(3);
    }
    await rosa.patch(`/topic-videos/${topic}`, { summary: 'By hand.' });
    expect((await rosa.get(`/topic-videos/${topic}`)).body).toMatchObject({
      summary: 'By hand.',
      summaryByMachine: false,
    });
  });
});

describe('a service that summarises', () => {
  let fake: FakeEndpoint;
  beforeAll(async () => {
    fake = await startFakeEndpoint();
  });
  afterAll(() => fake.stop());
  const reply = (content: unknown) =>
    JSON.stringify({ choices: [{ message: { content: JSON.stringify(content) } }] });
  const ask = () =>
    askSummary({ url: fake.url, key: 'sk-two', model: 'small' }, linesOf(cuesOf(said), 'en'));

  test('gets the key and the lines, and names the one that each sentence comes from', async () => {
    fake.answer(200, reply({ sentences: [{ text: 'She baked\u0007 at night.', line: 5 }] }));
    expect(await ask()).toEqual([{ text: 'She baked at night.', start: 16 }]);
    const [asked] = fake.asked;
    expect(asked).toMatchObject({ path: '/v1/chat/completions', authorization: 'Bearer sk-two' });
    const sent = JSON.parse(String(asked?.body));
    expect(sent.model).toBe('small');
    expect(sent.messages[1].content).toContain(`5. ${said[4]}`);
  });

  test.each([
    ['a refusal', 429, '{}', /answered 429/],
    ['no JSON within', 200, reply('hello'), /form that was asked for/],
    ['no choices', 200, '{"choices":[]}', /form that was asked for/],
    ['a line that is none', 200, reply({ sentences: [{ text: 'x', line: 99 }] }), /names line 99/],
    ['a novel', 200, reply({ sentences: [{ text: 'x'.repeat(501), line: 1 }] }), /form/],
  ])('%s is an error that does not tell the key', async (_what, status, body, message) => {
    fake.answer(status, body);
    const error = await ask().catch((reason: Error) => reason);
    expect(String(error)).toMatch(message);
    expect(String(error)).not.toContain('sk-two');
  });
});
