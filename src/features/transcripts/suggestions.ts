import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { one, ProblemError } from '../../server/errors.ts';
import { IdParams, Nothing, Nullable, Uuid, When } from '../../server/schemas.ts';
import { readTranscript, writeTranscript } from './transcript.ts';

const words = (minLength: number) => Type.String({ minLength, maxLength: 2000 });
const New = Type.Object({
  start: Type.Number({ minimum: 0, description: "The cue's, in seconds." }),
  was: words(0),
  suggested: words(1),
});
const Suggestion = Type.Object({
  id: Uuid,
  ...New.properties,
  status: Type.Enum(['PENDING', 'ACCEPTED', 'DECLINED']),
  createdAt: When,
  suggestedBy: Nullable(Type.String({ description: 'Their name.' })),
  mine: Type.Boolean(),
});
interface Row extends Omit<Static<typeof Suggestion>, 'createdAt'> {
  createdAt: Date;
}
const Params = Type.Object({ id: Uuid, suggestionId: Uuid });

/** Corrections by those who listen: they see their own, managers see and settle all of theirs. */
export const suggestionsRoutes: Feature = () => async (app) => {
  app.get(
    '/transcripts/:id/suggestions',
    {
      schema: {
        summary: 'Corrections that were suggested, newest first',
        params: IdParams,
        response: { 200: Type.Object({ items: Type.Array(Suggestion) }) },
      },
    },
    async (request) => {
      const rows = await request.asUser(async (sql) => {
        await readTranscript(sql, request.params.id);
        return sql<Row>`
          select id, start, was, suggested, status, "createdAt", "suggestedBy", mine
          from api.transcript_suggestion where "videoId" = ${request.params.id}
          order by status <> 'PENDING', "createdAt" desc, id limit 200`;
      });
      return { items: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) };
    },
  );

  app.post(
    '/transcripts/:id/suggestions',
    {
      schema: {
        summary: 'Suggest other words for one cue',
        problems: ['changed-meanwhile'],
        params: IdParams,
        body: New,
        response: { 201: Type.Object({ id: Uuid }) },
      },
    },
    async (request, reply) => {
      const { start, was, suggested } = request.body;
      const made = await request.asUser(async (sql) => {
        const { cues } = await readTranscript(sql, request.params.id);
        if (!cues.some((cue) => cue.start === start && cue.text === was)) {
          throw new ProblemError('changed-meanwhile');
        }
        return one(
          await sql<{ id: string }>`
            insert into public."TranscriptSuggestion"
              ("videoTranscriptId", "topicVideoTranscriptId", "start", "was", "suggested")
            select "videoTranscriptId", "topicVideoTranscriptId", ${start}, ${was}, ${suggested}
            from api.transcript where "videoId" = ${request.params.id} returning id`,
        );
      });
      return reply.status(201).send(made);
    },
  );

  app.post(
    '/transcripts/:id/suggestions/:suggestionId/accept',
    {
      schema: {
        summary: 'Take a correction over',
        problems: ['changed-meanwhile'],
        description: '412 when the words it speaks of are no longer there.',
        params: Params,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { id, suggestionId } = request.params;
      await request.asUser(async (sql) => {
        const { start, was, suggested } = await settle(sql, id, suggestionId, 'ACCEPTED');
        const now = await readTranscript(sql, id);
        const at = now.cues.findIndex((cue) => cue.start === start && cue.text === was);
        if (at < 0) throw new ProblemError('changed-meanwhile');
        const cues = now.cues.map((cue, i) => (i === at ? { ...cue, text: suggested } : cue));
        await writeTranscript(sql, now, now.version, { ...now, cues, source: 'person' });
      });
      return reply.status(204).send(null);
    },
  );

  app.post(
    '/transcripts/:id/suggestions/:suggestionId/decline',
    {
      schema: {
        summary: 'Leave the words as they are',
        params: Params,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { id, suggestionId } = request.params;
      await request.asUser((sql) => settle(sql, id, suggestionId, 'DECLINED'));
      return reply.status(204).send(null);
    },
  );

  app.delete(
    '/transcripts/:id/suggestions/:suggestionId',
    {
      schema: {
        summary: "Take one's own suggestion back, while nobody has settled it",
        params: Params,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { id, suggestionId } = request.params;
      await request.asUser(async (sql) => {
        await readSuggestion(sql, id, suggestionId);
        const gone = await sql`
          delete from public."TranscriptSuggestion" where id = ${suggestionId} returning id`;
        if (gone.length === 0) throw new ProblemError('not-allowed');
      });
      return reply.status(204).send(null);
    },
  );
};

const readSuggestion = async (sql: Sql, videoId: string, id: string) =>
  one(
    await sql<Row>`
      select * from api.transcript_suggestion where id = ${id} and "videoId" = ${videoId}`,
  );

async function settle(sql: Sql, videoId: string, id: string, status: Row['status']): Promise<Row> {
  const suggestion = await readSuggestion(sql, videoId, id);
  const settled = await sql`
    update public."TranscriptSuggestion" set status = ${status} where id = ${id} returning id`;
  if (settled.length === 0) throw new ProblemError('not-allowed');
  return suggestion;
}
