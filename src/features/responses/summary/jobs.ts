import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Config } from '../../../config.ts';
import type { Jobs } from '../../../worker/deps.ts';
import type { Cue } from '../../transcripts/webvtt.ts';
import { askSummary } from './ask-summary.ts';
import { extractSummary } from './extract.ts';
import { type Line, linesOf } from './lines.ts';

const Payload = Type.Object({
  /** Of a Video, whose story or topic video it sums up, or of a TopicVideo that has no Video. */
  videoId: Type.String({ format: 'uuid' }),
  /** A person asked: also where the summary was emptied. */
  asked: Type.Boolean(),
});

/** Sums up what was said, unless a person has. */
export const summariesJobs: Jobs = ({ service, config }) => ({
  tasks: {
    'summaries.make': async (payload, { abortSignal }) => {
      const { videoId, asked } = Value.Parse(Payload, payload);
      const [said] = await service.asService(
        (sql) => sql<{ cues: Cue[]; language: string | null }>`
          select cues, language from api.transcript where "videoId" = ${videoId}`,
      );
      const lines = said ? linesOf(said.cues, said.language) : [];
      const made = await summarise(config, lines, abortSignal);
      if (made.lines.length === 0) return;
      const text = made.lines.map((line) => line.text).join(' ');
      await service.asService(
        (sql) => sql`
          select private.write_summary(${videoId}, ${text}, ${JSON.stringify(made.lines)}::jsonb,
            ${made.by}, ${asked})`,
      );
    },
  },
});

/** By the service that is set; without one, by picking sentences here. */
async function summarise(
  { summaryUrl: url, summaryKey: key, summaryModel: model }: Config,
  lines: Line[],
  signal: AbortSignal | undefined,
): Promise<{ lines: Line[]; by: string }> {
  if (url === null || lines.length === 0) return { lines: extractSummary(lines), by: 'extract' };
  return { lines: await askSummary({ url, key, model }, lines, signal), by: model };
}
