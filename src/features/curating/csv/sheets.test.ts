import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installQuestions } from '../../../cli/starter.ts';
import { startTestServer, type TestServer } from '../../../server/testing.ts';
import type { Browser } from '../../../server/testing-browser.ts';
import { adminOf } from '../testing.ts';

let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await startTestServer();
  admin = await adminOf(server);
  await installQuestions(server.ownerUrl, () => {});
  // what a spreadsheet would run, split or trim, and what reads like our own mark
  const odd = [
    '=1+1',
    "'=1+1",
    "'Tis the season?",
    '-',
    '"quoted", and; split\tup',
    'two\r\nlines',
    ' kept ',
  ];
  for (const text of odd) {
    await server.owner.query('insert into public."Prompt" ("promptText") values ($1)', [text]);
  }
  await server.owner.query(`insert into public."PromptCategory" (category, description)
    values ('@Home', ''), ('Love and companions', 'A second one of this name'), (null, 'without a name')`);
  await server.owner.query(`update public."Prompt" set "promptCategoryId" = c.id
    from public."PromptCategory" c where c.category is null and "promptText" = '-'`);
});
afterAll(() => server.stop());

const send = (path: string, body: string | Uint8Array<ArrayBuffer>) =>
  admin.fetch(`/api/v1/admin/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body,
  });
const look = async (of: string, body: string | Uint8Array<ArrayBuffer>) =>
  (await send(`${of}/import/look`, body)).body;
const putIn = async (of: string, body: string) => {
  const { plan } = await look(of, body);
  return send(`${of}/import?plan=${plan}`, body);
};
const save = async (of: string): Promise<string> => (await admin.get(`/admin/${of}.csv`)).body;
const tableOf = {
  prompts: 'Prompt',
  'prompt-categories': 'PromptCategory',
  'object-categories': 'ObjectCategory',
};
const everything = async (of: keyof typeof tableOf) =>
  (await server.owner.query(`select * from public."${tableOf[of]}" order by id`)).rows;

describe.each(['prompts', 'prompt-categories', 'object-categories'] as const)('%s', (of) => {
  test('come back exactly as they left', async () => {
    const before = await everything(of);
    const text = await save(of);
    expect(await look(of, text)).toMatchObject({
      added: 0,
      changed: 0,
      same: before.length,
      problemCount: 0,
    });
    expect((await putIn(of, text)).body).toEqual({ added: 0, changed: 0, same: before.length });
    expect(await everything(of)).toEqual(before);
  });

  test('come back exactly to where there are none, with the line ends of another system', async () => {
    const before = await everything(of);
    const text = (await save(of)).replaceAll('"\r\n', '"\n').replaceAll('no\r\n', 'no\n');
    await server.owner.query(`delete from public."${tableOf[of]}"`);
    expect((await putIn(of, text)).body).toMatchObject({ added: before.length });
    expect((await everything(of)).map(timeless)).toEqual(before.map(timeless));
  });
});

/** When it came is not in a sheet, and nothing and an empty text are one there. */
const timeless = ({ createdAt: _, updatedAt: __, ...row }: Record<string, unknown>) => ({
  ...row,
  description: row.description || null,
  category: row.category || null,
});

test('the starter library has no two questions that look alike', async () => {
  const { items } = (await admin.get('/admin/prompts/alike')).body;
  const texts = items.map(({ one, other }: Record<string, { text: string }>) =>
    [one?.text, other?.text].sort(),
  );
  expect(texts).toEqual([["'=1+1", '=1+1']]);
});

test('no cell begins like a formula', async () => {
  const lines = (await save('prompts')).split('\r\n');
  const cells = lines.flatMap((line) => line.split(','));
  expect(cells.filter((cell) => /^"?[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(await save('prompt-categories')).toContain(",'@Home,");
});

test('a file is marked for spreadsheets, and is not kept by anybody on the way', async () => {
  const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const saved = await fetch(`${server.url}/api/v1/admin/prompts.csv`, {
    headers: { cookie },
  });
  const { headers } = saved;
  const start = Buffer.from(await saved.arrayBuffer()).subarray(0, 25);
  expect(start.toString()).toBe('\uFEFFid,question,category,t');
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('content-disposition')).toBe('attachment; filename="telloom-questions.csv"');
  expect(headers.get('cache-control')).toContain('no-store');
});

describe('a file of questions without ids', () => {
  const sheet = (rows: string) => `question;category;context\n${rows}`;

  test('adds what is new after the last one, and changes what is called so', async () => {
    const rows =
      'Who mended your shoes?;AROUND the kitchen table;\nWhat was in the attic?;around the kitchen table;\n';
    await putIn('prompts', sheet(rows));
    const again = sheet(
      rows.replace('attic?;around the kitchen table;', 'attic?;Around the kitchen table;yes'),
    );
    const seen = await look('prompts', again);
    expect(seen).toMatchObject({
      added: 0,
      changed: 1,
      same: 1,
      changes: [{ line: 3, name: 'What was in the attic?', isNew: false, changed: ['context'] }],
    });
    expect((await send(`prompts/import?plan=${seen.plan}`, again)).status).toBe(200);
    const { items } = (await admin.get('/admin/prompts?q=shoes')).body;
    const topic = (await admin.get(`/admin/prompt-categories/${items[0].categoryId}/prompts`)).body;
    expect(topic.items.at(-1).text).toBe('Who mended your shoes?');
    expect((await look('prompts', again)).changed).toBe(0);
  });

  test('changes nothing while it is only looked at, nor when it was not looked at', async () => {
    const before = await everything('prompts');
    const rows = sheet('A question that nobody has seen?;;\n');
    const { plan } = await look('prompts', rows);
    const other = sheet('Another question altogether?;;\n');
    expect((await send(`prompts/import?plan=${plan}`, other)).status).toBe(412);
    expect((await send('prompts/import', rows)).status).toBe(422);
    expect(await everything('prompts')).toEqual(before);
  });
});

test('each bad line is named with its reason, and nothing of the file is put in', async () => {
  const before = await everything('prompts');
  const [known] = before;
  const bad = [
    'id,question,category,position,object,retired',
    `,Fine by itself?,Love and marriage,,,`,
    `,,Love and companions,,,`,
    `nonsense,Whose id?,,0,perhaps,`,
    `,"Two\nlines?",,,,`,
    `,Fine?,,,,`,
    `,fine,,,,`,
    `,Too few cells?`,
    `${known?.id},Known?,,,,`,
    `${known?.id},Known again?,,,,`,
    `,${'long '.repeat(52)},,,,`,
    `,"a\u0000b?",,,,`,
    `,No place?,,1.5,,`,
    ',,,,,',
  ].join('\n');
  const { problems, problemCount } = await look('prompts', bad);
  expect(
    problems.map(
      ({ line, column, reason }: Record<string, unknown>) => `${line} ${column} ${reason}`,
    ),
  ).toEqual([
    '2 category unknown-category',
    '3 question needed',
    '3 category unclear-category',
    '4 id not-an-id',
    '4 position not-a-place',
    '4 object not-yes-no',
    '8 null twice',
    '9 null cells',
    '11 null twice',
    '12 question too-long',
    '13 question control',
    '14 position not-a-place',
  ]);
  expect(problemCount).toBe(12);
  const refused = await send('prompts/import?plan=any', bad);
  expect(refused.status).toBe(422);
  expect(refused.body.errors[0]).toEqual({
    field: 'line 2, category',
    message: 'There is no such topic.',
  });
  expect(await everything('prompts')).toEqual(before);
});

test.each([
  ['', 'empty', 1],
  ['\n\n', 'empty', 1],
  ['name,category\n', 'no-such-column', 1],
  ['question,question\n', 'column-twice', 1],
  ['category\n', 'column-missing', 1],
  ['question\n"never closed\n', 'quote', 2],
  ['question\nsome "quote" inside\n', 'quote', 2],
])('a file that is no sheet is refused: %j', async (text, reason, line) => {
  const { problems } = await look('prompts', text);
  expect(problems[0]).toMatchObject({ reason, line });
});

test('a file in another encoding is refused, and a huge one', async () => {
  const latin = Uint8Array.from('question\n¿Dónde?\n', (char) => char.charCodeAt(0));
  expect((await look('prompts', latin)).problems[0].reason).toBe('not-utf8');
  expect((await send('prompts/import/look', 'x'.repeat(4 * 1024 ** 2 + 1))).status).toBe(413);
  const many = `question\n${Array.from({ length: 10_001 }, (_, n) => `Question ${n}?`).join('\n')}`;
  expect((await look('prompts', many)).problems[0].reason).toBe('too-many');
});

test('only admins take sheets along or put them in', async () => {
  const person = await server.member('person@example.org');
  for (const of of Object.keys(tableOf)) {
    expect((await person.get(`/admin/${of}.csv`)).status).toBe(404);
    expect((await server.browser().get(`/admin/${of}.csv`)).status).toBe(401);
    for (const path of ['import/look', 'import?plan=x']) {
      const sent = await person.fetch(`/api/v1/admin/${of}/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'text/csv' },
        body: 'category\nMine\n',
      });
      expect(sent.status).toBe(404);
    }
  }
});
