import { copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Sql } from '../../../db/session.ts';
import { one } from '../../server/errors.ts';
import type { Jobs, WorkerDeps } from '../../worker/deps.ts';
import { videoFiles } from '../videos/files.ts';
import { placeWhole } from '../videos/local-host/staging.ts';
import { judge } from './files/judge.ts';
import type { FileKind } from './files/kinds.ts';
import { type Picture, paint } from './files/picture.ts';
import { type Refusal, RefusedError } from './files/refusal.ts';
import { makeListenable } from './files/sound.ts';
import { attachmentPlaces, shownFiles } from './places.ts';

const Payload = Type.Object({ attachmentId: Type.String({ format: 'uuid' }) });

/** What attachments need besides requests: looking into them, and removing those of deleted rows. */
export const attachmentsJobs: Jobs = (deps) => ({
  tasks: {
    'attachments.process': async (payload, { job, abortSignal }) => {
      const { attachmentId } = Value.Parse(Payload, payload);
      const upload = await findUpload(deps, attachmentId);
      if (upload === null) return;
      try {
        const made = await makeShown(deps, attachmentId, upload, abortSignal);
        await deps.service.asService((sql) => accept(sql, attachmentId, made));
      } catch (error) {
        if (error instanceof RefusedError) return refuse(deps, attachmentId, error.refusal);
        const last = job.attempts >= job.max_attempts && !abortSignal?.aborted;
        if (last) await refuse(deps, attachmentId, 'not-finished');
        throw error;
      }
    },
    'attachments.remove': () => removeForgotten(deps),
  },
  cron: [{ task: 'attachments.remove', match: '27 3 * * *' }],
});

async function findUpload({ service }: WorkerDeps, attachmentId: string): Promise<string | null> {
  const rows = await service.asService(
    (sql) => sql<{ id: string }>`
      select u.id from private.attachment_upload u
      join public."PromptResponseAttachment" a on a.id = u."attachmentId"
      where a.id = ${attachmentId} and a.state = 'processing' and u."completedAt" is not null`,
  );
  return rows[0]?.id ?? null;
}

interface Made extends FileKind {
  size: number;
  picture: Picture | null;
  problem: 'not-playable' | null;
}

/** Judges the original and makes what others than its manager get to see of it. */
async function makeShown(
  { config, tools }: WorkerDeps,
  attachmentId: string,
  uploadId: string,
  signal: AbortSignal | undefined,
): Promise<Made> {
  const original = videoFiles(config.dataDir).original(uploadId);
  const kind = await judge(original);
  const { size } = await stat(original);
  const outDir = attachmentPlaces(config.dataDir).shown(attachmentId);
  await mkdir(join(outDir, '..'), { recursive: true });
  const picture = await placeWhole(outDir, async (partial) => {
    if (kind.kind === 'photo') {
      const task = { original, outDir: partial, type: kind.type, make: 'views' as const };
      return paint({ ...task, maxPixels: config.maxPixels, signal });
    }
    if (kind.kind === 'document') await copyFile(original, join(partial, shownFiles.document));
    else if (tools) await makeListenable({ tools, original, outDir: partial, signal });
    return null;
  });
  // Without ffmpeg a sound is kept, and comes back to its manager alone.
  const problem = kind.kind === 'audio' && !tools ? 'not-playable' : null;
  return { ...kind, size, picture, problem };
}

/** The row says what the file is, and the bucket names it. */
async function accept(sql: Sql, attachmentId: string, made: Made): Promise<void> {
  const { type, extension, size, picture, problem } = made;
  const rows = await sql<{ name: string; owner: string | null }>`
    update public."PromptResponseAttachment" a set
      state = 'ready', problem = ${problem}, "fileType" = ${type}, "fileSize" = ${size},
      width = ${picture?.width ?? null}, height = ${picture?.height ?? null},
      "dateCaptured" = coalesce(a."dateCaptured",
        case when num_nonnulls(a."yearCaptured", a."estimatedYear") = 0 then ${picture?.takenOn ?? null}::date end),
      "fileUrl" = public.generate_attachment_filename(a."profileSharerId", a."promptResponseId",
        regexp_replace(coalesce(a."fileName", ''), '\\.[^.]*$', '') || '.' || ${extension}::text)
    from private.attachment_upload u
    where a.id = ${attachmentId} and u."attachmentId" = a.id and a.state = 'processing'
    returning a."fileUrl" as name, u."createdBy" as owner`;
  // Deleted in the meantime: its files go with those of the removed ones.
  if (rows.length === 0) return;
  const { name, owner } = one(rows);
  await sql`
    insert into storage.objects (bucket_id, name, owner, owner_id, metadata)
    values ('attachments', ${name}, ${owner}, ${owner},
      jsonb_build_object('size', ${size}::bigint, 'mimetype', ${type}::text))`;
}

async function refuse({ service }: WorkerDeps, id: string, refusal: Refusal): Promise<void> {
  await service.asService(
    (sql) => sql`
      update public."PromptResponseAttachment" set state = 'refused', problem = ${refusal}
      where id = ${id}`,
  );
}

/**
 * Files go a week after their rows, so that a removal can be taken back. What was refused, or
 * never came whole, goes then as well.
 */
async function removeForgotten({ config, service }: WorkerDeps): Promise<void> {
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
