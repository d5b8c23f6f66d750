import { createHash } from 'node:crypto';
import type { TestDatabase } from './database.ts';
import { emailOf, type Person, people, rows } from './ids.ts';
import { makeBelongings } from './world-belongings.ts';
import { makeCollections } from './world-collections.ts';

const unconfirmed: Person[] = ['unconfirmed'];
const listeners = ['listener', 'revoked', 'none', 'reader', 'writer'] as const;
const kinds = ['private', 'public', 'custom'] as const;

/** The raw token of an invitation of the world; the row keeps its hash. */
export const tokenOf = (invitation: keyof typeof rows): string => `token of ${invitation}`;

/** Fills a test database with two families and everyone around them, as ids.ts describes. */
export async function makeWorld({ sql }: Pick<TestDatabase, 'sql'>): Promise<void> {
  await makePeople(sql);
  await makeTies(sql);
  await sql`insert into public."PromptCategory" (id, category) values (${rows.topic}, 'Childhood')`;
  await sql`insert into public."Prompt" (id, "promptText", "promptCategoryId")
    values (${rows.question}, 'What did your kitchen smell of?', ${rows.topic})`;
  for (const kind of kinds) {
    await tell(sql, rows.sharer, kind, capital(kind));
  }
  await tell(sql, rows.otherSharer, 'other', 'Public');
  await record(sql, rows.sharer, rows.looseVideo, rows.looseTranscript);
  // recordings whose words nobody wrote down yet
  await sql`insert into public."Video" (id, "profileSharerId")
    values (${rows.muteVideo}, ${rows.sharer}), (${rows.otherLooseVideo}, ${rows.otherSharer})`;
  await makePermissions(sql);
  await makeInvitations(sql);
  await makeCollections(sql);
  await makeBelongings(sql);
  await sql`insert into public."AccountDeletion" ("profileId") values (${people.listener}), (${people.other})`;
  for (const [id, person, response] of [
    [rows.ownerWatched, people.owner, rows.privateResponse],
    [rows.listenerWatched, people.listener, rows.publicResponse],
    [rows.revokedWatched, people.revoked, rows.publicResponse],
  ]) {
    await sql`insert into public."PromptResponseRecentlyWatched" (id, "profileId", "promptResponseId")
      values (${id}, ${person}, ${response})`;
  }
  await sql`insert into public."WatchingPreference" ("profileId", captions)
    values (${people.owner}, false), (${people.listener}, false)`;
}

type Sql = TestDatabase['sql'];
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

async function makePeople(sql: Sql): Promise<void> {
  for (const [person, id] of Object.entries(people) as [Person, string][]) {
    // the trigger on auth.users makes the Profile and the role LISTENER
    await sql`insert into auth.users (id, email, email_confirmed_at, raw_user_meta_data)
      values (${id}, ${emailOf(person)}, ${unconfirmed.includes(person) ? null : new Date()},
        ${{ first_name: capital(person), last_name: 'Test' }})`;
  }
  const roles: [Person, string][] = [
    ['owner', 'SHARER'],
    ['other', 'SHARER'],
    ['executor', 'EXECUTOR'],
    ['otherExecutor', 'EXECUTOR'],
    ['admin', 'ADMIN'],
  ];
  for (const [person, role] of roles) {
    await sql`insert into public."ProfileRole" ("profileId", role) values (${people[person]}, ${role})`;
  }
}

async function makeTies(sql: Sql): Promise<void> {
  await sql`insert into public."ProfileSharer" (id, "profileId")
    values (${rows.sharer}, ${people.owner}), (${rows.otherSharer}, ${people.other})`;
  await sql`insert into public."ProfileExecutor" (id, "sharerId", "executorId")
    values (${rows.executorRow}, ${rows.sharer}, ${people.executor}),
      (${rows.otherExecutorRow}, ${rows.otherSharer}, ${people.otherExecutor})`;
  for (const person of listeners) {
    await sql`insert into public."ProfileListener" (id, "listenerId", "sharerId", "hasAccess")
      values (${rows[`${person}Row`]}, ${people[person]}, ${rows.sharer}, ${person !== 'revoked'})`;
  }
  await sql`insert into public."ProfileListener" (id, "listenerId", "sharerId")
    values (${rows.otherListenerRow}, ${people.otherListener}, ${rows.otherSharer}),
      (${rows.keeperRow}, ${people.otherExecutor}, ${rows.sharer})`;
  await sql`insert into public."ProfileListener" (id, "listenerId", "sharerId", "hasAccess")
    values (${rows.revokedKeeperRow}, ${people.otherExecutor}, ${rows.otherSharer}, false)`;
}

async function record(sql: Sql, sharer: string, video: string, transcript: string): Promise<void> {
  await sql`insert into public."Video" (id, "profileSharerId") values (${video}, ${sharer})`;
  await sql`insert into public."VideoTranscript" (id, "videoId", transcript, language)
    values (${transcript}, ${video}, 'Of cinnamon, every Sunday.', 'en')`;
}

async function tell(
  sql: Sql,
  sharer: string,
  kind: (typeof kinds)[number] | 'other',
  privacy: string,
): Promise<void> {
  await record(sql, sharer, rows[`${kind}Video`], rows[`${kind}Transcript`]);
  await sql`
    insert into public."PromptResponse"
      (id, "profileSharerId", "videoId", "promptId", "privacyLevel", summary)
    values (${rows[`${kind}Response`]}, ${sharer}, ${rows[`${kind}Video`]}, ${rows.question},
      ${privacy}, 'The kitchen')`;
}

async function makePermissions(sql: Sql): Promise<void> {
  const permissions: [Person, 'none' | 'read' | 'write', ((typeof kinds)[number] | 'other')[]][] = [
    ['none', 'none', ['public', 'custom']],
    ['reader', 'read', ['private', 'custom']],
    ['writer', 'write', ['private', 'public', 'custom']],
    // named, and yet no listener (any more): this alone opens nothing
    ['revoked', 'write', ['custom', 'public']],
    ['other', 'write', ['custom', 'public']],
    ['otherListener', 'read', ['other']],
  ];
  for (const [person, level, responses] of permissions) {
    for (const kind of responses) {
      await sql`insert into public."ResponsePermission" ("userId", "responseId", "permissionLevel")
        values (${people[person]}, ${rows[`${kind}Response`]}, ${level})`;
    }
  }
}

async function makeInvitations(sql: Sql): Promise<void> {
  const invitations = [
    ['listenerInvitation', rows.sharer, people.executor, emailOf('invitee'), 'LISTENER', 'PENDING'],
    ['executorInvitation', rows.sharer, people.owner, emailOf('invitee'), 'EXECUTOR', 'PENDING'],
    ['acceptedInvitation', rows.sharer, people.owner, emailOf('listener'), 'LISTENER', 'ACCEPTED'],
    [
      'unconfirmedInvitation',
      rows.sharer,
      people.owner,
      emailOf('unconfirmed'),
      'LISTENER',
      'PENDING',
    ],
    ['lateInvitation', rows.sharer, people.owner, emailOf('late'), 'LISTENER', 'PENDING'],
    ['declinedInvitation', rows.sharer, people.owner, emailOf('declined'), 'LISTENER', 'DECLINED'],
    ['otherInvitation', rows.otherSharer, people.other, 'guest@example.org', 'LISTENER', 'PENDING'],
  ] as const;
  for (const [name, sharer, inviter, email, role, status] of invitations) {
    const hash = createHash('sha256').update(tokenOf(name)).digest('hex');
    await sql`
      insert into public."Invitation" (id, "sharerId", "inviterId", "inviteeEmail", role, status, token)
      values (${rows[name]}, ${sharer}, ${inviter}, ${email}, ${role}, ${status}, ${hash})`;
  }
  await sql`update public."Invitation" set "createdAt" = now() - interval '15 days'
    where id = ${rows.lateInvitation}`;
}
