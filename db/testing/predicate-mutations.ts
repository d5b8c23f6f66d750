import type { TestDatabase } from './database.ts';
import type { Mutation } from './mutations.ts';

/** Predicates of private that return ids: none and all of them, as the body of a function. */
const everything: Record<string, string> = {
  'private.owned_sharers()': 'public."ProfileSharer"',
  'private.executed_sharers()': 'public."ProfileSharer"',
  'private.managed_sharers()': 'public."ProfileSharer"',
  'private.followed_sharers()': 'public."ProfileSharer"',
  'private.heard_sharers()': 'public."ProfileSharer"',
  'private.executed_owners()': 'public."Profile"',
  'private.permitted_responses(text[])': 'public."PromptResponse"',
};

const dots = String.raw` and name !~ '/\.{1,2}(/|$)'`;
const mayHear = 'private.may_hear(uuid, text, uuid, uuid[], uuid[], uuid[])';
const ownInvitations = 'i."sharerId" = any (private.owned_sharers())';

/** Words of a function without which it would let more through, and what to put in their place. */
const words: [string, string, string?][] = [
  ['private.followed_sharers()', ' and "hasAccess"'],
  ['private.heard_sharers()', ' and "hasAccess"'],
  [
    'private.heard_sharers()',
    'select id from public."ProfileSharer" where "profileId" = me and acting_for is null union all ',
  ],
  [
    'private.heard_sharers()',
    'union all select "sharerId" from public."ProfileExecutor" where "executorId" = me and "sharerId" = coalesce(acting_for, "sharerId") ',
  ],
  [mayHear, '(sharer = ANY (managed)) OR '],
  [mayHear, `((level = 'Public'::text) AND (response <> ALL (refused))) OR `],
  [mayHear, `(level = 'Public'::text) AND `],
  [mayHear, ' AND (response <> ALL (refused))'],
  [mayHear, ` OR ((level = 'Custom'::text) AND (response = ANY (named)))`],
  [mayHear, `(level = 'Custom'::text) AND `],
  [mayHear, ' AND (response = ANY (named))'],
  ['private.permitted_responses(text[])', ' and "permissionLevel" = any (levels)'],
  ['private.permitted_responses(text[])', '"userId" = private.uid() and '],
  ['private.my_confirmed_email()', ' and email_confirmed_at is not null'],
  ['private.cards()', ` and i.status = 'PENDING'`],
  ['private.cards()', ` and i."createdAt" > now() - interval '14 days'`],
  ['private.cards()', `${ownInvitations} and i.status = 'PENDING'`, ownInvitations],
  [
    'private.cards()',
    ` and i."createdAt" > now() - interval '14 days' and u.email_confirmed_at is not null`,
    ' and u.email_confirmed_at is not null',
  ],
  ['private.cards()', ' and u.email_confirmed_at is not null'],
  ['private.cards()', ` and f.status = 'PENDING');`, ');'],
  ['private.cards()', ` and f.status = 'PENDING' )`, ' )'],
  ['private.manages_video(uuid)', ' and v."profileSharerId" = any (private.managed_sharers())'],
  ['private.manages_video(uuid)', 'v.id = video and '],
  ['private.attachment_path(text)', dots],
  ['private.avatar_owner(text)', dots],
];

/** Functions of private that policies ask and that nothing here spoils, with the reason. */
const left = [
  'private.uid', // who asks: every case depends on it
  'private.i_am_admin', // of telloom_admin's policies, which access-claims.test.ts holds
];

/** Predicates that policies ask and that are neither spoilt here nor left out for a reason. */
export async function unknownPredicates(sql: TestDatabase['sql']): Promise<string[]> {
  const rows = await sql<{ name: string }>`
    select distinct found[1] as name from pg_policy p, regexp_matches(
      concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)),
      'private\\.\\w+', 'g') found
    order by 1`;
  const spoilt = [...Object.keys(everything), ...words.map(([signature]) => signature)];
  const known = new Set([...left, ...spoilt.map((signature) => signature.replace(/\(.*/, ''))]);
  return rows.map(({ name }) => name).filter((name) => !known.has(name));
}

/** The predicates that policies ask, spoilt: they give nothing, everything, or forget a condition. */
export async function predicateMutations(sql: TestDatabase['sql']): Promise<Mutation[]> {
  const mutations: Mutation[] = [];
  for (const [signature, table] of Object.entries(everything)) {
    const restore = await definition(sql, signature);
    const body = (ids: string) => restore.replace(/begin[\s\S]*end/, `begin return ${ids}; end`);
    mutations.push(
      { what: `${signature}: nothing`, table: '', apply: body(`'{}'::uuid[]`), restore },
      {
        what: `${signature}: everything`,
        table: '',
        apply: body(`array(select id from ${table})`),
        restore,
      },
    );
  }
  for (const [signature, word, instead = ''] of words) {
    const restore = await definition(sql, signature);
    const flat = restore.replaceAll(/\s+/g, ' ');
    if (!flat.includes(word)) throw new Error(`${signature} does not say ${word}`);
    const apply = flat.replace(word, () => instead);
    mutations.push({ what: `${signature}: without${word}`, table: '', apply, restore });
  }
  return mutations;
}

/** The guards and checks of tables, taken away. */
export async function guardMutations(sql: TestDatabase['sql']): Promise<Mutation[]> {
  const guards = await sql<{ name: string; table: string }>`
    select quote_ident(tgname) as name, tgrelid::regclass::text as table
    from pg_trigger where tgname ~ '_(guard|check)$' and tgrelid in (
      select oid from pg_class where relnamespace = 'public'::regnamespace)
    order by tgname`;
  return guards.map(({ name, table }) => ({
    what: `${table}: without ${name}`,
    table,
    apply: `alter table ${table} disable trigger ${name}`,
    restore: `alter table ${table} enable trigger ${name}`,
  }));
}

async function definition(sql: TestDatabase['sql'], signature: string): Promise<string> {
  const [row] = await sql<{ text: string }>`
    select pg_get_functiondef(to_regprocedure(${signature})) as text`;
  if (row === undefined) throw new Error(`there is no ${signature}`);
  return row.text;
}
