import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';
import { Nullable, Uuid } from '../../server/schemas.ts';
import { measureFolders } from './disk.ts';

const Bucket = Type.Object({ name: Type.String(), files: Type.Integer(), bytes: Type.Integer() });
const Folder = Type.Object({
  name: Type.String(),
  files: Type.Integer(),
  bytes: Nullable(Type.Integer({ description: 'null: it may not be read.' })),
});
const Sharer = Type.Object({
  id: Uuid,
  profileId: Uuid,
  name: Nullable(Type.String()),
  recordings: Type.Integer(),
  attachments: Type.Integer(),
  bytes: Type.Integer({ description: 'Of what arrived, without what is made from it.' }),
});
const Leftovers = Type.Object({
  recordings: Type.Integer(),
  attachments: Type.Integer(),
  atMux: Type.Integer(),
});
const Storage = Type.Object({
  folders: Type.Array(Folder, {
    description: 'What the folders of the data folder hold, the largest first.',
  }),
  buckets: Type.Array(Bucket, { description: 'What is known by name in the buckets.' }),
  /** Taken away, and kept for a while so that a mistake can be mended. */
  leftovers: Leftovers,
  sharers: Type.Array(Sharer, {
    description: 'The hundred storytellers whose recordings and papers take most.',
  }),
});
type Storage = Static<typeof Storage>;

/** What takes the room, for admins. */
export const storageRoutes: Feature =
  ({ config }) =>
  async (app) => {
    app.get(
      '/admin/storage',
      {
        schema: {
          summary: 'What takes the room: by folder, by bucket, by storyteller',
          response: { 200: Storage },
        },
      },
      async (request) => {
        // the database first: it says whether the caller is an admin
        const known = await request.asAdmin(readStorage);
        return { folders: await measureFolders(config.dataDir), ...known };
      },
    );
  };

/** Sums of bytes are bigint, which arrives as text; a number is exact to 9 petabytes. */
async function readStorage(sql: Sql): Promise<Omit<Storage, 'folders'>> {
  const buckets = await sql<Static<typeof Bucket>>`
    select b.id as name, count(o.id)::integer as files,
      coalesce(sum((o.metadata ->> 'size')::double precision), 0) as bytes
    from storage.buckets b left join storage.objects o on o.bucket_id = b.id
    group by b.id order by b.id`;
  const leftovers = one(
    await sql<Static<typeof Leftovers>>`
      select (select count(*)::integer from private.removed_upload) as recordings,
        (select count(*)::integer from private.removed_attachment) as attachments,
        (select count(*)::integer from private.removed_asset) as "atMux"`,
  );
  const sharers = await sql<Static<typeof Sharer>>`
    select * from api.sharer_storage order by bytes desc, id limit 100`;
  return { buckets, leftovers, sharers };
}
