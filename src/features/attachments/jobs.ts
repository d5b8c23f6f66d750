import { copyFile, mkdir, stat } from 'node:fs/promises';
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
import { removeAvatars, removeForgotten } from './removal.ts';

const Payload = Type.Object({ attachmentId: Type.String({ format: 'uuid' }) });

/** What attachments need besides requests: looking into them, and removing what nobody has any more. */
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
    'attachments.remove': async () => {
      await removeForgotten(deps);
      await removeAvatars(deps);
    },
  },
  // After account.sweep: the pictures of those who left go in the same night.
  cron: [{ task: 'attachments.remove', match: '47 3 * * *' }],
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
      where id = ${id} and state = 'processing'`,
  );
}
