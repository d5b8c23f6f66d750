import type pg from 'pg';
import { Problem } from '../embedded/problem.ts';
import { literal, nameOf, quote } from './catalogue.ts';
import type { Staged } from './stage.ts';

/** Ids of rows that come with Telloom itself, by table. */
export type OwnRows = Record<string, string[]>;

const buckets = ['avatars', 'attachments', 'videos', 'exports'];

/**
 * Refuses a target with rows that did not come from this source: two families' data would run
 * together, and nobody could take them apart. Where somebody of this source lives already, they
 * moved in with an earlier run, and the rest is what people added since.
 *
 * @throws Problem that counts them
 */
export async function refuseStrangers(
  target: pg.Client,
  staged: Staged[],
  own: OwnRows,
): Promise<void> {
  const find = (title: string) => staged.find((table) => table.title === title)?.stage;
  if (await noteWhoLivesHere(target, staged)) return;
  const inStage = (title: string, id: string) =>
    `exists (select from ${find(title)} s where lower(btrim(s._id)) = ${id}::text)`;
  // A sign-in without a Profile was given one, with a role.
  const exempt: Record<string, string> = {
    Profile: inStage('auth.users', 't.id'),
    ProfileRole: `${inStage('auth.users', 't."profileId"')} and not ${inStage('Profile', 't."profileId"')}`,
  };
  const found: string[] = [];
  for (const { title, spec, stage } of staged) {
    // Joins and identities belong to rows that are looked at themselves.
    if (spec.key.length > 1 || title === 'auth.identities' || title === '_prisma_migrations')
      continue;
    const key = spec.key.map((name) => `t.${quote(name)}::text`).join(` || '/' || `);
    const ours = [...(own[title] ?? []), ...(title === 'storage.buckets' ? buckets : [])];
    const { rows } = await target.query<{ n: string }>(
      `select count(*) as n from ${nameOf(spec)} t
       where ${key} <> all (array[${ours.map(literal).join(', ')}]::text[])
         and not exists (select from ${stage} s where lower(btrim(s._id)) = ${key})
         and not (${exempt[title] ?? 'false'})`,
    );
    if (rows[0] && rows[0].n !== '0') found.push(`${rows[0].n} in ${title}`);
  }
  if (found.length > 0) {
    throw new Problem(
      `The database in DATABASE_URL holds rows that did not come from this source (${found.join(', ')}): import into an empty one.`,
    );
  }
}

/** Notes in `import_lived` who of the source is in the target under the same id; says if anybody. */
async function noteWhoLivesHere(target: pg.Client, staged: Staged[]): Promise<boolean> {
  await target.query('create temporary table import_lived (id text primary key) on commit drop');
  const people = staged.find(({ title }) => title === 'Profile');
  if (people === undefined || people.absent) return false;
  const { rowCount } = await target.query(
    `insert into import_lived select t.id::text from public."Profile" t
     where exists (select from ${people.stage} s where lower(btrim(s._id)) = t.id::text)`,
  );
  return rowCount !== 0;
}
