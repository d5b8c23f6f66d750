import type pg from 'pg';

export interface Loaded {
  responses: number;
  seconds: number;
  /** Bytes of the whole database. */
  size: number;
}

/** How many there are of each kind, from the number of responses. */
export function sizesOf(responses: number) {
  return {
    responses,
    profiles: Math.max(responses / 10, 100),
    sharers: Math.max(responses / 50, 40),
    listeners: Math.max(responses / 50, 40),
    follows: 30,
  };
}

/** The id of the n-th row of a kind: what is loaded can be named without reading it. */
export const idOf = (kind: keyof typeof kinds, n: number): string =>
  `${kinds[kind]}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

const kinds = {
  profile: '00000001',
  sharer: '00000002',
  response: '00000003',
  video: '00000004',
  attachment: '00000005',
  person: '00000006',
} as const;

/** The same id in SQL. */
const id = (kind: keyof typeof kinds, n: string): string =>
  `('${kinds[kind]}-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** Sharer n is profile n; listener n is the profile that comes after all the sharers, and the admin is the last profile. */
export const listenerId = (responses: number, n: number): string =>
  idOf('profile', sizesOf(responses).sharers + n);
export const adminId = (responses: number): string =>
  idOf('profile', sizesOf(responses).profiles - 1);

/** The n-th most common word, from 0. Two consonants at its end keep the stemmer away. */
export const wordOf = (n: number): string => {
  const letters = [...String(n)].map((digit) => syllables[Number(digit)]).join('');
  return `${letters}nk`;
};
/** The first name of the k-th person in the photos of storyteller n. */
export const personOf = (n: number, k: number): string =>
  wordOf((n * 7919 + k * 104_729) % vocabulary);
const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'je', 'ki', 'lo', 'mu'];
const vocabulary = 20_000;
/** In the photos of a storyteller. */
const people = 20;

/**
 * Fills an empty, migrated database: families as they are, with Private, Public and Custom stories,
 * people named in permissions, and words of which few are common and most are rare. Indexes are
 * dropped before and made after, triggers are off, search vectors are put together from a pool.
 */
export async function load(owner: pg.Client, responses: number): Promise<Loaded> {
  const started = performance.now();
  await owner.query(`set session_replication_role = replica; select setseed(0.42)`);
  const indexes = await dropIndexes(owner);
  for (const statement of statements(responses)) await owner.query(statement);
  for (const index of indexes) await owner.query(index);
  await owner.query('reset session_replication_role');
  await owner.query('vacuum (analyze)');
  const { rows } = await owner.query<{ size: string }>(
    'select pg_database_size(current_database()) as size',
  );
  return {
    responses,
    seconds: (performance.now() - started) / 1000,
    size: Number(rows[0]?.size),
  };
}

/** Drops the indexes of public that no constraint needs; returns how to make them again. */
async function dropIndexes(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; definition: string }>(`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and not i.indisunique`);
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

function statements(rows: number): string[] {
  const { profiles, sharers, listeners, follows } = sizesOf(rows);
  /** Which of a pool story n has: others for each story of a sharer, who tell something new each time. */
  const spread = (step: number, pool: number) =>
    `(n % ${sharers} * ${step} + n / ${sharers} * 7919) % ${pool}`;
  /** A pool of texts of so many words each. */
  const pool = (name: string, texts: number, length: number) =>
    `create temporary table ${name} as
      select p.pool, string_agg(w.word, ' ') as text, null::tsvector as vector
      from (select pool, floor(${vocabulary} * random() ^ 3)::int as n
        from generate_series(0, ${texts - 1}) pool, generate_series(1, ${length})) p
      join words w using (n) group by p.pool`;
  return [
    `create temporary table words as
      select n, ${wordSql} as word from generate_series(0, ${vocabulary - 1}) n`,
    pool('spoken', 10_000, 45),
    pool('summed_up', 5000, 8),
    `update spoken set vector = setweight(private.to_search('en', text), 'D')`,
    `update summed_up set vector = setweight(private.to_search('en', text), 'B')`,
    `create unique index on spoken (pool); create unique index on summed_up (pool); analyze spoken; analyze summed_up`,
    `insert into public."PromptCategory" (category, theme, position)
      select 'Topic ' || n, 'FAMILY', n from generate_series(1, 20) n`,
    `insert into public."Prompt" (id, "promptText", "promptCategoryId", position, search_vector)
      select gen_random_uuid(), t.text, c.id, t.n, private.to_search('en', t.text)
      from (select pool as n, left(text, 250) as text from summed_up where pool < 400) t
      join (select id, row_number() over () - 1 as n from public."PromptCategory") c on c.n = t.n % 20`,
    `insert into public."Profile" (id, "firstName", "fullName", username, email)
      select ${id('profile', 'n')}, 'Person ' || n, 'Person ' || n, 'person' || n, n || '@example.org'
      from generate_series(0, ${profiles - 1}) n`,
    `insert into public."ProfileRole" ("profileId", role)
      select ${id('profile', 'n')}, case when n < ${sharers} then 'SHARER' else 'LISTENER' end::public."Role"
      from generate_series(0, ${profiles - 1}) n
      union all select ${id('profile', String(profiles - 1))}, 'ADMIN'`,
    `insert into public."ProfileSharer" (id, "profileId")
      select ${id('sharer', 'n')}, ${id('profile', 'n')} from generate_series(0, ${sharers - 1}) n`,
    `insert into public."ProfileListener" ("listenerId", "sharerId")
      select ${id('profile', `${sharers} + l`)}, ${id('sharer', `((l::bigint * 7919 + k * 104729) % ${sharers})::int`)}
      from generate_series(0, ${listeners - 1}) l, generate_series(1, ${follows}) k
      on conflict do nothing`,
    `insert into public."Video" (id, "profileSharerId", status, "muxPlaybackId", duration, "maxWidth",
        "createdAt", "dateRecorded")
      select ${id('video', 'n')}, ${id('sharer', `n % ${sharers}`)},
        case when n % 50 = 49 then 'PREPARING' else 'READY' end::public."VideoStatus", 'p' || n, 60, 1280, at, at
      from (select n, ${moment} as at from generate_series(0, ${rows - 1}) n) v`,
    `insert into public."VideoTranscript" ("videoId", transcript, language)
      select ${id('video', 'n')}, s.text, 'en'
      from generate_series(0, ${rows - 1}) n join spoken s on s.pool = ${spread(31, 10_000)}`,
    `create temporary table questions as
      select id, setweight(search_vector, 'A') as vector, row_number() over (order by position) - 1 as pool
      from public."Prompt"`,
    `insert into public."PromptResponse" (id, "profileSharerId", "videoId", "promptId", "privacyLevel",
        summary, search_vector, "createdAt")
      select ${id('response', 'n')}, ${id('sharer', `n % ${sharers}`)}, ${id('video', 'n')}, q.id,
        case when n / ${sharers} % 10 in (2, 7) then 'Private' when n / ${sharers} % 10 = 5 then 'Custom' else 'Public' end,
        b.text, q.vector || b.vector || s.vector, ${moment}
      from generate_series(0, ${rows - 1}) n
      join spoken s on s.pool = ${spread(31, 10_000)} join summed_up b on b.pool = ${spread(17, 5000)}
      join questions q on q.pool = ${spread(13, 400)}`,
    'create index bench_listener on public."ProfileListener" ("sharerId")',
    'analyze public."ProfileListener"',
    `insert into public."ResponsePermission" ("userId", "responseId", "permissionLevel")
      select l."listenerId", r.id, case r."privacyLevel" when 'Custom' then 'read' else 'none' end
      from public."PromptResponse" r
      join lateral (select "listenerId" from public."ProfileListener" l where l."sharerId" = r."profileSharerId"
        limit 2) l on true
      where r."privacyLevel" = 'Custom' or (r."privacyLevel" = 'Public' and right(r.id::text, 2) = '00')`,
    'drop index public.bench_listener',
    // a photo beside every fourth story, one of twenty people in each, and some things
    `insert into public."PromptResponseAttachment" (id, "promptResponseId", "profileSharerId", title,
        "yearCaptured", "uploadedAt", search_vector)
      select ${id('attachment', 'n')}, ${id('response', 'n')}, ${id('sharer', `n % ${sharers}`)}, b.text,
        1950 + n % 60, ${moment}, setweight(b.vector, 'A')
      from generate_series(0, ${rows - 1}) n join summed_up b on b.pool = ${spread(19, 5000)}
      where n / ${sharers} % 4 = 0`,
    `insert into public."PersonTag" (id, "profileSharerId", name, "nameKey")
      select ${id('person', `s * ${people} + k`)}, ${id('sharer', 's')}, initcap(w.word) || ' Family' || s,
        ' ' || private.name_key(w.word || ' Family' || s)
      from generate_series(0, ${sharers - 1}) s cross join generate_series(0, ${people - 1}) k
      join words w on w.n = (s::bigint * 7919 + k * 104729) % ${vocabulary}`,
    `insert into public."PromptResponseAttachmentPersonTag" ("promptResponseAttachmentId", "personTagId")
      select ${id('attachment', 'n')},
        ${id('person', `n % ${sharers} * ${people} + n / ${sharers} / 4 % ${people}`)}
      from generate_series(0, ${rows - 1}) n where n / ${sharers} % 4 = 0`,
    `insert into public."Object" ("userId", "promptResponseId", "objectName", search_vector)
      select ${id('profile', `n % ${sharers}`)}, ${id('response', 'n')}, b.text, setweight(b.vector, 'A')
      from generate_series(0, ${rows - 1}) n join summed_up b on b.pool = ${spread(23, 5000)}
      where n / ${sharers} % 10 = 1`,
    `insert into public."PromptResponseRecentlyWatched" ("profileId", "promptResponseId")
      select "userId", "responseId" from public."ResponsePermission" where "permissionLevel" = 'read'`,
  ];
}

/** Spread over five years, in no order that the heap would know. */
const moment = `timestamptz '2020-01-01' + interval '1 second' * ((n::bigint * 2654435761) % 157680000)`;
const wordSql = `(select string_agg((array['ba','ce','di','fo','gu','ha','je','ki','lo','mu'])[d::int + 1], '' order by i)
  from regexp_split_to_table(n::text, '') with ordinality t (d, i)) || 'nk'`;
