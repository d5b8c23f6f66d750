import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from './session.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';

/** The same events at once on eight connections: each thing happens once, in whatever order. */
let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase({ url: database.apiUrl, max: 8 });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const options = { seed: 20_261_124, numRuns: 15, endOnFailure: true };

async function newSharer(): Promise<{ sharer: string; owner: string }> {
  const [sharer, owner] = [randomUUID(), randomUUID()];
  await database.sql`insert into public."Profile" (id) values (${owner})`;
  await database.sql`insert into public."ProfileSharer" (id, "profileId") values (${sharer}, ${owner})`;
  return { sharer, owner };
}

async function newPerson(): Promise<{ person: string; email: string }> {
  const person = randomUUID();
  const email = `${person}@example.org`;
  await database.sql`
    insert into auth.users (id, email, email_confirmed_at) values (${person}, ${email}, now())`;
  return { person, email };
}

/** As a person without a session: the claims alone, as Supabase sets them. */
const as = <T>(person: string, work: Parameters<typeof db.asAnon<T>>[0]) =>
  db.asAnon<T>(async (sql) => {
    await sql`select set_config('role', 'none', true)`;
    await sql`select set_config('role', 'authenticated', true),
      set_config('request.jwt.claims', ${JSON.stringify({ sub: person })}, true)`;
    return work(sql);
  });

test('an invitation that is accepted many times at once is accepted once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { sharer, owner } = await newSharer();
    const { person, email } = await newPerson();
    const [made] = await as(
      owner,
      (sql) => sql<{ id: string; token: string }>`
      select id, token from public.create_invitation(${sharer}, ${email}, 'LISTENER')`,
    );
    const accepted = await Promise.all(
      Array.from({ length: 16 }, () =>
        as(
          person,
          (sql) => sql<{ id: string }>`
          select public.accept_invitation_by_token(${made?.token}) as id`,
        ),
      ),
    );
    expect(new Set(accepted.flat().map(({ id }) => id))).toEqual(new Set([made?.id]));
    expect(
      await database.sql`select "hasAccess" from public."ProfileListener" where "sharerId" = ${sharer}`,
    ).toEqual([{ hasAccess: true }]);
  }
});

test('accepting and declining at once leaves one of the two, whole', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { sharer, owner } = await newSharer();
    const { person, email } = await newPerson();
    const [made] = await as(
      owner,
      (sql) => sql<{ token: string }>`
      select token from public.create_invitation(${sharer}, ${email}, 'LISTENER')`,
    );
    await Promise.allSettled([
      as(person, (sql) => sql`select public.accept_invitation_by_token(${made?.token})`),
      as(person, (sql) => sql`select public.decline_invitation(${made?.token})`),
    ]);
    const [after] = await database.sql<{ status: string; listens: boolean }>`
      select status::text, exists (
        select from public."ProfileListener" where "sharerId" = ${sharer}) as listens
      from public."Invitation" where "sharerId" = ${sharer}`;
    expect(after?.listens).toBe(after?.status === 'ACCEPTED');
  }
});

test('asking to follow, and approving, many times at once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { sharer, owner } = await newSharer();
    const { person } = await newPerson();
    const asked = await Promise.all(
      Array.from({ length: 12 }, () =>
        as(
          person,
          (sql) => sql<{ id: string }>`select public.handle_follow_request(${sharer}) as id`,
        ),
      ),
    );
    const ids = new Set(asked.flat().map(({ id }) => id));
    expect(ids.size).toBe(1);
    const [id] = ids;
    await Promise.all(
      Array.from({ length: 12 }, () =>
        as(owner, (sql) => sql`select public.handle_follow_request_response(${id}, true)`),
      ),
    );
    const listeners = await database.sql`
      select "hasAccess" from public."ProfileListener" where "sharerId" = ${sharer}`;
    expect(listeners).toEqual([{ hasAccess: true }]);
  }
});

const names = [
  'upload.asset_created',
  'asset.created',
  'asset.updated',
  'asset.errored',
  'asset.ready',
];

test('video events at once, doubled and in any order, end where the furthest of them leads', async () => {
  const { sharer } = await newSharer();
  const events = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(events, async (chosen) => {
      const video = randomUUID();
      await database.sql`insert into public."Video" (id, "profileSharerId", passthrough)
        values (${video}, ${sharer}, ${video})`;
      const sent = chosen.flatMap((name) => [event(video, name), event(video, name)]);
      await Promise.all(
        sent.map((payload) =>
          db.asService((sql) => sql`select public.handle_mux_webhook(${JSON.stringify(payload)})`),
        ),
      );
      const [row] = await database.sql<{ status: string; duration: number | null }>`
        select status::text, duration from public."Video" where id = ${video}`;
      expect({ chosen, status: row?.status }).toEqual({ chosen, status: furthest(chosen) });
      if (chosen.includes('asset.ready')) expect(row?.duration).toBe(12.5);
    }),
    options,
  );
});

/** One event has one id, however often it is delivered. */
function event(video: string, name: string) {
  const upload = name.startsWith('upload');
  const status = { 'asset.ready': 'ready', 'asset.errored': 'errored' }[name] ?? 'preparing';
  return {
    id: `${video} ${name}`,
    type: `video.${name}`,
    data: upload
      ? { id: `up-${video}`, asset_id: `as-${video}`, new_asset_settings: { passthrough: video } }
      : {
          id: `as-${video}`,
          passthrough: video,
          status,
          ...(status === 'ready' && { duration: 12.5 }),
        },
  };
}

function furthest(chosen: string[]): string {
  if (chosen.includes('asset.ready')) return 'READY';
  if (chosen.includes('asset.errored')) return 'ERRORED';
  const prepared = chosen.includes('asset.created') || chosen.includes('asset.updated');
  return prepared ? 'PREPARING' : 'ASSET_CREATED';
}
