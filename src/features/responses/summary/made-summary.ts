import { type Static, Type } from 'typebox';
import type { Sql } from '../../../../db/session.ts';
import { one } from '../../../server/errors.ts';

/** Who made a summary, and where its sentences come from. */
export const MadeSummary = Type.Object({
  summaryByMachine: Type.Boolean({ description: 'No person has written or changed the summary.' }),
  summaryLinks: Type.Array(
    Type.Object({ text: Type.String(), start: Type.Number({ description: 'Seconds.' }) }),
    { description: 'Sentences of the summary, and where in the recording they come from.' },
  ),
});

/** Of a story or a topic video that the caller may read; 404 otherwise. */
export const readMadeSummary = async (sql: Sql, id: string) =>
  one(
    await sql<Static<typeof MadeSummary>>`
      select coalesce("summarySource" <> 'person', false) as "summaryByMachine",
        coalesce("summaryLinks", '[]') as "summaryLinks"
      from (
        select id, "summarySource", "summaryLinks" from public."PromptResponse"
        union all select id, "summarySource", "summaryLinks" from public."TopicVideo"
      ) of where id = ${id}`,
  );
