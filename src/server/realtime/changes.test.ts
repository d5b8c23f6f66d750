import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  openPersonas,
  type Person,
  type Personas,
  people,
  rows,
} from '../../../db/testing/personas.ts';
import {
  mark,
  type RealtimeWorld,
  startWorld,
  subscribed,
  until,
  type Watch,
  watch,
} from './testing.ts';

let world: RealtimeWorld;
let callers: Personas;
beforeAll(async () => {
  world = await startWorld();
  callers = openPersonas({ apiUrl: world.apiUrl });
});
afterAll(async () => {
  await callers.close();
  await world.stop();
});

const everyone: Person[] = [
  'owner',
  'executor',
  'listener',
  'revoked',
  'none',
  'reader',
  'writer',
  'stranger',
  'invitee',
  'other',
  'admin',
];

it('everybody hears of exactly the rows that they may read, whole', async () => {
  const tables = ['PromptResponse', 'Video', 'ProfileListener', 'Invitation', 'Profile'];
  const watches: Watch[] = [];
  for (const person of everyone) watches.push(await watch(await world.client(person), tables));
  for (const table of tables) await world.owner.query(`update public."${table}" set id = id`);
  await mark(world, watches);
  for (const [index, person] of everyone.entries()) {
    for (const table of tables) {
      const heard = watches[index]?.payloads.filter((payload) => payload.table === table) ?? [];
      const readable = await callers.as(person === 'admin' ? 'adminAsPerson' : person, (sql) =>
        rowsOf(sql, table),
      );
      const news = heard.map((payload) => payload.new).sort(byId);
      expect([person, table, news.map(({ id }) => id)]).toEqual([
        person,
        table,
        readable.map(({ id }) => id),
      ]);
      for (const [at, row] of news.entries()) {
        expect(Object.keys(row).sort()).toEqual(Object.keys(readable[at] ?? {}).sort());
      }
    }
  }
  const invitations = watches[0]?.payloads.filter(({ table }) => table === 'Invitation');
  expect(invitations?.length).toBeGreaterThan(0);
  expect(JSON.stringify(watches.map(({ payloads }) => payloads))).not.toMatch(
    /"(token|passwordHash)"/,
  );
});

it('a right that is taken away is gone with the next change', async () => {
  const listener = await watch(await world.client('listener'), ['PromptResponse']);
  const tell = () => world.sql`
    update public."PromptResponse" set "responseNotes" = 'more' where id = ${rows.publicResponse}`;
  const access = (has: boolean) =>
    callers.as(
      'owner',
      (sql) => sql`
    update public."ProfileListener" set "hasAccess" = ${has} where id = ${rows.listenerRow}`,
    );
  await tell();
  await mark(world, [listener]);
  expect(listener.seen.slice(0, -1)).toEqual([`UPDATE PromptResponse ${rows.publicResponse}`]);
  await access(false);
  await tell();
  await mark(world, [listener]);
  expect(listener.seen).toHaveLength(3);
  await access(true);
  await tell();
  await mark(world, [listener]);
  expect(listener.seen.at(-2)).toBe(`UPDATE PromptResponse ${rows.publicResponse}`);
});

it('a row is told as it is when it is told, not as it was before it might be seen', async () => {
  const listener = await watch(await world.client('listener'), ['PromptResponse']);
  await world.owner.query('begin');
  const change = (level: string, notes: string) => world.sql`
    update public."PromptResponse" set "privacyLevel" = ${level}, "responseNotes" = ${notes}
    where id = ${rows.privateResponse}`;
  await change('Private', 'a secret');
  await change('Public', 'for all');
  await world.owner.query('commit');
  await mark(world, [listener]);
  const notes = listener.payloads.map((payload) => payload.new.responseNotes).filter(Boolean);
  expect(notes).toEqual(['for all']);
  await change('Private', '');
});

it('a deleted row tells its key alone', async () => {
  const owner = await watch(await world.client('owner'), ['TopicFavorite']);
  await world.sql`delete from public."TopicFavorite" where id = ${rows.ownerTopicFavorite}`;
  await mark(world, [owner]);
  expect(owner.payloads[0]).toMatchObject({
    eventType: 'DELETE',
    new: {},
    old: { id: rows.ownerTopicFavorite },
  });
  expect(Object.keys(owner.payloads[0].old)).toEqual(['id']);
});

it('filters, kinds of changes and columns are as asked for', async () => {
  const client = await world.client('owner');
  const one = { table: 'PromptResponse', filter: `id=eq.${rows.publicResponse}` };
  const others = {
    table: 'PromptResponse',
    filter: `id=not.in.(${rows.publicResponse},"${rows.otherResponse}")`,
  };
  const [filtered, rest, inserts, narrow] = await Promise.all([
    watch(client, [one]),
    watch(client, [others]),
    watch(client, [{ table: 'PromptResponse', event: 'INSERT' }]),
    watch(client, [{ table: 'PromptResponse', select: ['privacyLevel'] }]),
  ]);
  await world.owner.query('update public."PromptResponse" set id = id');
  await mark(world, [filtered, rest, inserts, narrow]);
  const ids = (payloads: { table: string; new: { id: string } }[]) =>
    payloads.filter(({ table }) => table === 'PromptResponse').map((p) => p.new.id);
  expect(ids(filtered.payloads)).toEqual([rows.publicResponse]);
  expect(ids(rest.payloads).sort()).toEqual([rows.customResponse, rows.privateResponse].sort());
  expect(ids(inserts.payloads)).toEqual([]);
  expect(Object.keys(narrow.payloads[0].new).sort()).toEqual(['id', 'privacyLevel']);
});

it('without a table, all of them', async () => {
  const client = await world.client('owner');
  const all = await watch(client, [{ table: undefined }]);
  await world.sql`update public."Object" set "objectName" = 'A pot' where id = ${rows.ownerObject}`;
  await until('it arrived', () => all.seen.includes(`UPDATE Object ${rows.ownerObject}`));
});

it.each([
  [{ table: 'Product' }, 'changes of public.Product are not sent'],
  [{ schema: 'auth', table: 'users' }, 'changes of auth.users are not sent'],
  [{ table: 'Profile', filter: 'passwordHash=eq.x' }, 'invalid column for filter passwordHash'],
  [{ table: 'Video', filter: 'id=eq.x' }, 'invalid input syntax for type uuid'],
  [{ table: 'Video', filter: 'id=match.(a*)*' }, 'filters with match are not offered here'],
  [{ table: 'Video', filter: 'nonsense' }, '"nonsense" is no filter'],
  [{ event: 'TRUNCATE', table: 'Video' }, 'this join is not understood'],
])('%j is refused, and it says why', async (wanted, message) => {
  const channel = (await world.client('owner')).channel('refused');
  channel.on('postgres_changes', { event: '*', schema: 'public', ...wanted } as never, () => {});
  await expect(subscribed(channel)).rejects.toThrow(message);
});

it('nobody in particular hears nothing', async () => {
  const client = await world.client('owner', { accessToken: undefined });
  const channel = client.channel('anonymous');
  channel.on('postgres_changes', { event: '*', schema: 'public', table: 'Prompt' }, () => {});
  await expect(subscribed(channel)).rejects.toThrow('Unauthorized: sign in first');
});

it('a session that ends takes its socket along, before the next change', async () => {
  const stays = await watch(await world.client('owner'), ['PromptResponse']);
  const leaves = await watch(await world.client('executor'), ['PromptResponse']);
  await world.sql`with ended as (delete from auth.ba_sessions where "userId" = ${people.executor} returning 1)
    select count(*) from ended`;
  await world.sql`update public."PromptResponse" set id = id`;
  await mark(world, [stays]);
  await until('it is closed', () => leaves.statuses.includes('CHANNEL_ERROR'));
  expect(leaves.seen).toEqual([]);
});

it('what a client leaves is forgotten here', async () => {
  const left = await watch(await world.client('reader'), ['Video']);
  const mine = () => world.sql`
    select from realtime.subscription where claims ->> 'sub' = ${people.reader} and entity = 'public."Video"'::regclass`;
  expect((await mine()).length).toBeGreaterThan(0);
  const before = (await mine()).length;
  await left.channel.unsubscribe();
  await until('it is gone', async () => (await mine()).length < before);
});

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

/** The rows of a table that the caller reads, with the columns that they may read. */
async function rowsOf(sql: Parameters<Parameters<Personas['as']>[1]>[0], table: string) {
  const names = await sql<{ names: string }>`
    select string_agg(quote_ident(attname), ', ') as names from pg_attribute
    where attrelid = format('public.%I', ${table}::text)::regclass and attnum > 0 and not attisdropped
      and has_column_privilege(attrelid, attnum, 'SELECT')`;
  const query = `select ${names[0]?.names} from public."${table}" order by id`;
  return sql<{ id: string }>([query] as never);
}
