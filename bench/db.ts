import pg from 'pg';
import { type Loaded, load } from './data.ts';
import { measureInserts } from './inserts.ts';
import {
  type Ask,
  type Connections,
  compare,
  connect,
  inDatabase,
  quantile,
  time,
} from './measure.ts';
import { naiveFeed, naivePolicies, naiveSearch } from './naive.ts';
import { adminSearch, type Read, readsOf } from './reads.ts';
import { startServer } from './server.ts';
import { head, print, type Row } from './table.ts';

/** Loads, measures and prints, for each number of responses; then how the times grow with it. */
export async function benchDatabase(sizes: number[]): Promise<void> {
  const runs: Row[][] = [];
  for (const rows of sizes) runs.push(await benchRows(rows));
  if (sizes.length > 1) printGrowth(sizes, runs);
}

async function benchRows(rows: number): Promise<Row[]> {
  const server = await startServer();
  const close: (() => Promise<void>)[] = [];
  try {
    const owner = new pg.Client({ connectionString: server.ownerUrl });
    await owner.connect();
    close.push(() => owner.end());
    printLoaded(await load(owner, rows));
    const connections = await connect(server, 8);
    close.push(connections.close);
    const reads = readsOf(rows);
    console.log(head);
    const alone = new Map<string, number>();
    const printed: Row[] = [];
    const show = (row: Row) => printed.push(print(row));
    for (const read of reads) (await measureRead(connections, read, alone)).forEach(show);
    (await measureAbsolutes(connections, rows, reads)).forEach(show);
    show(await measureInserts(connections, rows));
    await owner.query(naivePolicies);
    for (const { what, naive } of reads) {
      if (naive) show(await measureNaive(connections, what, naive, alone));
    }
    return printed;
  } finally {
    for (const end of close.reverse()) await end();
    await server.stop();
  }
}

function printLoaded({ responses, seconds, size }: Loaded): void {
  console.log(
    `${responses} responses loaded in ${seconds.toFixed(0)} s, ${(size / 1e6).toFixed(0)} MB\n`,
  );
}

async function measureRead(
  connections: Connections,
  { what, bar, sides }: Read,
  alone: Map<string, number>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const clients of [1, 8]) {
    const { rls = 0, hand = 0 } = await compare(connections, sides, {
      clients,
      rounds: clients === 1 ? 200 : 40,
    });
    if (clients === 1) alone.set(what, hand);
    rows.push({
      what: `${what}, ${clients} client${clients > 1 ? 's' : ''}`,
      measured: `${(rls / hand).toFixed(2)} (${ms(rls)} ÷ ${ms(hand)})`,
      bar: `≤ ${bar}`,
      met: rls / hand <= bar,
      taken: rls,
    });
  }
  return rows;
}

/** Times inside of the database, for the bars that are times. */
async function measureAbsolutes({ api }: Connections, rows: number, reads: Read[]): Promise<Row[]> {
  const [client] = api as [pg.Client];
  const takenBy = async (ask: Read['sides'][string], q: number): Promise<number> => {
    const times: number[] = [];
    for (let n = -5; n < 100; n++) {
      const taken = await inDatabase(client, ask(Math.max(n, 0)));
      if (n >= 0) times.push(taken);
    }
    return quantile(times, q);
  };
  const one = async (what: string, ask: Read['sides'][string], bar: number, q: number) => {
    const taken = await takenBy(ask, q);
    return {
      what: `${what}, ${q === 0.5 ? 'median' : 'p95'} in the database`,
      measured: ms(taken),
      bar: `< ${bar} ms`,
      met: taken < bar,
      taken,
    };
  };
  const side = (name: string) => reads.find(({ what }) => what === name)?.sides.rls ?? never;
  return [
    await one("admin's newest 50", side("admin's newest 50"), 0.2, 0.5),
    await one('search, rare word', side('search, rare word'), 3, 0.95),
    await one('search, common word', side('search, common word'), 50, 0.95),
    await one('photos, rare word', side('photos, rare word'), 3, 0.95),
    await one('photos, common word', side('photos, common word'), 50, 0.95),
    await one('people by name', side('people by name'), 50, 0.95),
    await one("admin's search, common word", adminSearch(rows), 50, 0.95),
  ];
}

const never = (): never => {
  throw new Error('there is no such read');
};

/** The same read under policies by the letter, over the same denominator. */
async function measureNaive(
  { api }: Connections,
  what: string,
  naive: (n: number) => Ask,
  alone: Map<string, number>,
): Promise<Row> {
  const [client] = api as [pg.Client];
  const hand = alone.get(what) ?? Number.NaN;
  let measured: string;
  try {
    await client.query(`set statement_timeout = '20s'`);
    const times: number[] = [];
    for (let n = 0; n < 3 && (times[0] ?? 0) < 2000; n++) {
      times.push(await time(client, byTheLetter(what, naive(n))));
    }
    const taken = quantile(times, 0.5);
    measured = `${(taken / hand).toFixed(0)} (${ms(taken)} ÷ ${ms(hand)})`;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '57014') throw error;
    await client.query('rollback');
    measured = 'more than 20 s';
  }
  return { what: `by the letter: ${what}`, measured, bar: '', met: null };
}

/** Feed and search ask the tables themselves there. */
function byTheLetter(what: string, ask: Ask): Ask {
  if (what.startsWith('search'))
    return { ...ask, text: naiveSearch, values: [...ask.values].reverse() };
  return what.startsWith('feed') ? { ...ask, text: naiveFeed } : ask;
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

function printGrowth(sizes: number[], runs: Row[][]): void {
  const titles = sizes.map((size) => `${size.toLocaleString('en')} responses`);
  console.log(`\n| what | ${titles.join(' | ')} |\n|---${'|---'.repeat(sizes.length)}|`);
  for (const { what, taken } of runs[0] ?? []) {
    if (taken === undefined) continue;
    const times = runs.map((rows) => rows.find((row) => row.what === what)?.taken ?? Number.NaN);
    console.log(`| ${what} | ${times.map(ms).join(' | ')} |`);
  }
}
