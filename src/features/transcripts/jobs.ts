import { mkdir } from 'node:fs/promises';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Jobs, WorkerDeps } from '../../worker/deps.ts';
import { videoFiles } from '../videos/files.ts';
import type { Transcription } from './engine/engine.ts';
import { understands } from './engine/engines.ts';
import { storeCaptions } from './store.ts';

const Payload = Type.Object({
  videoId: Type.String({ format: 'uuid' }),
  /** Somebody asked for it, whatever is written down already. */
  again: Type.Optional(Type.Boolean()),
});
type Payload = { videoId: string; again?: boolean };

/** Writes down what was said, where an engine is there and nobody has done it yet. */
export const transcriptsJobs: Jobs = (deps) => ({
  tasks: {
    'transcripts.make': async (payload, { job, abortSignal }) => {
      const wanted = Value.Parse(Payload, payload);
      try {
        const made = await transcribe(deps, wanted, abortSignal);
        if (made !== null && made.cues.length > 0) await keep(deps, wanted, made);
        await isDone(deps, wanted);
      } catch (error) {
        if (job.attempts >= job.max_attempts) await isDone(deps, wanted);
        throw error;
      }
    },
  },
});

/** Null where nothing here understands the language, the recording is gone, or it has its words. */
async function transcribe(
  { config, service, engine }: WorkerDeps,
  { videoId, again = false }: Payload,
  signal: AbortSignal | undefined,
): Promise<Transcription | null> {
  const [upload] = await service.asService(
    (sql) => sql<{ id: string; language: string | null }>`
      select u.id, v."languageCode" as language
      from private.upload u join public."Video" v on v.id = u."videoId"
      where u."videoId" = ${videoId} and (${again} or not exists (
        select from public."VideoTranscript" t where t."videoId" = u."videoId"))`,
  );
  if (engine === null || upload === undefined || !understands(engine, upload.language)) return null;
  const { original, work } = videoFiles(config.dataDir);
  await mkdir(work, { recursive: true });
  const { id, language } = upload;
  return engine.transcribe({ media: original(id), language, workDir: work, signal });
}

async function keep(
  { service, engine }: WorkerDeps,
  { videoId, again }: Payload,
  { cues, language }: Transcription,
) {
  const source = engine?.name ?? '';
  await service.asService((sql) =>
    storeCaptions(sql, { videoId, cues, language, source }, { asked: again }),
  );
}

async function isDone({ service }: WorkerDeps, { videoId }: Payload): Promise<void> {
  await service.asService(
    (sql) => sql`update public."Video" set "transcriptPending" = false where id = ${videoId}`,
  );
}
