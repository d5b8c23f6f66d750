import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import {
  makeWorld,
  openPersonas,
  type Person,
  type Personas,
  people,
  rows,
} from './testing/personas.ts';

let db: TestDatabase;
let callers: Personas;
beforeAll(async () => {
  db = await testDatabase();
  await makeWorld(db);
  await db.sql`update public."Video" set status = 'READY'`;
  // one who manages and listens to the same storyteller, and is refused a story as a listener
  await db.sql`insert into public."ProfileListener" ("listenerId", "sharerId")
    values (${people.executor}, ${rows.sharer})`;
  await db.sql`insert into public."ResponsePermission" ("userId", "responseId", "permissionLevel")
    values (${people.executor}, ${rows.publicResponse}, 'none')`;
  callers = openPersonas(db);
});
afterAll(async () => {
  await callers.close();
  await db.drop();
});

const everybody = Object.keys(people).map((person) =>
  // an admin's feed is that of an ordinary person
  person === 'admin' ? 'adminAsPerson' : (person as Person),
);
/** Definers that look for the policy of PromptResponse, and what the policy itself shows. */
const candidates = `select c from private.feed_candidates(null, null, null, null, 100) c`;
const ofOne = `select c from private.feed_candidates('${rows.sharer}', null, null, null, 100) c`;
const followed = `select r.id from public."PromptResponse" r
  where "profileSharerId" = any (private.followed_sharers())`;
const found = `select c from private.search_candidates(private.to_query('en', 'kitchen'), 100) c`;
const matching = `select r.id from public."PromptResponse" r
  where search_vector @@ private.to_query('en', 'kitchen')`;

const told = `select id from api.all_told_by('${rows.sharer}', 100) where kind = 'stories'`;
const withAna = `select id from api.all_with('${rows.publicTag}', 'en', 100) where kind = 'attachments'`;

/** Of what lies beside stories. */
const beside = [
  [
    `select c from private.attachment_candidates('ana', 100) c`,
    `select id from public."PromptResponseAttachment" where search_vector @@ 'ana'`,
  ],
  [
    `select c from private.object_candidates('pan', 100) c`,
    `select id from public."Object" where search_vector @@ 'pan'`,
  ],
  [
    `select id from private.person_candidates('{ana}', 100)`,
    `select id from public."PersonTag" where name = 'Ana'`,
  ],
  [
    `select c from private.topic_video_candidates(private.to_query('en', 'childhood'), 100) c`,
    `select id from public."TopicVideo" where search_vector @@ private.to_query('en', 'childhood')`,
  ],
  [told, `select id from public."PromptResponse" where "profileSharerId" = '${rows.sharer}'`],
  [
    withAna,
    `select j."promptResponseAttachmentId" as id from public."PromptResponseAttachmentPersonTag" j
      where j."personTagId" = '${rows.publicTag}'`,
  ],
] as const;

it.each(everybody)('%s: the feed and search propose what the policy shows', async (person) => {
  const same = [[candidates, followed], [found, matching], ...beside] as const;
  for (const [proposed, shown] of same) {
    expect(await callers.see(person, proposed)).toBe(await callers.see(person, shown));
  }
  expect(await callers.see(person, ofOne)).toBe(
    await callers.see(person, `${followed} and "profileSharerId" = '${rows.sharer}'`),
  );
});

it('and there is something to propose in each case', async () => {
  const seen = async (person: Person, query: string) =>
    `${person}: ${await callers.see(person, query)}`;
  const [all, some] = [
    'customResponse privateResponse publicResponse',
    'customResponse publicResponse',
  ];
  expect(
    await Promise.all([
      seen('owner', found),
      seen('executor', candidates),
      seen('listener', candidates),
      seen('reader', candidates),
      seen('writer', candidates),
      seen('none', candidates),
      seen('revoked', candidates),
      seen('stranger', found),
      seen('reader', told),
      seen('listener', withAna),
      seen('stranger', withAna),
    ]),
  ).toEqual([
    `owner: ${all}`,
    `executor: ${all}`,
    'listener: publicResponse',
    `reader: ${some}`,
    `writer: ${some}`,
    'none: ',
    'revoked: ',
    'stranger: ',
    `reader: ${some}`,
    'listener: publicAttachment',
    'stranger: ',
  ]);
});

it('the feed looks past any number of stories that are not ready', async () => {
  await db.sql`
    with newer as (
      insert into public."Video" ("profileSharerId", status)
      select ${rows.sharer}, 'PREPARING' from generate_series(1, 40) returning id, "profileSharerId"
    )
    insert into public."PromptResponse" ("profileSharerId", "videoId", "privacyLevel", "createdAt")
    select "profileSharerId", id, 'Public', now() + interval '1 day' from newer`;
  const first = 'select c from private.feed_candidates(null, null, null, null, 1) c';
  expect(await callers.see('listener', first)).toBe('publicResponse');
});
