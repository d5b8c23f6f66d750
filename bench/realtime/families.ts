import type pg from 'pg';

export const SOCKETS = 1000;
/** A storyteller and nine who listen. */
export const SIZE = 10;

const id = (kind: string, n: string) =>
  `('${kind}-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
/** The story of the n-th family, over and over. */
export const storyOf = (n: number): string =>
  `00000004-0000-4000-8000-${(n % (SOCKETS / SIZE)).toString(16).padStart(12, '0')}`;

/** Families in which everybody is signed in; gives the tokens of their sessions. */
export async function makeFamilies(owner: pg.Client): Promise<string[]> {
  const families = SOCKETS / SIZE;
  for (const statement of [
    // the trigger on auth.users makes the Profile
    `insert into auth.users (id, email, email_confirmed_at)
      select ${id('00000001', 'n')}, n || '@example.org', now() from generate_series(0, ${SOCKETS - 1}) n`,
    `insert into public."ProfileSharer" (id, "profileId")
      select ${id('00000002', 'f')}, ${id('00000001', `f * ${SIZE}`)} from generate_series(0, ${families - 1}) f`,
    `insert into public."ProfileListener" ("sharerId", "listenerId", "hasAccess")
      select ${id('00000002', `n / ${SIZE}`)}, ${id('00000001', 'n')}, true
      from generate_series(0, ${SOCKETS - 1}) n where n % ${SIZE} > 0`,
    `insert into public."Video" (id, "profileSharerId")
      select ${id('00000003', 'f')}, ${id('00000002', 'f')} from generate_series(0, ${families - 1}) f`,
    `insert into public."PromptResponse" (id, "profileSharerId", "videoId", "privacyLevel")
      select ${id('00000004', 'f')}, ${id('00000002', 'f')}, ${id('00000003', 'f')}, 'Public'
      from generate_series(0, ${families - 1}) f`,
    `insert into auth.ba_sessions (token, "userId", "expiresAt")
      select 'token ' || n, ${id('00000001', 'n')}, now() + interval '1 day'
      from generate_series(0, ${SOCKETS - 1}) n`,
    'analyze',
  ]) {
    await owner.query(statement);
  }
  return Array.from({ length: SOCKETS }, (_, n) => `token ${n}`);
}
