import { mkdir } from 'node:fs/promises';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Jobs } from '../../worker/deps.ts';
import { videoFiles } from '../videos/files.ts';

const Payload = Type.Object({ videoId: Type.String({ format: 'uuid' }) });

/** Writes down what was said, where an engine is installed and nobody has done it yet. */
export const transcriptsJobs: Jobs = ({ config, service, engine }) => ({
  tasks: {
    'transcripts.make': async (payload, { abortSignal }) => {
      if (engine === null) return;
      const { videoId } = Value.Parse(Payload, payload);
      const [upload] = await service.asService(
        (sql) => sql<{ id: string }>`
          select u.id from private.upload u
          where u."videoId" = ${videoId}
            and not exists (select from public."VideoTranscript" t where t."videoId" = u."videoId")`,
      );
      if (upload === undefined) return;
      const { original, work } = videoFiles(config.dataDir);
      await mkdir(work, { recursive: true });
      const { text, language, cues } = await engine.transcribe({
        media: original(upload.id),
        workDir: work,
        signal: abortSignal,
      });
      if (text === '') return;
      await service.asService(async (sql) => {
        await sql`
          insert into public."VideoTranscript" ("videoId", transcript, cues, source, type, language, name)
          select id, ${text}, ${JSON.stringify(cues)}, ${engine.name}, 'captions', ${language}, 'Captions'
          from public."Video" where id = ${videoId}
          on conflict ("videoId") do nothing`;
        await sql`
          update public."Video" set "languageCode" = coalesce("languageCode", ${language}) where id = ${videoId}`;
      });
    },
  },
});
