import pg from 'pg';

/** How soon the jobs of a worker that was killed are taken up again. */
const EVERY_MS = 60_000;

export interface Presence {
  /** Who takes jobs under this name lives, as long as our connection does. */
  join(id: string): void;
  /** Frees the jobs of workers that are gone; also done every minute. */
  sweep(): Promise<void>;
  end(): Promise<void>;
}

/**
 * graphile-worker believes for four hours that the job of a killed worker is still under way. So
 * each worker holds an advisory lock of the name it takes jobs under, which PostgreSQL lets go when the process dies;
 * whoever can take it knows that the jobs under that name are abandoned.
 */
export function makePresence(ownerUrl: string): Presence {
  const ours = new Set<string>();
  let client: Promise<pg.Client> | null = null;

  const connected = () => {
    client ??= open(ownerUrl, ours, () => {
      client = null; // the next sweep connects and takes the locks again
    });
    return client;
  };
  /** Locks belong to their connection, so there is one, and it does one thing after the other. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: (connection: pg.Client) => Promise<unknown>): Promise<void> => {
    const next = last.then(async () => {
      const connection = await connected().catch((error) => {
        client = null;
        throw error;
      });
      await work(connection);
    });
    last = next.catch(() => {}); // whoever asked hears of it
    return next;
  };
  const free = async (connection: pg.Client) => {
    const { rows } = await connection.query<{ id: string }>(
      `select distinct locked_by as id from graphile_worker._private_jobs
       where locked_by is not null and locked_by <> all($1)`,
      [[...ours]],
    );
    for (const { id } of rows) await freeJobsOf(connection, id);
  };
  const complain = (error: Error) => {
    process.stderr.write(`worker: looking for abandoned jobs: ${error.message}\n`);
  };
  const sweep = () => inTurn(free);
  const timer = setInterval(() => void sweep().catch(complain), EVERY_MS);
  timer.unref();
  return {
    join: (id) => {
      ours.add(id);
      inTurn((connection) => hold(connection, id)).catch(complain);
    },
    sweep,
    end: async () => {
      clearInterval(timer);
      await last;
      const connection = await client?.catch(() => null);
      await connection?.end();
    },
  };
}

async function open(url: string, ours: Set<string>, onLost: () => void): Promise<pg.Client> {
  const connection = new pg.Client({ connectionString: url });
  connection.on('error', () => {}); // 'end' follows
  connection.on('end', onLost);
  await connection.connect();
  for (const id of ours) await hold(connection, id);
  return connection;
}

const lock = `hashtextextended('telloom worker ' || $1, 0)`;

const hold = (connection: pg.Client, id: string) =>
  connection.query(`select pg_advisory_lock(${lock})`, [id]);

async function freeJobsOf(connection: pg.Client, id: string): Promise<void> {
  const { rows } = await connection.query(`select pg_try_advisory_lock(${lock}) as gone`, [id]);
  if (!rows[0].gone) return;
  try {
    await connection.query('select graphile_worker.force_unlock_workers($1)', [[id]]);
  } finally {
    await connection.query(`select pg_advisory_unlock(${lock})`, [id]);
  }
}
