import { afterEach, beforeEach, expect, it } from 'vitest';
import { importDatabase } from '../import.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { addFamily, id, moment, type SourceDatabase, sourceDatabase } from './testing-source.ts';

let source: SourceDatabase;
let db: TestDatabase;
beforeEach(async () => {
  [source, db] = await Promise.all([sourceDatabase(), testDatabase()]);
  await addFamily(source);
});
afterEach(async () => {
  await source.drop();
  await db.drop();
});
const move = () => importDatabase({ from: source.url, to: db.ownerUrl });
const profiles = () => db.sql`select count(*)::int as n from public."Profile"`;

const many = 1201;

/** Rows of a table as text, of the columns named. */
const rowsOf = async (where: 'source' | 'target', table: string, columns: string) => {
  const text = `select ${columns} from ${table} order by id`;
  if (where === 'source') return (await source.client.query(text)).rows;
  return db.sql(Object.assign([text], { raw: [text] }) as unknown as TemplateStringsArray);
};

it('brings identifiers, texts, numbers and times exactly', async () => {
  await source.client.query(`set timezone = 'UTC'`);
  const report = await move();
  expect(report.setAside).toEqual([]);
  for (const [table, columns] of [
    [
      'public."Profile"',
      `id, "fullName", "firstName", email, "isAdmin", "createdAt"::timestamp::text as c, "updatedAt"::timestamp::text as u`,
    ],
    ['public."ProfileRole"', 'id, "profileId", role::text'],
    [
      'public."ProfileExecutor"',
      `id, "sharerId", "executorId", "createdAt"::timestamptz::text as c`,
    ],
    [
      'public."Video"',
      `id, duration::text, "maxWidth"::text, status::text, "createdAt"::timestamp::text as c`,
    ],
    ['public."Prompt"', 'id, "promptText", "createdAt"::text as c'],
    ['public."VideoTranscript"', 'id, "videoId", transcript, "updatedAt"::timestamp::text as u'],
    [
      'auth.users',
      'id, email, encrypted_password, email_confirmed_at::text as c, created_at::text as d',
    ],
  ] as const) {
    expect(await rowsOf('target', table, columns), table).toEqual(
      await rowsOf('source', table, columns),
    );
  }
  const [response] =
    await db.sql`select summary, "privacyLevel", "videoId", search_vector::text as words,
    "updatedAt"::text as u from public."PromptResponse" where id = ${id(60)}`;
  expect(response).toMatchObject({
    summary: 'Tab\there, ünïcode',
    privacyLevel: 'Public',
    videoId: id(50),
    u: `${moment}+00`,
  });
  expect(response?.words).toMatch(/dumpl.*tab/s);
  expect(report.tables.find(({ table }) => table === 'Profile')).toEqual({
    table: 'Profile',
    read: 4,
    imported: 4,
    merged: 0,
    setAside: 0,
    alreadyThere: 0,
  });
  expect(report.leftBehind).toEqual(['column Profile.favouriteColour', 'table Recipe (0 rows)']);
});

it('brings more rows than one batch holds', async () => {
  await source.client.query(`
    insert into public."PromptResponse" (id, "profileSharerId", summary)
    select gen_random_uuid(), '${id(11)}', 'Story ' || n from generate_series(1, ${many}) n`);
  const { tables } = await move();
  const responses = tables.find(({ table }) => table === 'PromptResponse');
  expect(responses).toMatchObject({ read: many + 2, imported: many + 2 });
});

it('links Google and Apple, and says which file is still to be fetched', async () => {
  const report = await move();
  expect(
    await db.sql`select "providerId", "accountId", "userId" from auth.ba_provider_accounts order by 1`,
  ).toEqual([
    { providerId: 'apple', accountId: 'a-1', userId: id(2) },
    { providerId: 'google', accountId: 'g-1', userId: id(1) },
  ]);
  const name = `${id(11)}/${id(60)}/a.jpg`;
  expect(report.filesToFetch).toEqual([{ id: id(80), bucket: 'attachments', name }]);
  expect(await db.sql`select name, metadata, user_metadata from storage.objects`).toEqual([
    { name, metadata: { size: 3 }, user_metadata: { telloomFile: 'to be fetched' } },
  ]);
  expect(await db.sql`select public from storage.buckets where id = 'attachments'`).toEqual([
    { public: false },
  ]);
});

it('can be run again, and then changes nothing', async () => {
  await move();
  const before = await db.sql`select p::text from public."Profile" p order by 1`;
  const again = await move();
  expect(again.tables.every((t) => t.imported === 0 && t.alreadyThere === t.read)).toBe(true);
  expect(again.changed).toEqual([]);
  await source.add('Profile', { id: id(5), firstName: 'Eve' });
  const more = await move();
  expect(more.tables.find(({ table }) => table === 'Profile')).toMatchObject({ imported: 1 });
  await db.sql`delete from public."Profile" where id = ${id(5)}`;
  expect(await db.sql`select p::text from public."Profile" p order by 1`).toEqual(before);
});

it('can be run again when people have added their own since, and leaves that alone', async () => {
  await move();
  await db.sql`insert into public."Profile" (id, "firstName", email) values (${id(90)}, 'New', 'new@example.org')`;
  await db.sql`insert into public."ProfileSharer" (id, "profileId") values (${id(91)}, ${id(90)})`;
  await source.add('Profile', { id: id(5), firstName: 'Eve', email: 'new@example.org' });
  const more = await move();
  expect(more.tables.find(({ table }) => table === 'Profile')).toMatchObject({ imported: 1 });
  const arrived = await db.sql`select id, "firstName", email from public."Profile"
    where id in (${id(5)}, ${id(90)}) order by "firstName"`;
  // the address stays with whoever has it here, and the report says so
  expect(arrived).toEqual([
    { id: id(5), firstName: 'Eve', email: null },
    { id: id(90), firstName: 'New', email: 'new@example.org' },
  ]);
  expect(more.changed).toContainEqual(expect.objectContaining({ table: 'Profile', id: id(5) }));
  expect(await db.sql`select id from public."ProfileSharer" where id = ${id(91)}`).toHaveLength(1);
});

it('does not give back in a second run what was taken from somebody since', async () => {
  await move();
  const [listener] = await db.sql<{ id: string }>`
    delete from public."ProfileListener" where "hasAccess" returning id`;
  const report = await move();
  expect(report.setAside).toContainEqual({
    table: 'ProfileListener',
    id: listener?.id,
    reason: expect.stringContaining('decided here'),
  });
  expect(await db.sql`select id from public."ProfileListener" where id = ${listener?.id}`).toEqual(
    [],
  );
});

it('refuses a database with other people in it', async () => {
  await db.sql`insert into public."Profile" ("firstName") values ('Somebody')`;
  await expect(move()).rejects.toThrow(/did not come from this source \(1 in Profile\)/);
  expect(await profiles()).toEqual([{ n: 1 }]);
});

it('takes questions that come with Telloom for nobody else’s', async () => {
  await db.sql`insert into public."Prompt" (id, "promptText") values (${id(99)}, 'Ours')`;
  await expect(move()).rejects.toThrow('1 in Prompt');
  await importDatabase({ from: source.url, to: db.ownerUrl, own: { Prompt: [id(99)] } });
  expect(await profiles()).toEqual([{ n: 4 }]);
});

it('brings nothing where one row is refused, and names the row', async () => {
  await db.sql`alter table public."PromptResponse" add constraint late check (summary is distinct from 'bad')`;
  for (let n = 600; n < 620; n += 1) {
    const summary = n === 613 ? 'bad' : 'good';
    await source.add('PromptResponse', { id: id(n), profileSharerId: id(11), summary });
  }
  await expect(move()).rejects.toThrow(`PromptResponse ${id(613)}: `);
  expect(await profiles()).toEqual([{ n: 0 }]);
  const [row] = await db.sql`select tgenabled from pg_trigger where tgname = 'full_name_update'`;
  expect(row).toEqual({ tgenabled: 'O' });
});

it('only reads the source, in a transaction that could not write', async () => {
  const before = await source.checksum();
  await move();
  expect(await source.checksum()).toBe(before);
  await source.client.query(`
    create table public.trap (n int);
    create function public.snap() returns setof public."Recipe" language sql as
      $$ insert into public.trap values (1); select * from public."Recipe" $$;
    create view public."ObjectCategory" as select id, title as "categoryName" from public.snap()`);
  await expect(move()).rejects.toThrow('read-only transaction');
});

it('moves a database of this Telloom too, whose tokens are hashes already', async () => {
  const old = await testDatabase();
  const token = 'cd'.repeat(32);
  await old.sql`insert into auth.users (id, email) values (${id(1)}, 'rosa@example.org')`;
  await old.sql`insert into public."ProfileSharer" (id, "profileId") values (${id(11)}, ${id(1)})`;
  await old.sql`insert into public."Invitation" ("sharerId", "inviteeEmail", role, token)
    values (${id(11)}, 'kim@example.org', 'LISTENER', ${token})`;
  const report = await importDatabase({ from: old.ownerUrl, to: db.ownerUrl });
  expect(report).toMatchObject({ tokens: 'kept', setAside: [], merged: [], leftBehind: [] });
  expect(await db.sql`select token from public."Invitation"`).toEqual([{ token }]);
  const roles = ({ sql }: TestDatabase) => sql`select r::text from public."ProfileRole" r`;
  expect(await roles(db)).toEqual(await roles(old));
  await old.drop();
});

it('brings the words of a topic video once', async () => {
  const old = await testDatabase();
  await old.sql`insert into public."Profile" (id) values (${id(1)})`;
  await old.sql`insert into public."ProfileSharer" (id, "profileId") values (${id(11)}, ${id(1)})`;
  await old.sql`insert into public."Video" (id, "profileSharerId") values (${id(40)}, ${id(11)})`;
  await old.sql`insert into public."VideoTranscript" ("videoId", transcript) values (${id(40)}, 'Bread')`;
  await old.sql`insert into public."TopicVideo" ("profileSharerId", "videoId") values (${id(11)}, ${id(40)})`;
  await importDatabase({ from: old.ownerUrl, to: db.ownerUrl });
  const words = ({ sql }: TestDatabase) => sql`select t::text from public."TopicVideoTranscript" t`;
  expect(await words(db)).toEqual(await words(old));
  expect(await words(db)).toHaveLength(1);
  await old.drop();
});
