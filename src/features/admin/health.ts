import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';
import { Nullable } from '../../server/schemas.ts';
import { measureDisk } from './disk.ts';

const Health = Type.Object({
  disk: Type.Object({
    freeBytes: Type.Integer({ description: 'What is left where the recordings lie.' }),
    totalBytes: Type.Integer(),
  }),
  database: Type.Object({ bytes: Type.Integer(), version: Type.String() }),
  queue: Type.Object({
    due: Type.Integer({ description: 'Jobs that could be under way by now.' }),
    failed: Type.Integer(),
    oldestSeconds: Nullable(
      Type.Integer({ description: 'How long the oldest of those that are due has waited.' }),
    ),
  }),
});
type Health = Static<typeof Health>;

/** Whether all is well with the machine, for admins. */
export const healthRoutes: Feature =
  ({ config }) =>
  async (app) => {
    app.get(
      '/admin/health',
      {
        schema: {
          summary: 'How much room is left, and whether work piles up',
          response: { 200: Health },
        },
      },
      async (request) => {
        // the database first: it says whether the caller is an admin
        const known = await request.asAdmin(readHealth);
        return { disk: await measureDisk(config.dataDir), ...known };
      },
    );
  };

/** Sums of bytes are bigint, which arrives as text; a number is exact to 9 petabytes. */
async function readHealth(sql: Sql): Promise<Omit<Health, 'disk'>> {
  const database = one(
    await sql<Health['database']>`
      select pg_database_size(current_database())::double precision as bytes,
        current_setting('server_version') as version`,
  );
  const queue = one(
    await sql<Health['queue']>`
      select count(*) filter (where is_due)::integer as due,
        count(*) filter (where state = 'failed')::integer as failed,
        floor(extract(epoch from now() - min("runAt") filter (where is_due)))::integer as "oldestSeconds"
      from (select *, state in ('waiting', 'retrying') and "runAt" <= now() as is_due from api.jobs()) j`,
  );
  return { database, queue };
}
