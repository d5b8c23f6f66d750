import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sql } from './session.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import {
  makeWorld,
  openPersonas,
  type Persona,
  type Personas,
  people,
  rows,
} from './testing/personas.ts';

let db: TestDatabase;
let callers: Personas;
beforeAll(async () => {
  db = await testDatabase();
  await makeWorld(db);
  await db.sql`delete from public."SharerLogEntry"`;
  callers = openPersonas(db);
});
afterAll(async () => {
  await callers.close();
  await db.drop();
});

/** What is written down of one act, and taken out again. */
async function logged(who: Persona, work: (sql: Sql) => Promise<unknown>) {
  await callers.as(who, work);
  const entries = await db.sql`
    select "actorName" as who, "actedAs" as role, action, thing, name, about, changed, became
    from public."SharerLogEntry" order by "createdAt"`;
  await db.sql`delete from public."SharerLogEntry"`;
  return entries;
}

const privacy = (level: string) => (sql: Sql) =>
  sql`update public."PromptResponse" set "privacyLevel" = ${level} where id = ${rows.publicResponse}`;
const question = 'What did your kitchen smell of?';

it('says who changed what, and what it became', async () => {
  expect(await logged('executor', privacy('Private'))).toEqual([
    {
      who: 'Executor Test',
      role: 'EXECUTOR',
      action: 'UPDATE',
      thing: 'story',
      name: question,
      about: null,
      changed: ['privacyLevel'],
      became: 'Private',
    },
  ]);
});

it('says it of an admin and of a listener who may write, too', async () => {
  expect(await logged('admin', privacy('Public'))).toMatchObject([{ role: 'ADMIN' }]);
  const note = (sql: Sql) =>
    sql`update public."PromptResponse" set summary = 'bread' where id = ${rows.customResponse}`;
  expect(await logged('writer', note)).toMatchObject([{ role: 'LISTENER', changed: ['summary'] }]);
});

it('writes nothing of the storyteller, of the service, and of what changes nothing', async () => {
  expect(await logged('owner', privacy('Private'))).toEqual([]);
  expect(await logged('service', privacy('Public'))).toEqual([]);
  expect(await logged('executor', privacy('Public'))).toEqual([]);
});

it('nothing of what a listener does with their own tie', async () => {
  const views = (sql: Sql) =>
    sql`update public."ProfileListener" set notifications = false where id = ${rows.listenerRow}`;
  expect(await logged('listener', views)).toEqual([]);
});

it('names what is gone by now, and not what went along with it', async () => {
  const made = (sql: Sql) => sql`
    insert into public."PromptResponseAttachment" (id, "promptResponseId", "profileSharerId", title)
    values (${rows.newRow}, ${rows.customResponse}, ${rows.sharer}, 'The oven')`;
  expect(await logged('executor', made)).toMatchObject([
    { action: 'INSERT', thing: 'attachment', name: 'The oven', about: question },
  ]);
  const story = await logged(
    'executor',
    (sql) => sql`delete from public."PromptResponse" where id = ${rows.customResponse}`,
  );
  expect(story).toMatchObject([{ action: 'DELETE', thing: 'story', name: question }]);
});

it('says which people it was about', async () => {
  const pause = (sql: Sql) =>
    sql`update public."ProfileListener" set "hasAccess" = false where id = ${rows.readerRow}`;
  expect(await logged('executor', pause)).toMatchObject([
    { thing: 'listener', name: 'Reader Test', became: 'false' },
  ]);
  const keepFrom = (sql: Sql) => sql`
    insert into public."ResponsePermission" ("userId", "responseId", "permissionLevel")
    values (${people.listener}, ${rows.publicResponse}, 'none')`;
  expect(await logged('executor', keepFrom)).toMatchObject([
    { thing: 'permission', name: 'Listener Test', about: question, became: 'none' },
  ]);
});

it('puts the words of one sitting into one entry', async () => {
  const sitting = '00000000-0000-4000-8000-000000000001';
  const other = '00000000-0000-4000-8000-000000000002';
  const mend = (text: string, session: string) => (sql: Sql) =>
    sql`update public."VideoTranscript" set transcript = ${text}, "editSession" = ${session}
      where id = ${rows.privateTranscript}`;
  await callers.as('executor', mend('one', sitting));
  await callers.as('executor', mend('two', sitting));
  const entries = await logged('executor', mend('three', other));
  expect(entries).toMatchObject([
    { thing: 'words', name: question },
    { thing: 'words', name: question },
  ]);
});

it('keeps the end of looking after, and the name of whoever left', async () => {
  const entries = await logged(
    'executor',
    (sql) => sql`delete from public."ProfileExecutor" where id = ${rows.executorRow}`,
  );
  expect(entries).toMatchObject([{ who: 'Executor Test', action: 'DELETE', thing: 'keeper' }]);
  await callers.as('otherExecutor', async (sql) => {
    await sql`update public."PromptResponse" set summary = 'x' where id = ${rows.otherResponse}`;
    await sql`delete from public."Profile" where id = private.uid()`;
  });
  const [left] = await db.sql`
    select "actorId" as actor, "actorName" as who from public."SharerLogEntry"`;
  expect(left).toEqual({ actor: null, who: 'OtherExecutor Test' });
});
