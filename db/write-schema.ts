import { writeFile } from 'node:fs/promises';
import pg from 'pg';
import { dumpSchema } from './dump.ts';
import { generateTypes } from './types-generator.ts';

export const schemaFile = new URL('./schema.sql', import.meta.url);
export const typesFile = new URL('./types.ts', import.meta.url);

/** The texts of schema.sql and types.ts, read from a freshly migrated database. */
export async function readSchema(url: string): Promise<{ schema: string; types: string }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return { schema: await dumpSchema(client), types: await generateTypes(client) };
  } finally {
    await client.end();
  }
}

/** Writes db/schema.sql and db/types.ts from the catalogue of the database at `url`, as its owner. */
export async function writeSchema({ url }: { url: string }): Promise<void> {
  const { schema, types } = await readSchema(url);
  await writeFile(schemaFile, schema);
  await writeFile(typesFile, types);
}
