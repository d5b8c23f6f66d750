import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';
import { Nullable, Uuid } from '../../server/schemas.ts';
import { measureDisk, measureFolders } from './disk.ts';

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
  folders: Type.Array(
    Type.Object({
      name: Type.String(),
      files: Type.Integer(),
      bytes: Nullable(Type.Integer({ description: 'null: it may not be read.' })),
    }),
    { description: 'What the folders of the data folder hold, the largest first.' },
  ),
  sharers: Type.Array(
    Type.Object({
      id: Uuid,
      name: Nullable(Type.String()),
      recordings: Type.Integer(),
      attachments: Type.Integer(),
      bytes: Type.Integer({ description: 'Of what arrived, without what is made from it.' }),
    }),
    { description: 'The hundred storytellers whose recordings and papers take most.' },
  ),
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
          summary: 'How much room is left and what takes it, and whether work piles up',
          response: { 200: Health },
        },
      },
      async (request) => {
        // the database first: it says whether the caller is an admin
        const known = await request.asAdmin(readHealth);
        const [disk, folders] = await Promise.all([
          measureDisk(config.dataDir),
          measureFolders(config.dataDir),
        ]);
        return { disk, folders, ...known };
      },
    );
  };

/** Sums of bytes are bigint, which arrives as text; a number is exact to 9 petabytes. */
async function readHealth(sql: Sql): Promise<Omit<Health, 'disk' | 'folders'>> {
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
  const sharers = await sql<Health['sharers'][number]>`
    select s.id, p."fullName" as name, r.recordings, a.attachments,
      r.bytes + a.bytes as bytes
    from public."ProfileSharer" s
    join public."Profile" p on p.id = s."profileId"
    cross join lateral (
      select count(*)::integer as recordings, coalesce(sum(u.bytes), 0)::double precision as bytes
      from public."Video" v left join private.upload u on u."videoId" = v.id
      where v."profileSharerId" = s.id
    ) r
    cross join lateral (
      select count(*)::integer as attachments, coalesce(sum(f."fileSize"), 0)::double precision as bytes
      from public."PromptResponseAttachment" f where f."profileSharerId" = s.id
    ) a
    order by bytes desc, s.id limit 100`;
  return { database, queue, sharers };
}
