import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importDatabase } from '../import.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import type { ImportReport } from './report.ts';
import { addOddities, hex } from './testing-oddities.ts';
import { addFamily, id, type SourceDatabase, sourceDatabase } from './testing-source.ts';

let source: SourceDatabase;
let db: TestDatabase;
let report: ImportReport;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

beforeAll(async () => {
  [source, db] = await Promise.all([sourceDatabase(), testDatabase()]);
  await addFamily(source);
  await addOddities(source);
  report = await importDatabase({ from: source.url, to: db.ownerUrl });
});
afterAll(async () => {
  await source.drop();
  await db.drop();
});

const asideIn = (table: string) =>
  report.setAside.filter((n) => n.table === table).map((n) => n.id);

it('loses no row silently', () => {
  for (const t of report.tables) {
    expect(t.imported + t.merged + t.setAside + t.alreadyThere, t.table).toBe(t.read);
  }
  expect(report.setAside.length).toBe(report.tables.reduce((sum, t) => sum + t.setAside, 0));
  expect(report.merged.length).toBe(report.tables.reduce((sum, t) => sum + t.merged, 0));
  for (const [table, ...ids] of [
    ['ProfileRole', id(102)],
    ['ProfileListener', id(112)],
    ['PromptResponse', id(127)],
    ['ResponsePermission', id(152)],
    ['PromptResponseAttachment', id(170)],
    ['PromptResponseAttachmentPersonTag', id(174)],
    ['Invitation', id(183)],
    ['Prompt', id(176)],
    ['_PromptResponseToThematicVideo', `${id(64)}/${id(140)}`],
    ['_ListenerPromptViews', `${id(31)}/${id(64)}`],
  ] as const) {
    expect(asideIn(table), table).toEqual(ids);
  }
  expect(report.setAside).toHaveLength(10);
  expect(report.setAside).toContainEqual({
    table: 'PromptResponse',
    id: id(127),
    reason: 'its "profileSharerId" points to no ProfileSharer',
  });
});

it('never widens a privacy level, a permission or an invitation', async () => {
  expect(
    await db.sql`select "privacyLevel" as level, count(*)::int from public."PromptResponse" group by 1 order by 1`,
  ).toEqual([
    { level: 'Custom', count: 1 },
    { level: 'Private', count: 7 },
    { level: 'Public', count: 2 },
  ]);
  expect(
    await db.sql`select id, "permissionLevel" as level from public."ResponsePermission"`,
  ).toEqual([{ id: id(151), level: 'none' }]);
  expect(await db.sql`select "hasAccess", id from public."ProfileListener" order by id`).toEqual([
    { id: id(31), hasAccess: false },
    { id: id(111), hasAccess: false },
  ]);
  expect(await db.sql`select status::text from public."FollowRequest"`).toEqual([
    { status: 'DENIED' },
  ]);
  expect(report.changed).toContainEqual({
    table: 'PromptResponse',
    id: id(120),
    reason: `"privacyLevel" was ' public ', which is Private now`,
  });
});

it('keeps hashes of tokens alone, also of one that looks like a hash', async () => {
  expect(await db.sql`select id, token, status::text from public."Invitation" order by id`).toEqual(
    [
      { id: id(180), token: sha256('plain tökén'), status: 'PENDING' },
      { id: id(181), token: sha256(hex), status: 'PENDING' },
      { id: id(182), token: null, status: 'PENDING' },
      { id: id(184), token: sha256('b'), status: 'EXPIRED' },
    ],
  );
  expect(JSON.stringify(report)).not.toMatch(/tökén|@example|\$2b/i);
});

it('merges repeats into the one that serves the person, and follows it', async () => {
  const one = async (table: string, n: number) =>
    expect(
      report.merged.filter((m) => m.table === table).map((m) => m.id),
      table,
    ).toEqual([id(n)]);
  await one('ProfileRole', 101);
  await one('ProfileSharer', 15);
  await one('ProfileExecutor', 113);
  await one('TopicVideo', 141);
  await one('PromptResponseFavorite', 160);
  expect(await db.sql`select transcript from public."VideoTranscript"`).toEqual([
    { transcript: 'Newest words' },
  ]);
  expect(await db.sql`select "B" from public."_PromptResponseToThematicVideo"`).toEqual([
    { B: id(140) },
  ]);
  expect(await db.sql`select "A" from public."_ListenerPromptViews"`).toEqual([{ A: id(31) }]);
  expect(
    await db.sql`select "profileSharerId" as s, "fileSize" from public."PromptResponseAttachment" order by id`,
  ).toEqual([
    { s: id(11), fileSize: null },
    { s: id(14), fileSize: null },
  ]);
});

it('brings what joins two sharers without the join', async () => {
  expect(await db.sql`select "videoId" from public."PromptResponse" where id = ${id(125)}`).toEqual(
    [{ videoId: null }],
  );
  expect(await db.sql`select "videoId" from public."PromptResponse" where id = ${id(128)}`).toEqual(
    [{ videoId: id(133) }],
  );
  expect(await db.sql`select "promptResponseId" as r from public."Object"`).toEqual([{ r: null }]);
});

it('lets roles decide who is an admin, and gives a sign-in without a person one', async () => {
  expect(await db.sql`select id from public."Profile" where "isAdmin"`).toEqual([{ id: id(3) }]);
  expect(
    await db.sql`select username, email from public."Profile" where id in (${id(5)}, ${id(6)}, ${id(7)}) order by id`,
  ).toEqual([
    { username: 'eve', email: null },
    { username: null, email: 'Gone@Example.org' },
    { username: null, email: 'new@example.org' },
  ]);
  expect(await db.sql`select email from auth.users where id = ${id(6)}`).toEqual([
    { email: 'gone@example.org' },
  ]);
  const roles =
    await db.sql`select "profileId" as p, role::text from public."ProfileRole" order by 1`;
  expect(roles).toEqual([
    { p: id(1), role: 'SHARER' },
    { p: id(2), role: 'LISTENER' },
    { p: id(3), role: 'ADMIN' },
    { p: id(4), role: 'SHARER' },
    { p: id(7), role: 'LISTENER' },
  ]);
});

it('reads labels that are spelt otherwise, and leaves unknown ones out', async () => {
  expect(await db.sql`select relation::text from public."PersonTag" order by id`).toEqual([
    { relation: 'MotherInLaw' },
    { relation: null },
  ]);
  expect(
    await db.sql`select status::text, "muxAssetId" from public."Video" where id = ${id(132)}`,
  ).toEqual([{ status: 'READY', muxAssetId: null }]);
});

it('finds everything there when it runs again', async () => {
  const again = await importDatabase({ from: source.url, to: db.ownerUrl });
  expect(again.tables.filter((t) => t.imported > 0)).toEqual([]);
  expect(again.changed).toEqual([]);
  expect(again.setAside).toEqual(report.setAside);
});
