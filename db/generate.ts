// Writes db/schema.sql and db/types.ts from the migrations: `npx tsx db/generate.ts`.

import pg from 'pg';
import { migrate } from './migrate.ts';
import { testCluster } from './testing/cluster.ts';
import { writeSchema } from './write-schema.ts';

const cluster = await testCluster();
try {
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  await client.query('create database telloom');
  await client.end();
  const url = new URL(cluster.url);
  url.pathname = 'telloom';
  await migrate({ url: url.href });
  await writeSchema({ url: url.href });
} finally {
  await cluster.stop();
}
