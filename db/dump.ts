import type pg from 'pg';
import { dumpAccess } from './dump/access.ts';
import { dumpFunctions } from './dump/functions.ts';
import { dumpPlatform } from './dump/platform.ts';
import { dumpTables } from './dump/tables.ts';
import { dumpEnums, dumpViews } from './dump/types-and-views.ts';

const head = `-- The schemas public, private and api as the migrations make them, read from the catalogue.
-- Made by \`npx tsx db/generate.ts\`; a test fails when it is stale. To read, not to run.
`;

/**
 * The text of schema.sql: one section for each table with all that belongs to it, then views and
 * functions, in an order that depends on names alone.
 *
 * @param client an owner's connection to a freshly migrated database; its search_path is emptied,
 * so that every name comes out with its schema
 */
export async function dumpSchema(client: pg.Client): Promise<string> {
  await client.query(`select set_config('search_path', '', false)`);
  const sections = [
    ...(await dumpAccess(client)),
    ...(await dumpEnums(client)),
    ...(await dumpTables(client)),
    ...(await dumpViews(client)),
    ...(await dumpFunctions(client)),
    ...(await dumpPlatform(client)),
  ];
  return [head, ...sections].join('\n');
}
