import pg from 'pg';
import { Problem } from './embedded/problem.ts';
import { insertRows } from './import/insert.ts';
import { type Desk, openDesk } from './import/notes.ts';
import { makeReport } from './import/outcome.ts';
import { forgetGivenRoles, linkIdentities, rememberRoles } from './import/people.ts';
import type { ImportReport } from './import/report.ts';
import {
  checkReferences,
  clearDuplicates,
  markAlreadyThere,
  mergeRepeats,
  mergeSameIds,
} from './import/rows.ts';
import {
  earlyRules,
  hashTokens,
  lastRules,
  parentRules,
  type Rule,
  valueRules,
} from './import/rules.ts';
import { begin, type Staged, stageAll } from './import/stage.ts';
import { type OwnRows, refuseStrangers } from './import/strangers.ts';
import { checkValues, fillEmpty, nameRows } from './import/values.ts';

export interface ImportOptions {
  /** The database that moves in. It is read in one read-only transaction. */
  from: string;
  /** A migrated database, as its owner, that is empty or has had an earlier import from there. */
  to: string;
  /** Ids of rows that come with Telloom and may be there: those of the starter library. */
  own?: OwnRows;
}

/**
 * Copies a Telloom database into an empty one, in one transaction on each side: it arrives whole,
 * or not at all.
 *
 * @throws Problem when the target holds other data, or refuses a row, which is named
 */
export async function importDatabase({ from, to, own = {} }: ImportOptions): Promise<ImportReport> {
  return connected(from, (source) => connected(to, (target) => run(source, target, own)));
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'telloom import' });
  client.on('error', () => {}); // a lost connection fails the query that waits for it
  await client.connect();
  try {
    return await work(client);
  } finally {
    // Whatever was not committed is rolled back.
    await client.end();
  }
}

async function run(source: pg.Client, target: pg.Client, own: OwnRows): Promise<ImportReport> {
  await begin(source, 'isolation level repeatable read, read only');
  await begin(target, 'isolation level read committed');
  await checkTarget(target);
  // Nobody writes people while their rows are compared.
  await target.query('lock table public."Profile", auth.users in share row exclusive mode');
  await quietTriggers(target, 'disable');
  const staged = await stageAll(source, target);
  await refuseStrangers(target, staged, own);
  const desk = await openDesk(target);
  const hashed = await tokensAreHashes(source);
  const find = (title: string): Staged => {
    const table = staged.find((one) => one.title === title);
    if (!table) throw new Error(`There is no table ${title}.`);
    return table;
  };
  for (const table of staged) await moveTable(desk, table, find, hashed);
  await quietTriggers(target, 'enable');
  const report = await makeReport(source, target, staged, hashed);
  await target.query('commit');
  return report;
}

async function checkTarget(target: pg.Client): Promise<void> {
  const { rows } = await target.query<{ found: boolean }>(
    `select to_regclass('api.me') is not null as found`,
  );
  if (!rows[0]?.found) {
    throw new Problem(
      'The database in DATABASE_URL is not set up yet: run "telloom migrate" first.',
    );
  }
}

/**
 * Triggers that would change what arrives: `fullName` is kept as it was, and so is `updatedAt`
 * when isAdmin follows a role or a response its transcript; versions of transcripts come with theirs,
 * or begin with their next change; the words of a topic video come with it; nobody is told of what
 * moves in. All others fire. Search
 * vectors are made by theirs, isAdmin is set by that of ProfileRole, dateRecorded filled by that of
 * Video, and those that keep two sharers apart stay on guard; triggers of UPDATE have nothing to do.
 * `alter table` needs no superuser and is undone with the transaction, unlike
 * session_replication_role, which would also switch foreign keys off.
 */
async function quietTriggers(target: pg.Client, what: 'disable' | 'enable'): Promise<void> {
  await target.query(`
    alter table public."Profile" ${what} trigger full_name_update, ${what} trigger profile_updated;
    alter table public."VideoTranscript" ${what} trigger video_transcript_keep_version;
    alter table public."TopicVideoTranscript" ${what} trigger topic_video_transcript_keep_version;
    alter table public."TopicVideo" ${what} trigger topic_video_insert_words;
    alter table public."PromptResponse" ${what} trigger prompt_response_touch,
      ${what} trigger prompt_response_tell_new;
    alter table public."ResponsePermission" ${what} trigger response_permission_tell;
    alter table public."ProfileListener" ${what} trigger profile_listener_tell_given;
    alter table public."FollowRequest" ${what} trigger follow_request_tell;
    alter table public."Invitation" ${what} trigger invitation_tell`);
}

/** A database of this Telloom keeps hashes; one made to the specification alone keeps raw tokens. */
async function tokensAreHashes(source: pg.Client): Promise<boolean> {
  const { rows } = await source.query<{ found: boolean }>(
    `select to_regprocedure('private.hash_token(text)') is not null as found`,
  );
  return rows[0]?.found === true;
}

async function moveTable(
  desk: Desk,
  table: Staged,
  find: (title: string) => Staged,
  hashed: boolean,
): Promise<void> {
  if (table.absent) return;
  const apply = async (rules: Record<string, Rule[]>) => {
    for (const rule of rules[table.title] ?? []) await rule(desk, table, find);
  };
  await apply(earlyRules);
  await checkValues(desk, table);
  await apply(valueRules);
  await checkReferences(desk, table);
  await nameRows(desk, table);
  await fillEmpty(desk, table);
  await apply(parentRules);
  await mergeSameIds(desk, table);
  await mergeRepeats(desk, table);
  await markAlreadyThere(desk, table);
  if (table.title === 'Invitation' && !hashed) await hashTokens(desk, table, find);
  await clearDuplicates(desk, table);
  await apply(lastRules);
  if (table.title === 'auth.users') await rememberRoles(desk);
  await insertRows(desk, table);
  if (table.title === 'auth.users') {
    await forgetGivenRoles(desk, find('Profile'), find('ProfileRole'));
  }
  if (table.title === 'auth.identities') await linkIdentities(desk, table);
}
