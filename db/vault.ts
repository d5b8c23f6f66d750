import { createHmac } from 'node:crypto';
import pg from 'pg';

/** Settings that an admin entered, by their names in the environment. */
export interface Vault {
  /** null: it was encrypted under another secret of the server. */
  read(): Promise<Record<string, string | null>>;
  /**
   * As the admin whose session this is; null forgets. Rejects as UserDatabase.asAdmin, and with
   * 22023 for what is no name of a setting.
   */
  keep(sessionToken: string, values: Record<string, string | null>): Promise<void>;
}

/**
 * The vault of the database. Its root key follows from the server's secret, which lies outside of
 * the database, so that a stolen dump opens nothing. Connections that know it are made for one
 * transaction and do nothing else (see db/platform/vault.sql); on Supabase, whose vault has a root
 * key of its own, it is not looked at.
 *
 * @param url the database as `authenticator`
 */
export function openVault({ url, secret }: { url: string; secret: string }): Vault {
  const rootKey = createHmac('sha256', secret).update('root key of the vault').digest('hex');

  const unlocked = async <Row extends pg.QueryResultRow>(
    enter: { way: string; values: string[] },
    work: { text: string; values: unknown[] },
  ): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: url, statement_timeout: 15_000 });
    client.on('error', () => {}); // a query that fails says so itself
    await client.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('telloom.root_key', $1, true)`, [rootKey]);
      await client.query(`select set_config('role', ${enter.way}, true)`, enter.values);
      const { rows } = await client.query<Row>(work.text, work.values);
      await client.query('commit');
      return rows;
    } finally {
      await client.end(); // what is not committed by now never is
    }
  };
  return {
    async read() {
      const rows = await unlocked<{ name: string; value: string | null }>(
        { way: '$1', values: ['service_role'] },
        {
          text: 'select * from private.entered_settings()',
          values: [],
        },
      );
      return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
    },
    async keep(sessionToken, values) {
      await unlocked(
        { way: 'private.enter_admin($1)', values: [sessionToken] },
        { text: 'select api.keep_settings($1::jsonb)', values: [JSON.stringify(values)] },
      );
    },
  };
}
