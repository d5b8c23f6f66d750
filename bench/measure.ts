import pg from 'pg';

/** One way to ask: through the API's login in a role, or as the owner. */
export interface Ask {
  text: string;
  values: unknown[];
  /** The role and `sub` of the caller; the owner above all policies when left out. */
  as?: { role: 'authenticated' | 'telloom_admin'; sub: string };
}

/** Names of the sides → a caller's way to ask; `n` counts the questions, so that callers vary. */
export type Sides = Record<string, (n: number) => Ask>;

export interface Connections {
  owner: pg.Client[];
  api: pg.Client[];
  close: () => Promise<void>;
}

export async function connect(
  { ownerUrl, apiUrl }: { ownerUrl: string; apiUrl: string },
  clients: number,
): Promise<Connections> {
  const open = async (connectionString: string) => {
    const client = new pg.Client({ connectionString });
    client.on('error', () => {});
    await client.connect();
    return client;
  };
  const owner = await Promise.all(Array.from({ length: clients }, () => open(ownerUrl)));
  const api = await Promise.all(Array.from({ length: clients }, () => open(apiUrl)));
  const close = async () => {
    await Promise.all([...owner, ...api].map((client) => client.end()));
  };
  return { owner, api, close };
}

/** Begins a transaction as a caller, as the server does for each request. */
export async function beginAs(client: pg.Client, as: Ask['as']): Promise<void> {
  await client.query('begin');
  await client.query(
    `select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)`,
    as ? [as.role, JSON.stringify({ sub: as.sub, role: 'authenticated' })] : ['none', '{}'],
  );
}

/** The statement's milliseconds, parse and plan included; the transaction around it is not. */
export async function time(client: pg.Client, { text, values, as }: Ask): Promise<number> {
  await beginAs(client, as);
  const started = performance.now();
  await client.query(text, values);
  const taken = performance.now() - started;
  await client.query('commit');
  return taken;
}

/**
 * The median milliseconds of each side. The sides take turns, in changing order, so that what else
 * the machine does falls on all of them; each turn is `clients` connections at once.
 */
export async function compare(
  { owner, api }: Connections,
  sides: Sides,
  { clients, rounds }: { clients: number; rounds: number },
): Promise<Record<string, number>> {
  const names = Object.keys(sides);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = -3; round < rounds; round++) {
    const turn = Math.abs(round) % names.length;
    for (const name of [...names.slice(turn), ...names.slice(0, turn)]) {
      const ask = sides[name] as Sides[string];
      const taken = await Promise.all(
        Array.from({ length: clients }, async (_, index) => {
          const one = ask(Math.max(round, 0) * clients + index);
          return time((one.as ? api : owner)[index] as pg.Client, one);
        }),
      );
      if (round >= 0) times.get(name)?.push(...taken);
    }
  }
  return Object.fromEntries(names.map((name) => [name, quantile(times.get(name) ?? [], 0.5)]));
}

/** Milliseconds of execution that PostgreSQL itself reports, as `explain (analyze)` does. */
export async function inDatabase(client: pg.Client, ask: Ask): Promise<number> {
  await beginAs(client, ask.as);
  const { rows } = await client.query(
    `explain (analyze, timing off, format json) ${ask.text}`,
    ask.values,
  );
  await client.query('commit');
  return rows[0]['QUERY PLAN'][0]['Execution Time'];
}

export function quantile(values: number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}
