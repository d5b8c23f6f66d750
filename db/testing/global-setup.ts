import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { logins } from '../../src/cli/logins.ts';
import { migrate } from '../migrate.ts';
import { testCluster } from './cluster.ts';
import { template } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The test cluster as its superuser; the logins have the same password. */
    testPostgres: { url: string };
  }
}

/** For vitest's `globalSetup`: one PostgreSQL for the whole run, with a migrated template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await testCluster();
  try {
    await run(cluster.url, `create database ${template}`);
    const url = new URL(cluster.url);
    url.pathname = template;
    await migrate({ url: url.href });
    const { password } = url;
    for (const role of Object.values(logins)) {
      await run(cluster.url, `alter role ${role} with login password '${password}'`);
    }
    project.provide('testPostgres', { url: cluster.url });
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return cluster.stop;
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
