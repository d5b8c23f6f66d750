import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

const platformDir = new URL('./platform/', import.meta.url);
const migrationsDir = new URL('../supabase/migrations/', import.meta.url);

/**
 * The schemas that Supabase brings along, made only where they are absent. Each entry is one
 * transaction; `missing` is the object whose absence says that nobody made the schema yet.
 */
const platform = [
  { missing: 'auth.users', files: ['auth.sql', 'auth-better.sql'] },
  { missing: 'storage.objects', files: ['storage.sql'] },
  { missing: 'pgsodium.key', files: ['pgsodium.sql'] },
  { missing: 'vault.secrets', files: ['vault.sql'] },
  {
    missing: 'realtime.subscription',
    files: ['realtime.sql', 'realtime-rls.sql', 'realtime-broadcast.sql'],
  },
];

export interface MigrateOptions {
  /** A login that owns the database and may create roles. */
  url: string;
  /** Called with one line for each step taken. */
  log?: (line: string) => void;
}

/** A database that Telloom cannot work with; the message is one sentence for the operator. */
export class MigrateError extends Error {
  override name = 'MigrateError';
}

/**
 * Brings a PostgreSQL 15 to 17 to the newest schema: platform schemas where absent, then each
 * migration that `supabase_migrations.schema_migrations` does not list, each in a transaction of
 * its own. Running it again, or twice at once, does no harm.
 *
 * @returns the versions that were applied now, in order
 * @throws MigrateError, or the PostgreSQL error of a failing file with the file's name
 */
export async function migrate({
  url,
  log = () => {},
}: MigrateOptions): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: url, application_name: 'telloom migrate' });
  client.on('error', () => {}); // a lost connection fails the query that waits for it
  await client.connect();
  try {
    await checkServer(client);
    await client.query(`select pg_advisory_lock(hashtextextended('telloom migrate', 0))`);
    await applyPlatform(client, log);
    return { applied: await applyMigrations(client, log) };
  } finally {
    await client.end();
  }
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ num: number; name: string }>(
    `select current_setting('server_version_num')::int as num, current_setting('server_version') as name`,
  );
  const server = rows[0];
  if (server === undefined || server.num < 150000) {
    throw new MigrateError(`This is PostgreSQL ${server?.name}; Telloom needs 15 or newer.`);
  }
}

async function applyPlatform(client: pg.Client, log: (line: string) => void): Promise<void> {
  const absent = [];
  for (const part of platform) {
    if (!(await exists(client, part.missing))) absent.push(part);
  }
  // Roles are the whole cluster's: roles.sql can be repeated, and run from two databases at once.
  const roles = absent.length > 0 ? [{ files: ['roles.sql'] }] : [];
  for (const { files } of [...roles, ...absent]) {
    await transaction(client, async () => {
      for (const file of files) {
        log(`platform ${file}`);
        await run(client, file, await readFile(new URL(file, platformDir), 'utf8'));
      }
    });
  }
}

async function applyMigrations(client: pg.Client, log: (line: string) => void): Promise<string[]> {
  await client.query(`
    create schema if not exists supabase_migrations;
    create table if not exists supabase_migrations.schema_migrations
      (version text primary key, statements text[], name text)`);
  const { rows } = await client.query<{ version: string; whole: string | null }>(
    // One statement is a whole file, as it is noted below; Supabase's CLI notes each by itself.
    `select version, case when cardinality(statements) = 1 then statements[1] end as whole
     from supabase_migrations.schema_migrations`,
  );
  const done = new Set(rows.map((row) => row.version));
  const files = await listMigrations();
  await refuseOtherDrafts(files, new Map(rows.map(({ version, whole }) => [version, whole])));
  const unknown = [...done].filter((version) => !files.some((file) => file.version === version));
  if (unknown.length > 0) {
    throw new MigrateError(
      `This database is newer than this Telloom: it has migration ${unknown.sort().at(-1)}.`,
    );
  }
  const pending = files.filter((file) => !done.has(file.version));
  for (const { file, version, name } of pending) {
    log(`migration ${file}`);
    const text = await readMigration(file);
    await transaction(client, async () => {
      await run(client, file, text);
      await client.query(
        'insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, $3)',
        [version, name, [text]],
      );
    });
  }
  return pending.map((file) => file.version);
}

interface Migration {
  file: string;
  version: string;
  name: string;
}
const readMigration = (file: string) => readFile(new URL(file, migrationsDir), 'utf8');

/** A file that was edited after it ran here never runs again: half of its schema would be missing. */
async function refuseOtherDrafts(files: Migration[], applied: Map<string, string | null>) {
  for (const { file, version } of files) {
    const text = applied.get(version);
    if (typeof text !== 'string' || text === (await readMigration(file))) continue;
    throw new MigrateError(
      `This database was set up by another draft of ${file}: start with an empty one and bring its data over with "telloom import".`,
    );
  }
}

async function listMigrations(): Promise<Migration[]> {
  const files = (await readdir(migrationsDir)).filter((file) => file.endsWith('.sql')).sort();
  return files.map((file) => {
    const [, version, name] = /^(\d{14})_(.+)\.sql$/.exec(file) ?? [];
    if (version === undefined || name === undefined) {
      throw new MigrateError(`supabase/migrations/${file} is not named <14 digits>_<name>.sql.`);
    }
    return { file, version, name };
  });
}

async function exists(client: pg.Client, relation: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    // to_regclass would raise where the schema may not be looked into, as vault on Supabase
    `select exists (
       select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where n.nspname || '.' || c.relname = $1
     ) as found`,
    [relation],
  );
  return rows[0]?.found === true;
}

async function transaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function run(client: pg.Client, file: string, text: string): Promise<void> {
  try {
    await client.query(text);
  } catch (error) {
    if (error instanceof Error) error.message = `${file}: ${error.message}`;
    throw error;
  }
}
