import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { privateTables } from './catalogue/expected.ts';
import { anonGrants, authenticatedGrants } from './catalogue/grants.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import {
  makeWorld,
  openPersonas,
  type Persona,
  type Personas,
  personas,
  rows,
} from './testing/personas.ts';

let db: TestDatabase;
let people: Personas;
beforeAll(async () => {
  db = await testDatabase();
  await makeWorld(db);
  people = openPersonas(db);
});
afterAll(async () => {
  await people.close();
  await db.drop();
});

interface Table {
  name: string;
  quoted: string;
  column: string;
  isView: boolean;
}

async function tablesOf(schemas: string[]): Promise<Table[]> {
  return db.sql<Table>`
    select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as quoted,
      c.relkind in ('v', 'm') as "isView",
      (select quote_ident(attname) from pg_attribute
       where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
       order by attnum limit 1) as column
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any (${schemas}) and c.relkind in ('r', 'p', 'v', 'm') order by 1`;
}

/** What comes of the commands that a table or view takes, as this persona. */
async function tryAll(persona: Persona, { quoted, column, isView }: Table): Promise<unknown[]> {
  const commands = [
    `select from ${quoted}`,
    `insert into ${quoted} default values`,
    `update ${quoted} set ${column} = ${column}`,
    `delete from ${quoted}`,
  ];
  const outcomes = [];
  // most views take no writes at all, whoever asks
  for (const command of isView ? commands.slice(0, 1) : commands)
    outcomes.push(await people.attempt(persona, command));
  return outcomes;
}

async function notShut(persona: Persona, tables: Table[]): Promise<Record<string, unknown>> {
  const open: Record<string, unknown> = {};
  for (const table of tables) {
    const outcomes = await tryAll(persona, table);
    if (outcomes.some((outcome) => outcome !== '42501')) open[table.name] = outcomes;
  }
  return open;
}

describe('tables that are not named in catalogue/grants.ts are shut', () => {
  it.each(['owner', 'executor', 'adminAsPerson'] as const)('to %s', async (persona) => {
    const tables = (await tablesOf(['public', 'private'])).filter(
      ({ name }) => !(name in authenticatedGrants),
    );
    const names = tables.map(({ name }) => name);
    expect(names).toContain('public._prisma_migrations');
    expect(names).toEqual(expect.arrayContaining(privateTables.map((name) => `private.${name}`)));
    expect(await notShut(persona, tables)).toEqual({});
  });

  it('to anon, which has questions and topics alone', async () => {
    const tables = (await tablesOf(['public', 'private', 'api'])).filter(
      ({ name }) => !(name in anonGrants),
    );
    expect(await notShut('anon', tables)).toEqual({});
  });
});

it.each(['anon', 'owner', 'admin'] as const)(
  'secrets, sign-ins and sessions are shut to %s',
  async (persona) => {
    const tables = await tablesOf(['auth', 'vault', 'pgsodium']);
    const open = await notShut(persona, tables);
    expect(open).toEqual({});
  },
);

const insert = (table: string, values: string) => `insert into public."${table}" ${values}`;

it.each([
  insert(
    'Invitation',
    `("sharerId", "inviteeEmail", role) values ('${rows.sharer}', 'x@example.org', 'LISTENER')`,
  ),
  insert('ProfileListener', `("listenerId", "sharerId") values (private.uid(), '${rows.sharer}')`),
  insert('ProfileExecutor', `("sharerId", "executorId") values ('${rows.sharer}', private.uid())`),
  insert('Subscription', `("userId", "givesAccess") values (private.uid(), true)`),
  'truncate public."PromptResponse" cascade',
  'update storage.buckets set public = true',
  `select private.let_listen(private.uid(), '${rows.sharer}')`,
  `select private.request_transcript('${rows.publicVideo}')`,
  `select public.handle_mux_webhook('{}')`,
  `select public.update_video_status('${rows.publicVideo}', 'READY')`,
])('no client does this, whoever they are: %s', async (statement) => {
  for (const persona of personas.filter((name) => name !== 'admin' && name !== 'service')) {
    expect(['42501', 0], persona).toContain(await people.attempt(persona, statement));
  }
});

it('the buckets are there, and only avatars are public', async () => {
  expect(await db.sql`select id, public from storage.buckets order by id`).toEqual([
    { id: 'attachments', public: false },
    { id: 'avatars', public: true },
    { id: 'exports', public: false },
    { id: 'videos', public: false },
  ]);
});

it('the login itself, before it has become someone, reads nothing', async () => {
  const nobody = { role: 'authenticator', claims: '' };
  for (const table of await tablesOf(['public', 'private', 'api'])) {
    expect(await people.attempt(nobody, `select from ${table.quoted}`), table.name).toBe('42501');
  }
});
