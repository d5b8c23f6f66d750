import { type Static, Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';
import { IdParams, Nullable, Uuid, When } from '../../server/schemas.ts';
import { IfMatch, sendTranscript, versionOf } from './if-match.ts';
import { Cues, readTranscript, TranscriptState, writeTranscript } from './transcript.ts';
import type { Cue } from './webvtt.ts';

const VersionParams = Type.Object({ id: Uuid, versionId: Uuid });
const Version = Type.Object({
  id: Uuid,
  version: Type.Integer(),
  source: Nullable(Type.String()),
  isChecked: Type.Boolean(),
  language: Nullable(Type.String()),
  madeBy: Nullable(Type.String({ description: 'The name of the person; null for a machine.' })),
  updatedAt: When,
  beginning: Type.String({ description: 'Its first words.' }),
});

interface VersionRow {
  text: string | null;
  cues: Cue[];
  language: string | null;
  source: string | null;
  isChecked: boolean;
}

/** What a transcript was before, and bringing it back. */
export const versionsRoutes: Feature = () => async (app) => {
  app.get(
    '/transcripts/:id/versions',
    {
      schema: {
        summary: 'What the words of a recording were, newest first',
        params: IdParams,
        response: { 200: Type.Object({ items: Type.Array(Version) }) },
      },
    },
    async (request) => {
      const items = await request.asUser(async (sql) => {
        await readTranscript(sql, request.params.id);
        return sql<Omit<Static<typeof Version>, 'updatedAt'> & { updatedAt: Date }>`
          select id, version, source, "isChecked", language, "madeBy", "updatedAt",
            left(text, 200) as beginning
          from api.transcript_version where "videoId" = ${request.params.id}
          order by version desc limit 200`;
      });
      return { items: items.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() })) };
    },
  );

  app.get(
    '/transcripts/:id/versions/:versionId',
    {
      schema: {
        summary: 'One of them, in full',
        params: VersionParams,
        response: { 200: Type.Object({ text: Type.String(), cues: Cues }) },
      },
    },
    (request) =>
      request.asUser(async (sql) => {
        const { id, versionId } = request.params;
        return one(
          await sql<{ text: string; cues: Cue[] }>`
            select coalesce(text, '') as text, cues from api.transcript_version
            where id = ${versionId} and "videoId" = ${id}`,
        );
      }),
  );

  app.post(
    '/transcripts/:id/versions/:versionId/restore',
    {
      schema: {
        summary: 'Bring one of them back, as a new version',
        problems: ['changed-meanwhile'],
        params: VersionParams,
        headers: IfMatch,
        response: { 200: TranscriptState },
      },
    },
    async (request, reply) => {
      const { id, versionId } = request.params;
      const state = await request.asUser(async (sql) => {
        const now = await readTranscript(sql, id);
        const { text, ...old } = one(
          await sql<VersionRow>`
            select text, cues, language, source, "isChecked" from api.transcript_version
            where id = ${versionId} and "videoId" = ${id}`,
        );
        return writeTranscript(sql, now, versionOf(request), { ...old, text: text ?? '' });
      });
      return sendTranscript(reply, state);
    },
  );
};
