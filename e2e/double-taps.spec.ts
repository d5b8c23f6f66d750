import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../src/server/testing.ts';
import { arrive, newMember, type Person, startChromium } from './browser.ts';
import { button } from './pages.ts';

let server: TestServer;
let browser: Browser;
let rosa: Person;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), startChromium()]);
  const member = await server.member(newEmail('rosa'), 'Rosa');
  await member.post('/me/sharer');
  await server.owner.query(
    `insert into public."ProfileRole" ("profileId", role) select id, 'ADMIN' from public."Profile"`,
  );
  rosa = await newMember(browser, member, 'Rosa');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Two taps: in turns as fast as a finger, and as fast as a browser can. */
async function tapTwice(page: Page, name: string | RegExp, turn: number): Promise<void> {
  const it = button(page, name);
  if (turn % 2 === 0) return it.dblclick();
  await it.evaluate((element: HTMLElement) => {
    element.click();
    element.click();
  });
}

async function countOf(table: string): Promise<number> {
  const { rows } = await server.owner.query(`select count(*)::integer from public."${table}"`);
  return rows[0].count;
}

interface Making {
  table: string;
  times: number;
  make: (page: Page, turn: number) => Promise<void>;
}

const makings: Record<string, Making> = {
  'an invitation': {
    table: 'Invitation',
    times: 35,
    async make(page, turn) {
      if (turn === 0) await page.goto('/family');
      const email = `guest-${turn}@example.com`;
      await page.getByLabel('Invite someone by e-mail').fill(email);
      await tapTwice(page, /^Send the invitation$/, turn);
      await page.getByText(`The invitation for ${email} is made`).waitFor();
    },
  },
  'a kind of things': {
    table: 'ObjectCategory',
    times: 45,
    async make(page, turn) {
      if (turn === 0) await page.goto('/admin/kinds');
      await page.getByLabel('What kind of thing?').fill(`Kind ${turn}`);
      await tapTwice(page, 'Add this kind', turn);
      await page.getByRole('heading', { name: `Kind ${turn}`, exact: true }).waitFor();
    },
  },
  'a thing': {
    table: 'Object',
    times: 10,
    async make(page, turn) {
      await page.goto('/objects/new');
      await page.getByLabel('What is it?').fill(`Copper pan ${turn}`);
      await tapTwice(page, 'Save, and add photos', turn);
      await arrive(page, /^\/objects\/[0-9a-f-]{36}$/);
    },
  },
  'a topic to tell next': {
    table: 'TopicQueueItem',
    times: 10,
    async make(page, turn) {
      const id = randomUUID();
      await server.owner.query(
        'insert into public."PromptCategory" (id, category) values ($1, $2)',
        [id, `Topic ${turn}`],
      );
      await server.owner.query(
        `insert into public."Prompt" ("promptText", "promptCategoryId") values ('Who was there?', $1)`,
        [id],
      );
      await page.goto(`/topics/${id}`);
      // the page shows it before the server has it
      const kept = page.waitForResponse((answer) => answer.request().method() === 'POST');
      await tapTwice(page, 'Tell it next', turn);
      await kept;
      await button(page, 'Take it off the list').waitFor();
    },
  },
};

test('a hundred double taps are a hundred', () => {
  const times = Object.values(makings).map((making) => making.times);
  expect(times.reduce((sum, one) => sum + one)).toBe(100);
});

test.each(Object.entries(makings))('each double tap makes one: %s', async (_, making) => {
  const before = await countOf(making.table);
  const asked: string[] = [];
  rosa.page.on('request', (request) => request.method() === 'POST' && asked.push(request.url()));
  for (let turn = 0; turn < making.times; turn += 1) await making.make(rosa.page, turn);
  expect(await countOf(making.table)).toBe(before + making.times);
  // nor was a second one asked for that the server had to know again
  expect(asked.filter((url) => !/follow-link/.test(url))).toHaveLength(making.times);
  rosa.page.removeAllListeners('request');
  expect(rosa.complaints).toEqual([]);
});
