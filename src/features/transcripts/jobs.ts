import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Jobs, WorkerDeps } from '../../worker/deps.ts';
import { videoFiles } from '../videos/files.ts';
import { SOUND_FILE } from '../videos/local-host/sound.ts';
import { isThere } from '../videos/local-host/staging.ts';
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
  const [video] = await service.asService(
    (sql) => sql<{ uploadId: string | null; language: string | null }>`
      select u.id as "uploadId", v."languageCode" as language
      from public."Video" v left join private.upload u on u."videoId" = v.id
      where v.id = ${videoId} and (${again} or not exists (
        select from public."VideoTranscript" t where t."videoId" = v.id))`,
  );
  if (engine === null || video === undefined || !understands(engine, video.language)) return null;
  const { original, playable, work } = videoFiles(config.dataDir);
  // a part of a recording has no original of its own: its sound is what was made of it
  const media =
    video.uploadId === null ? join(playable(videoId), SOUND_FILE) : original(video.uploadId);
  if (!(await isThere(media))) return null;
  await mkdir(work, { recursive: true });
  return engine.transcribe({ media, language: video.language, workDir: work, signal });
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
