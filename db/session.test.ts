import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase, type Sql } from './session.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { makeWorld, type Person, people } from './testing/personas.ts';

let db: TestDatabase;
let database: Database;
/** One connection alone: whatever a transaction leaves behind, the next one meets. */
let narrow: Database;
const tokens = {} as Record<Person, string>;
beforeAll(async () => {
  db = await testDatabase();
  await makeWorld(db);
  for (const person of Object.keys(people) as Person[]) {
    tokens[person] = randomUUID();
    await db.sql`insert into auth.ba_sessions (token, "userId", "expiresAt")
      values (${tokens[person]}, ${people[person]}, now() + interval '1 day')`;
  }
  database = openDatabase({ url: db.apiUrl });
  narrow = openDatabase({ url: db.apiUrl, max: 1 });
});
afterAll(async () => {
  await database.close();
  await narrow.close();
  await db.drop();
});
beforeEach(async () => {
  await db.sql`update public."Profile" set phone = null`;
});

const whoAmI = (sql: Sql) => sql<{ role: string; id: string | null }>`
  select current_user::text as role,
    nullif(current_setting('request.jwt.claims', true), '')::json ->> 'sub' as id`;
const phones = async () => db.sql`select id from public."Profile" where phone is not null`;

describe('the doors', () => {
  it('open to the person, the admin, nobody and the service', async () => {
    expect(await database.asUser(tokens.owner, whoAmI)).toEqual([
      { role: 'authenticated', id: people.owner },
    ]);
    expect(await database.asAdmin(tokens.admin, whoAmI)).toEqual([
      { role: 'telloom_admin', id: people.admin },
    ]);
    expect(await database.asAnon(whoAmI)).toEqual([{ role: 'anon', id: null }]);
    expect(await database.asService(whoAmI)).toEqual([{ role: 'service_role', id: null }]);
  });

  it('an admin who does not act as one is an ordinary person', async () => {
    const seen = await database.asUser(tokens.admin, (sql) => sql`select id from public."Profile"`);
    expect(seen).toEqual([{ id: people.admin }]);
  });

  it('commit what was done', async () => {
    await database.asUser(tokens.owner, (sql) => sql`update public."Profile" set phone = ${'1'}`);
    expect(await phones()).toEqual([{ id: people.owner }]);
  });
});

describe('an entrance that fails', () => {
  const ways: [string, string, (work: (sql: Sql) => Promise<unknown>) => Promise<unknown>][] = [
    ['unknown session', 'TL401', (work) => narrow.asUser('no such token', work)],
    ['empty token', 'TL401', (work) => narrow.asUser('', work)],
    ['unknown session, as admin', 'TL401', (work) => narrow.asAdmin('no such token', work)],
    ['no admin', 'TL404', (work) => narrow.asAdmin(tokens.owner, work)],
  ];

  it.each(ways)('%s: %s, and nothing is read', async (_, code, enter) => {
    const read: unknown[] = [];
    const entered = enter(async (sql) => {
      read.push(await sql`select id from public."Prompt"`);
    });
    await expect(entered).rejects.toMatchObject({ code });
    expect(read).toEqual([]);
    expect(await narrow.asAnon(whoAmI)).toEqual([{ role: 'anon', id: null }]);
  });

  it('nothing is written either', async () => {
    const written = narrow.asAdmin(
      tokens.owner,
      (sql) => sql`update public."Profile" set phone = '1'`,
    );
    await expect(written).rejects.toMatchObject({ code: 'TL404' });
    expect(await phones()).toEqual([]);
  });

  it('its own error comes also when work hides that of its query', async () => {
    const hidden = narrow.asUser('no such token', (sql) => sql`select 1`.catch(() => 'hidden'));
    await expect(hidden).rejects.toMatchObject({ code: 'TL401' });
  });

  it.each([
    ['expired', 'update auth.ba_sessions set "expiresAt" = now() where token = $1'],
    ['banned', `update auth.users set banned_until = 'infinity' where id = $2`],
    ['deleted', 'update auth.users set deleted_at = now() where id = $2'],
    ['gone', 'delete from auth.users where id = $2'],
  ])('a person whose session or account is %s stays outside', async (_, change) => {
    const id = randomUUID();
    const token = randomUUID();
    await db.sql`insert into auth.users (id, email) values (${id}, ${`${id}@example.org`})`;
    await db.sql`insert into auth.ba_sessions (token, "userId", "expiresAt")
      values (${token}, ${id}, now() + interval '1 day')`;
    expect(await database.asUser(token, whoAmI)).toMatchObject([{ id }]);
    const [value, statement] = change.includes('$1')
      ? [token, change]
      : [id, change.replace('$2', '$1')];
    await run(statement, value);
    await expect(database.asUser(token, whoAmI)).rejects.toMatchObject({ code: 'TL401' });
  });
});

/** A statement of text that is known only here, as the owner. */
async function run(statement: string, value: string): Promise<void> {
  const parts = statement.split('$1') as unknown as TemplateStringsArray;
  await db.sql(parts, value);
}

describe('a query that fails', () => {
  it('takes everything back', async () => {
    const failing = narrow.asUser(tokens.owner, async (sql) => {
      await sql`update public."Profile" set phone = '1'`;
      await sql`select 1 / 0`;
    });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect(await phones()).toEqual([]);
  });

  it('and is ignored commits nothing, and says so', async () => {
    const ignoring = narrow.asUser(tokens.owner, async (sql) => {
      await sql`update public."Profile" set phone = '1'`;
      await sql`select 1 / 0`.catch(() => {});
      return 'fine';
    });
    await expect(ignoring).rejects.toThrow('nothing was committed');
    expect(await phones()).toEqual([]);
  });

  it('work that throws takes everything back', async () => {
    const throwing = narrow.asUser(tokens.owner, async (sql) => {
      await sql`update public."Profile" set phone = '1'`;
      throw new RangeError('no more');
    });
    await expect(throwing).rejects.toThrow(RangeError);
    expect(await phones()).toEqual([]);
  });

  it('and never leaves this process takes everything back', async () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const unsendable = narrow.asUser(tokens.owner, async (sql) => {
      await sql`update public."Profile" set phone = '1'`;
      await sql`select ${circular}::jsonb`;
    });
    await expect(unsendable).rejects.toThrow(TypeError);
    expect(await phones()).toEqual([]);
  });
});

describe('role and claims end with the transaction', () => {
  it.each(['committed', 'failed', 'thrown'])('%s', async (end) => {
    const before = narrow.asUser(tokens.owner, async (sql) => {
      await sql`select set_config('request.jwt.claim.sub', ${people.other}, true)`;
      if (end === 'failed') await sql`select 1 / 0`;
      if (end === 'thrown') throw new Error('thrown');
    });
    await before.catch(() => {});
    const [left] = await narrow.asAnon(
      (sql) => sql`select current_user::text as role, session_user::text as login,
        current_setting('request.jwt.claims') as claims,
        nullif(current_setting('request.jwt.claim.sub', true), '') as sub`,
    );
    expect(left).toEqual({
      role: 'anon',
      login: 'authenticator',
      claims: '{"role":"anon"}',
      sub: null,
    });
  });
});

describe('a backend that is killed', () => {
  const kill = (pid: unknown) => db.sql`select pg_terminate_backend(${pid})`;

  it('at work fails that transaction, and the pool lives on', async () => {
    const killed = narrow.asUser(tokens.owner, async (sql) => {
      await sql`update public."Profile" set phone = '1'`;
      const [backend] = await sql`select pg_backend_pid() as pid`;
      await kill(backend?.pid);
      await sql`select 1`;
    });
    await expect(killed).rejects.toThrow();
    expect(await phones()).toEqual([]);
    expect(await narrow.asAnon(whoAmI)).toEqual([{ role: 'anon', id: null }]);
  });

  it('while idle costs one request at the most', async () => {
    const [idle] = await narrow.asAnon((sql) => sql`select pg_backend_pid() as pid`);
    await kill(idle?.pid);
    const [, second] = await Promise.allSettled([narrow.asAnon(whoAmI), narrow.asAnon(whoAmI)]);
    expect(second).toEqual({ status: 'fulfilled', value: [{ role: 'anon', id: null }] });
  });
});

it('fifty at once, some of them failing, each see themselves alone', async () => {
  const persons = (Object.keys(people) as Person[]).filter((person) => person !== 'admin');
  const results = await Promise.allSettled(
    Array.from({ length: 50 }, (_, n) => {
      const person = persons[n % persons.length] as Person;
      return database.asUser(tokens[person], async (sql) => {
        const before = await sql`select id from public."Profile"`;
        if (n % 10 === 3) await sql`select 1 / 0`;
        const [after] = await whoAmI(sql);
        return [before[0]?.id, before.length, after?.id, after?.role];
      });
    }),
  );
  results.forEach((result, n) => {
    const id = people[persons[n % persons.length] as Person];
    if (n % 10 === 3)
      expect(result).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
    else expect(result).toEqual({ status: 'fulfilled', value: [id, 1, id, 'authenticated'] });
  });
});
