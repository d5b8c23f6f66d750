import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { WorkerDeps } from '../../worker/deps.ts';
import { videoFiles } from '../videos/files.ts';
import { attachmentPlaces, avatarName } from './places.ts';

type Deps = Pick<WorkerDeps, 'config' | 'service'>;

/**
 * Files go a week after their rows, so that a removal can be taken back. What was refused, or
 * never came whole, goes then as well.
 */
export async function removeForgotten({ config, service }: Deps): Promise<void> {
  await service.asService(
    (sql) => sql`
      delete from public."PromptResponseAttachment"
      where state in ('waiting', 'refused') and "uploadedAt" < now() - interval '7 days'`,
  );
  const removed = await service.asService(
    (sql) => sql<{ id: string; uploadId: string | null; name: string | null }>`
      select id, upload ->> 'id' as "uploadId", attachment ->> 'fileUrl' as name
      from private.removed_attachment where "removedAt" < now() - interval '7 days'`,
  );
  const originals = videoFiles(config.dataDir);
  for (const { id, uploadId, name } of removed) {
    const paths = [attachmentPlaces(config.dataDir).shown(id)];
    if (uploadId !== null) {
      paths.push(originals.original(uploadId), `${originals.original(uploadId)}.json`);
    }
    for (const path of paths) await rm(path, { recursive: true, force: true });
    await service.asService(async (sql) => {
      await sql`select set_config('storage.allow_delete_query', 'true', true)`;
      await sql`delete from storage.objects where bucket_id = 'attachments' and name = ${name}`;
      await sql`delete from private.removed_attachment where id = ${id}`;
    });
  }
}

/** The pictures of people who are gone: everybody could see them, and nobody is to any more. */
export async function removeAvatars({ config, service }: Deps): Promise<void> {
  const left = await service.asService(
    (sql) => sql<{ name: string }>`
      select o.name from storage.objects o where o.bucket_id = 'avatars' and not exists (
        select from public."Profile" p where p.id::text = private.avatar_owner(o.name))`,
  );
  const names = left.map(({ name }) => name).filter((name) => avatarName.test(name));
  const { avatars } = attachmentPlaces(config.dataDir);
  for (const name of names) {
    await rm(dirname(join(avatars, name)), { recursive: true, force: true });
  }
  await service.asService(async (sql) => {
    await sql`select set_config('storage.allow_delete_query', 'true', true)`;
    await sql`
      delete from storage.objects where bucket_id = 'avatars' and name = any (${names}::text[])`;
  });
}
