import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../db/testing/database.ts';
import {
  makeWorld,
  openPersonas,
  type Person,
  type Personas,
  people,
  rows,
} from '../../../db/testing/personas.ts';

let db: TestDatabase;
let callers: Personas;
beforeAll(async () => {
  db = await testDatabase();
  await makeWorld(db);
  callers = openPersonas(db);
  await db.sql`delete from public."Notification"`;
});
afterAll(async () => {
  await callers.close();
  await db.drop();
});

interface Told {
  kind: string;
  subjectId: string;
}

/** What somebody was told of this subject, as far as they see it now. */
const told = (person: Person, subject: string) =>
  callers.as(person, async (sql) =>
    (
      await sql<Told>`select kind from api.notification where "subjectId" = ${subject}
        order by "createdAt", kind`
    ).map(({ kind }) => kind),
  );

/** Everybody who was told of this subject, whatever they see of it. */
async function everybodyToldOf(subject: string, kind: string): Promise<string[]> {
  const found = await db.sql<{ profileId: string }>`
    select "profileId" from public."Notification" where "subjectId" = ${subject} and kind = ${kind}`;
  const nameOf = (id: string) => Object.entries(people).find(([, other]) => other === id)?.[0];
  return found.map(({ profileId }) => nameOf(profileId) ?? profileId).sort();
}

/** A story of the first family, whose recording waits. */
async function makeStory(privacyLevel: string) {
  const [story, video] = [randomUUID(), randomUUID()];
  await db.sql`insert into public."Video" (id, "profileSharerId") values (${video}, ${rows.sharer})`;
  await callers.as(
    'owner',
    (sql) => sql`
      insert into public."PromptResponse" (id, "profileSharerId", "videoId", "promptId", "privacyLevel")
      values (${story}, ${rows.sharer}, ${video}, ${rows.question}, ${privacyLevel})`,
  );
  return { story, video };
}
const setStatus = (video: string, status: string) =>
  callers.as(
    'service',
    (sql) => sql`update public."Video" set status = ${status} where id = ${video}`,
  );
const share = (story: string, privacyLevel: string) =>
  callers.as(
    'owner',
    (sql) =>
      sql`update public."PromptResponse" set "privacyLevel" = ${privacyLevel} where id = ${story}`,
  );
const setAccess = (row: string, hasAccess: boolean) =>
  callers.as(
    'owner',
    (sql) => sql`update public."ProfileListener" set "hasAccess" = ${hasAccess} where id = ${row}`,
  );

/** Who listens to the first family. */
const family = ['listener', 'none', 'otherExecutor', 'reader', 'writer'];

test('a story is told to those who may hear it, once it can be played, and once', async () => {
  const { story, video } = await makeStory('Public');
  expect(await everybodyToldOf(story, 'story')).toEqual([]);
  await setStatus(video, 'READY');
  expect(await everybodyToldOf(story, 'story')).toEqual(family);
  await share(story, 'Private');
  expect(await told('listener', story)).toEqual([]);
  await share(story, 'Public');
  await setStatus(video, 'ERRORED');
  await setStatus(video, 'READY');
  expect(await told('listener', story)).toEqual(['story']);
  expect(await everybodyToldOf(story, 'story')).toEqual(family);
});

test('a story for some is told to those who are named, when they are', async () => {
  const { story, video } = await makeStory('Custom');
  await setStatus(video, 'READY');
  const name = (person: Person, level: string) =>
    callers.as(
      'owner',
      (sql) => sql`
        insert into public."ResponsePermission" ("userId", "responseId", "permissionLevel")
        values (${people[person]}, ${story}, ${level})`,
    );
  await name('reader', 'read');
  await name('none', 'none');
  expect(await everybodyToldOf(story, 'story')).toEqual(['reader']);
  await share(story, 'Public');
  expect(await everybodyToldOf(story, 'story')).toEqual(family.filter((who) => who !== 'none'));
  await callers.as(
    'owner',
    (sql) => sql`delete from public."ResponsePermission" where "responseId" = ${story}`,
  );
  expect(await everybodyToldOf(story, 'story')).toEqual(family);
});

test('who is let out sees nothing of it, and is told both ways, the last word alone', async () => {
  const { story, video } = await makeStory('Public');
  await setStatus(video, 'READY');
  await setAccess(rows.writerRow, false);
  expect(await told('writer', story)).toEqual([]);
  expect(await told('writer', rows.writerRow)).toEqual(['access-paused']);
  const lines = await callers.as(
    'writer',
    (sql) => sql<{ kind: string; sharerName: string | null }>`
      select kind, "sharerName" from api.notification_lines('app', false)`,
  );
  expect(lines).toEqual([{ kind: 'access-paused', sharerName: null }]);
  await setAccess(rows.writerRow, true);
  expect(await told('writer', rows.writerRow)).toEqual(['access-given']);
  expect(await told('writer', story)).toEqual(['story']);
  expect(await everybodyToldOf(rows.writerRow, 'access-paused')).toEqual([]);
});

test('of a storyteller who is switched off one hears nothing, also not of what came before', async () => {
  const hear = (on: boolean) =>
    callers.as(
      'listener',
      (sql) =>
        sql`update public."ProfileListener" set notifications = ${on} where id = ${rows.listenerRow}`,
    );
  const before = await makeStory('Public');
  await setStatus(before.video, 'READY');
  await hear(false);
  expect(await told('listener', before.story)).toEqual([]);
  const { story, video } = await makeStory('Public');
  await setStatus(video, 'READY');
  await setAccess(rows.listenerRow, false);
  await setAccess(rows.listenerRow, true);
  await hear(true);
  expect(await told('listener', before.story)).toEqual(['story']);
  expect(await told('listener', story)).toEqual([]);
  expect(await told('listener', rows.listenerRow)).toEqual([]);
});

test('whoever recorded hears what became of it, the last word alone, and not of the story', async () => {
  const { story, video } = await makeStory('Public');
  await db.sql`insert into private.upload ("videoId", "createdBy", kind, "contentType")
    values (${video}, ${people.executor}, 'video', 'video/webm')`;
  await db.sql`insert into public."ProfileListener" ("listenerId", "sharerId")
    values (${people.executor}, ${rows.sharer})`;
  await setStatus(video, 'ERRORED');
  expect(await told('executor', video)).toEqual(['recording-failed']);
  await setStatus(video, 'PREPARING');
  expect(await told('executor', video)).toEqual([]);
  await setStatus(video, 'READY');
  expect(await told('executor', video)).toEqual(['recording-ready']);
  expect(await told('owner', video)).toEqual([]);
  expect(await everybodyToldOf(story, 'story')).toEqual(family);
  await db.sql`delete from public."ProfileListener" where "listenerId" = ${people.executor}`;
  await db.sql`update private.upload set "createdBy" = null where "videoId" = ${video}`;
  await setStatus(video, 'ERRORED');
  expect(await told('owner', video)).toEqual(['recording-failed']);
});

test('who asks to follow is told to managers until one has answered, and hears the answer', async () => {
  const ask = await callers.as(
    'stranger',
    (sql) => sql<{ id: string }>`select public.handle_follow_request(${rows.sharer}) as id`,
  );
  const request = ask[0]?.id ?? '';
  expect(await everybodyToldOf(request, 'follow-request')).toEqual(['executor', 'owner']);
  const [line] = await callers.as(
    'owner',
    (sql) => sql`select "personName", "followRequestId" from api.notification_lines('app', false)
      where "followRequestId" = ${request}`,
  );
  expect(line).toEqual({ personName: 'Stranger Test', followRequestId: request });
  await callers.as(
    'executor',
    (sql) => sql`select public.handle_follow_request_response(${request}, true)`,
  );
  expect(await told('owner', request)).toEqual([]);
  const [row] = await db.sql<{ id: string }>`
    select id from public."ProfileListener" where "listenerId" = ${people.stranger}`;
  expect(await told('stranger', row?.id ?? '')).toEqual(['access-given']);
});

test('an invitation is told to who has that address, and its answer to those who see it', async () => {
  const invite = (role: string) =>
    callers.as(
      'owner',
      async (sql) =>
        (
          await sql<{ id: string; token: string }>`
            select id, token from public.create_invitation(${rows.sharer}, 'refused@example.org',
              ${role}::public."Role")`
        )[0],
    );
  const first = await invite('LISTENER');
  expect(await told('refused', first?.id ?? '')).toEqual(['invitation']);
  await callers.as(
    'refused',
    (sql) => sql`select public.accept_invitation_by_token(${first?.token})`,
  );
  expect(await told('refused', first?.id ?? '')).toEqual([]);
  expect(await everybodyToldOf(first?.id ?? '', 'invitation-answered')).toEqual([
    'executor',
    'owner',
  ]);
  // who came by an invitation was not told that they may watch
  expect(await everybodyToldOf(first?.id ?? '', 'access-given')).toEqual([]);
  const second = await invite('EXECUTOR');
  await callers.as('refused', (sql) => sql`select public.decline_invitation(${second?.token})`);
  expect(await everybodyToldOf(second?.id ?? '', 'invitation-answered')).toEqual(['owner']);
  const third = await invite('LISTENER');
  await callers.as(
    'owner',
    (sql) => sql`update public."Invitation" set status = 'DECLINED' where id = ${third?.id}`,
  );
  expect(await told('refused', third?.id ?? '')).toEqual([]);
  expect(await everybodyToldOf(third?.id ?? '', 'invitation-answered')).toEqual([]);
});

test('many stories of one storyteller are one line, and those that were read another', async () => {
  const lines = () =>
    callers.as(
      'none',
      (sql) => sql<{ count: number; read: boolean }>`
        select count, "readAt" is not null as read from api.notification_lines('app', false)
        where kind = 'story' order by "createdAt" desc, id desc`,
    );
  await db.sql`delete from public."Notification" where "profileId" = ${people.none}`;
  const stories: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const made = await makeStory('Public');
    await setStatus(made.video, 'READY');
    stories.push(made.story);
  }
  expect(await lines()).toEqual([{ count: 3, read: false }]);
  await callers.as(
    'none',
    (
      sql,
    ) => sql`insert into public."PromptResponseRecentlyWatched" ("profileId", "promptResponseId")
      values (private.uid(), ${stories[2]})`,
  );
  expect(await lines()).toEqual([
    { count: 1, read: true },
    { count: 2, read: false },
  ]);
});

test.each([
  ['the story is shared first', true],
  ['the recording is ready first', false],
])('what happens at once is told once: %s', async (_what, sharedFirst) => {
  const { story, video } = await makeStory('Private');
  const [first, second] = [0, 1].map(() => new pg.Client({ connectionString: db.ownerUrl }));
  if (!first || !second) throw new Error('no clients');
  await Promise.all([first.connect(), second.connect()]);
  const sharing = `update public."PromptResponse" set "privacyLevel" = 'Public' where id = '${story}'`;
  const readying = `update public."Video" set status = 'READY' where id = '${video}'`;
  await first.query('begin');
  await first.query(sharedFirst ? sharing : readying);
  const waiting = second.query(sharedFirst ? readying : sharing);
  await expect
    .poll(
      async () =>
        (
          await db.sql`select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`
        ).length,
      { timeout: 10_000 },
    )
    .toBe(1);
  await first.query('commit');
  await waiting;
  await Promise.all([first.end(), second.end()]);
  expect(await everybodyToldOf(story, 'story')).toContain('reader');
});
