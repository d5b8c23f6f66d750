import { mkdir } from 'node:fs/promises';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Jobs, WorkerDeps } from '../../worker/deps.ts';
import { videoFiles } from '../videos/files.ts';
import type { Transcription } from './engine/engine.ts';

const Payload = Type.Object({ videoId: Type.String({ format: 'uuid' }) });

/** Writes down what was said, where an engine is installed and nobody has done it yet. */
export const transcriptsJobs: Jobs = (deps) => ({
  tasks: {
    'transcripts.make': async (payload, { job, abortSignal }) => {
      const { videoId } = Value.Parse(Payload, payload);
      try {
        const made = await transcribe(deps, videoId, abortSignal);
        if (made !== null && made.text !== '') await keep(deps, videoId, made);
        await isDone(deps, videoId);
      } catch (error) {
        if (job.attempts >= job.max_attempts) await isDone(deps, videoId);
        throw error;
      }
    },
  },
});

/** Null where no engine is installed, the recording is gone, or it has its transcript. */
async function transcribe(
  { config, service, engine }: WorkerDeps,
  videoId: string,
  signal: AbortSignal | undefined,
): Promise<Transcription | null> {
  const [upload] = await service.asService(
    (sql) => sql<{ id: string }>`
      select u.id from private.upload u
      where u."videoId" = ${videoId}
        and not exists (select from public."VideoTranscript" t where t."videoId" = u."videoId")`,
  );
  if (engine === null || upload === undefined) return null;
  const { original, work } = videoFiles(config.dataDir);
  await mkdir(work, { recursive: true });
  return engine.transcribe({ media: original(upload.id), workDir: work, signal });
}

async function keep({ service, engine }: WorkerDeps, videoId: string, made: Transcription) {
  const { text, language, cues } = made;
  await service.asService(async (sql) => {
    await sql`
      insert into public."VideoTranscript" ("videoId", transcript, cues, source, type, language, name)
      select id, ${text}, ${JSON.stringify(cues)}, ${engine?.name}, 'captions', ${language}, 'Captions'
      from public."Video" where id = ${videoId}
      on conflict ("videoId") do nothing`;
    await sql`
      update public."Video" set "languageCode" = coalesce("languageCode", ${language})
      where id = ${videoId}`;
  });
}

async function isDone({ service }: WorkerDeps, videoId: string): Promise<void> {
  await service.asService(
    (sql) => sql`update public."Video" set "transcriptPending" = false where id = ${videoId}`,
  );
}
