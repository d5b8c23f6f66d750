// `npm run check:functions`: plpgsql_check (https://github.com/okbob/plpgsql_check) over every
// plpgsql function of ours. It comes with Debian's postgresql-15-plpgsql-check and not with the
// PostgreSQL in the package, so this is no part of `npm test`.
import pg from 'pg';
import { prepareQueue } from '../src/worker/worker.ts';
import { migrate } from './migrate.ts';
import { testCluster } from './testing/cluster.ts';

/** What it says that is meant to be so, each with its reason. */
const exceptions: [RegExp, string][] = [
  [/^prompt_response_search_update\(\).*without RETURN/, 'it returns from an endless loop'],
  [
    /^private\.write_log\(\): (error:42703|Context: PL\/pgSQL assignment "sharer :=)/,
    'each table goes to the branch of a column that it has',
  ],
  [
    /^private\.read_rows\(regclass,uuid\[\]\).*(maybe unmodified|dynamic SQL)/,
    'its rows come from a statement that it puts together',
  ],
];

const cluster = await testCluster('/usr/lib/postgresql/15/bin');
const client = new pg.Client({ connectionString: cluster.url });
try {
  await client.connect();
  await migrate({ url: cluster.url });
  await prepareQueue(cluster.url);
  await client.query('create extension plpgsql_check');
  const { rows } = await client.query<{ line: string }>(`
    select format('%s: %s', p.oid::regprocedure, said) as line
    from pg_proc p
    join pg_namespace n on n.oid = p.pronamespace
    join pg_language l on l.oid = p.prolang,
    lateral plpgsql_check_function(p.oid, coalesce(
      (select t.tgrelid from pg_trigger t where t.tgfoid = p.oid limit 1), 0)) said
    where l.lanname = 'plpgsql' and n.nspname in ('public', 'private', 'api')`);
  const found = rows.filter(({ line }) => !exceptions.some(([meant]) => meant.test(line)));
  for (const { line } of found) process.stdout.write(`${line}\n`);
  process.stdout.write(`${found.length} complaints\n`);
  process.exitCode = found.length === 0 ? 0 : 1;
} finally {
  await client.end();
  await cluster.stop();
}
