import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Deps, Feature } from '../../server/deps.ts';
import { one, ProblemError } from '../../server/errors.ts';
import { Nothing } from '../../server/schemas.ts';
import { videoFiles } from '../videos/files.ts';
import { judge } from './files/judge.ts';
import { paint } from './files/picture.ts';
import { RefusedError } from './files/refusal.ts';
import { attachmentPlaces, avatarName, shownFiles } from './places.ts';

/** More than any phone's photo. It is held in memory while it comes. */
const maxBytes = 20 * 1024 ** 2;

/** One's own picture: in the bucket `avatars`, in one's own folder, for everybody to see. */
export const avatarRoutes: Feature = (deps) => async (app) => {
  // Before the body is read: strangers fill no memory.
  app.addHook('onRequest', async ({ sessionToken }) => {
    if (sessionToken === null) throw new ProblemError('unauthenticated');
  });
  app.addContentTypeParser(
    '*',
    { parseAs: 'buffer', bodyLimit: maxBytes },
    (_request, body, done) => done(null, body),
  );
  // One at a time: each takes memory for a whole picture.
  let painting: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = painting.then(work);
    painting = mine.catch(() => {});
    return mine;
  };

  app.put(
    '/me/avatar',
    {
      schema: {
        summary: "Set the caller's picture",
        problems: ['not-a-picture'],
        description:
          'The body is a photo, whatever its type; it is cut to a square. At most 20 MiB.',
        consumes: ['*/*'],
        response: { 200: Type.Object({ avatarUrl: Type.String() }) },
      },
    },
    async (request) => {
      const { body } = request;
      const { id } = one(await request.asUser((sql) => sql<{ id: string }>`select id from api.me`));
      if (!Buffer.isBuffer(body)) throw new ProblemError('not-a-picture');
      const name = `${id}/${randomBytes(12).toString('hex')}.webp`;
      await inTurn(() => keep(deps, body, name));
      const avatarUrl = `/media/avatars/${name}`;
      const before = await request.asUser(async (sql) => {
        const old = await takeDown(sql);
        await sql`
          insert into storage.objects (bucket_id, name, owner, owner_id, metadata)
          values ('avatars', ${name}, private.uid(), private.uid()::text, '{"mimetype": "image/webp"}')`;
        await sql`update public."Profile" set "avatarUrl" = ${avatarUrl} where id = private.uid()`;
        return old;
      });
      await removeFiles(deps, before);
      return { avatarUrl };
    },
  );

  app.delete(
    '/me/avatar',
    { schema: { summary: "Take the caller's picture away", response: { 204: Nothing } } },
    async (request, reply) => {
      const before = await request.asUser(async (sql) => {
        const old = await takeDown(sql);
        await sql`update public."Profile" set "avatarUrl" = null where id = private.uid()`;
        return old;
      });
      await removeFiles(deps, before);
      return reply.status(204).send(null);
    },
  );
};

/** Makes the square picture of a photo and puts it under its name. */
async function keep({ config }: Deps, photo: Buffer, name: string): Promise<void> {
  const { work } = videoFiles(config.dataDir);
  await mkdir(work, { recursive: true });
  const outDir = await mkdtemp(join(work, 'avatar-'));
  try {
    const original = join(outDir, 'original');
    await writeFile(original, photo);
    const { kind, type } = await judge(original);
    if (kind !== 'photo') throw new ProblemError('not-a-picture');
    await paint({ original, outDir, type, make: 'avatar', maxPixels: config.maxPixels });
    const path = join(attachmentPlaces(config.dataDir).avatars, name);
    await mkdir(join(path, '..'), { recursive: true });
    await rename(join(outDir, shownFiles.avatar), path);
  } catch (error) {
    if (error instanceof RefusedError)
      throw new ProblemError('not-a-picture', { detail: error.refusal });
    throw error;
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

/** Takes the caller's pictures out of the bucket; gives their names. */
async function takeDown(sql: Sql): Promise<string[]> {
  await sql`select set_config('storage.allow_delete_query', 'true', true)`;
  const rows = await sql<{ name: string }>`
    delete from storage.objects
    where bucket_id = 'avatars' and name like private.uid() || '/%' returning name`;
  return rows.map(({ name }) => name);
}

async function removeFiles({ config }: Deps, names: string[]): Promise<void> {
  const { avatars } = attachmentPlaces(config.dataDir);
  for (const name of names) {
    if (avatarName.test(name)) await rm(join(avatars, name), { force: true });
  }
}
