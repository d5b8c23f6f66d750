import { Problem } from '../../db/embedded/problem.ts';
import { migrate } from '../../db/migrate.ts';
import { parseConfig } from '../config.ts';

/** `telloom migrate`: applies what is missing to the database in DATABASE_URL and says what it did. */
export async function migrateCommand(env: NodeJS.ProcessEnv): Promise<number> {
  const { databaseUrl } = parseConfig(env);
  if (databaseUrl === null) {
    throw new Problem(
      'DATABASE_URL is not set: give the address of a PostgreSQL 15 to 17, as the owner of its database.',
    );
  }
  const { applied } = await migrate({ url: databaseUrl, log: say });
  say(
    applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.length} migrations.`,
  );
  return 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
