import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminId, idOf, listenerId, load, personOf, sizesOf } from '../bench/data.ts';
import { type Ask, beginAs } from '../bench/measure.ts';
import { commonWord, rareWord } from '../bench/reads.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';

// Enough rows that a plan that reads a whole table would be chosen only where no index serves.
const responses = 20_000;
const large = [
  'PromptResponse',
  'Video',
  'VideoTranscript',
  'Profile',
  'ProfileListener',
  'ResponsePermission',
  'PromptResponseAttachment',
  'PersonTag',
];

let db: TestDatabase;
let api: pg.Client;
/** The first column of each index of a large table. */
const leading = new Map<string, string>();
beforeAll(async () => {
  db = await testDatabase();
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  await load(owner, responses);
  await owner.end();
  const first = await db.sql<{ index: string; column: string }>`
    select i.indexrelid::regclass::text as index, quote_ident(a.attname) as column
    from pg_index i join pg_class c on c.oid = i.indrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where c.relname = any (${large})`;
  for (const { index, column } of first) leading.set(index.replace(/^public\.|"/g, ''), column);
  api = new pg.Client({ connectionString: db.apiUrl });
  await api.connect();
});
afterAll(async () => {
  await api.end();
  await db.drop();
});

const sharer = idOf('profile', 5);
const listener = listenerId(responses, 5);
/** Whom the listener follows: the first of theirs, as data.ts ties them. */
const heard = (5 * 7919 + 104_729) % sizesOf(responses).sharers;
const admin = adminId(responses);

type Role = NonNullable<Ask['as']>['role'];

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: Plan[];
}

/** The large tables that the plan of a caller's statement reads from end to end. */
async function wholeReads(role: Role, sub: string, statement: string): Promise<string[]> {
  await beginAs(api, { role, sub });
  const { rows } = await api.query(`explain (format json) ${statement}`);
  await api.query('rollback');
  const walk = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(walk)];
  return walk(rows[0]['QUERY PLAN'][0].Plan).flatMap((node) => readsAll(node) ?? []);
}

/** What a node reads from end to end: a large table, or an index whose first column is not asked for. */
function readsAll(node: Plan): string | undefined {
  const table = node['Relation Name'] ?? '';
  if (node['Node Type'] === 'Seq Scan' && large.includes(table)) return table;
  const index = node['Index Name']?.replace(/^public\.|"/g, '') ?? '';
  const column = leading.get(index);
  const asked = node['Index Cond'];
  if (column === undefined || asked === undefined) return undefined;
  return new RegExp(`(^|[^.\\w"])${column}($|[^.\\w"])`).test(asked) ? undefined : index;
}

const newest = 'order by "createdAt" desc, id desc limit 31';
const story = idOf('response', 5);
const reads: Record<string, string> = {
  'all stories, counted': 'select count(*) from public."PromptResponse"',
  "a sharer's page": `select * from public."PromptResponse" where "profileSharerId" = '${idOf('sharer', 5)}' ${newest}`,
  'own list': `select * from api.story where "profileSharerId" = any (private.owned_sharers()) ${newest}`,
  'one story': `select * from api.story where id = '${story}'`,
  'one recording': `select * from public."Video" where id = '${idOf('video', 5)}'`,
  "a recording's transcript": `select * from public."VideoTranscript" where "videoId" = '${idOf('video', 5)}'`,
  'what was watched': `select * from public."PromptResponseRecentlyWatched" w join api.story s on s.id = w."promptResponseId"`,
  oneself: `select id from public."Profile"`,
  'whom one listens to': 'select * from public."ProfileListener"',
  'a listener list': 'select * from api.listener',
  topics: 'select * from api.topic',
  questions: 'select * from api.question',
};

describe.each([
  ['a sharer', sharer],
  ['a listener', listener],
])('%s reads no large table from end to end:', (_, sub) => {
  it.each(Object.entries(reads))('%s', async (_what, statement) => {
    expect(await wholeReads('authenticated', sub, statement)).toEqual([]);
  });
});

describe('an admin reads no large table from end to end:', () => {
  it.each([
    [
      'the newest 50',
      'select * from public."PromptResponse" order by "createdAt" desc, id desc limit 50',
    ],
    ['one story', `select * from public."PromptResponse" where id = '${story}'`],
    ['one recording', `select * from public."Video" where id = '${idOf('video', 5)}'`],
    ['one person', `select id, "fullName" from public."Profile" where email = '5@example.org'`],
  ])('%s', async (_what, statement) => {
    expect(await wholeReads('telloom_admin', admin, statement)).toEqual([]);
  });
});

// The statements inside of functions have no plan of their own to show; what they read is counted.
describe('functions read no large table from end to end:', () => {
  it.each<[string, Role, string, string, number]>([
    ['the feed', 'authenticated', listener, 'select * from api.feed(null, null, 31)', 31],
    [
      'a search',
      'authenticated',
      listener,
      `select * from api.search_stories('${rareWord}', 'en', 30)`,
      0,
    ],
    [
      'a search for photos',
      'authenticated',
      listener,
      `select * from private.find_attachments(private.to_query('en', '${commonWord}'), 30, null)`,
      1,
    ],
    [
      'a search for people',
      'authenticated',
      listener,
      `select * from private.find_people(private.name_words('${personOf(heard, 0)}', 'en'), 30, null)`,
      1,
    ],
    [
      'a search for questions',
      'authenticated',
      sharer,
      `select * from private.find_questions(private.to_query('en', '${commonWord}'), 30)`,
      1,
    ],
    [
      "an admin's search",
      'telloom_admin',
      admin,
      `select * from api.search_stories('${rareWord}', 'en', 30)`,
      1,
    ],
  ])('%s', async (_what, role, sub, statement, atLeast) => {
    const before = await scans();
    await beginAs(api, { role, sub });
    const { rowCount } = await api.query(statement);
    expect(rowCount).toBeGreaterThanOrEqual(atLeast);
    await api.query('commit');
    expect(await scans()).toEqual(before);
  });
});

/** How often each large table was read from end to end so far, by this connection too. */
async function scans(): Promise<unknown> {
  await api.query('select pg_stat_force_next_flush()');
  return db.sql`select relname, seq_scan from pg_stat_user_tables
    where schemaname = 'public' and relname = any (${large}) order by 1`;
}

it('the feed has what the policies show, to the last row', async () => {
  const ask = async (statement: string, values: unknown[] = []) => {
    await beginAs(api, { role: 'authenticated', sub: listener });
    const { rows } = await api.query(statement, values);
    await api.query('commit');
    return rows as { id: string; at: string }[];
  };
  const shown = await ask(`select id, at from api.story where "videoStatus" = 'READY'
    and "profileSharerId" = any (private.followed_sharers()) order by "createdAt" desc, id desc`);
  expect(shown.length).toBeGreaterThan(500);
  const paged: { id: string; at: string }[] = [];
  for (;;) {
    const last = paged.at(-1);
    const page = await ask('select id, at from api.feed($1, $2, 50)', [last?.at, last?.id]);
    if (page.length === 0) break;
    paged.push(...page);
  }
  expect(paged).toEqual(shown);
});

it('search has what the policies show', async () => {
  await beginAs(api, { role: 'authenticated', sub: listener });
  for (const text of [rareWord, commonWord, `${commonWord} or ${rareWord}`]) {
    const { rows } = await api.query(
      `select id from private.search_candidates(private.to_query('en', $1), 100000) c (id) order by id`,
      [text],
    );
    const { rows: shown } = await api.query(
      `select id from public."PromptResponse" where search_vector @@ private.to_query('en', $1) order by id`,
      [text],
    );
    expect(rows).toEqual(shown);
    if (text !== rareWord) expect(rows.length).toBeGreaterThan(10);
  }
  await api.query('commit');
});
