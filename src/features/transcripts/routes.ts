import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { ProblemError } from '../../server/errors.ts';
import { IdParams, Nothing, Nullable, Uuid } from '../../server/schemas.ts';
import { exportCaptions, exportFormats, exportTypes } from './export-captions.ts';
import { IfMatch, sendTranscript, versionOf } from './if-match.ts';
import { CaptionsError, MAX_FILE_BYTES, readCaptions } from './read-captions.ts';
import { suggestionsRoutes } from './suggestions.ts';
import { Cues, Language, readTranscript, TranscriptState, writeTranscript } from './transcript.ts';
import { versionsRoutes } from './versions.ts';

/** Twenty thousand cues with their times are larger than other requests. */
const MAX_BODY = 6_000_000;

const Change = Type.Object({
  cues: Cues,
  text: Type.Optional(
    Type.String({ maxLength: 1_000_000, description: 'The words, where there are no cues.' }),
  ),
  language: Nullable(Language),
  isChecked: Type.Boolean(),
  editSession: Type.Optional(
    Type.String({ format: 'uuid', description: 'Saves in a row with the same are one version.' }),
  ),
});

/** What is said in recordings and topic videos: reading it, mending it, taking it along. */
export const transcriptsRoutes: Feature = (deps) => async (app) => {
  await app.register(versionsRoutes(deps));
  await app.register(suggestionsRoutes(deps));

  app.get(
    '/transcripts/:id',
    {
      schema: {
        summary: 'What is said in a recording or topic video',
        params: IdParams,
        response: { 200: TranscriptState },
      },
    },
    async (request, reply) => {
      const state = await request.asUser((sql) => readTranscript(sql, request.params.id));
      return sendTranscript(reply, state);
    },
  );

  app.put(
    '/transcripts/:id',
    {
      bodyLimit: MAX_BODY,
      schema: {
        summary: 'Write the words of a recording',
        problems: ['changed-meanwhile'],
        description: '412 when somebody else changed them since the version in If-Match.',
        params: IdParams,
        headers: IfMatch,
        body: Change,
        response: { 200: TranscriptState },
      },
    },
    async (request, reply) => {
      const { text = '', ...words } = request.body;
      const state = await request.asUser(async (sql) => {
        const now = await readTranscript(sql, request.params.id);
        const expected = versionOf(request);
        return writeTranscript(sql, now, expected, { ...words, text, source: 'person' });
      });
      return sendTranscript(reply, state);
    },
  );

  app.get(
    '/transcripts/:id/export/:format',
    {
      schema: {
        summary: 'The words as a file: WebVTT, SubRip or plain text',
        params: Type.Object({ id: Uuid, format: Type.Enum(exportFormats) }),
        produces: Object.values(exportTypes),
        response: { 200: Type.String() },
      },
    },
    async (request, reply) => {
      const { id, format } = request.params;
      const state = await request.asUser((sql) => readTranscript(sql, id));
      if (state.version === 0) throw new ProblemError('not-found');
      const { text, type } = exportCaptions(format, state);
      return reply
        .type(type)
        .header('content-disposition', `attachment; filename="words.${format}"`)
        .send(text);
    },
  );

  app.post(
    '/transcripts/:id/listen',
    {
      schema: {
        summary: 'Have the machine listen once more',
        description: 'What is written now stays among the versions.',
        params: IdParams,
        body: Type.Object({ language: Nullable(Language) }),
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      if (deps.transcriber === null) throw new ProblemError('wrong-state');
      const { id } = request.params;
      await request.asUser(async (sql) => {
        await readTranscript(sql, id);
        const [asked] = await sql<{ done: boolean }>`
          select api.transcribe_again(${id}, ${request.body.language}) as done`;
        if (!asked?.done) throw new ProblemError('not-allowed');
      });
      return reply.status(204).send(null);
    },
  );

  app.post(
    '/transcripts/:id/summary',
    {
      schema: {
        summary: 'Have a summary made',
        description: 'One that a person wrote stays as it is.',
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await request.asUser(async (sql) => {
        const { canManage, version } = await readTranscript(sql, id);
        const [asked] = await sql<{
          done: boolean;
        }>`select api.request_summary(${id}, true) as done`;
        if (!asked?.done)
          throw new ProblemError(canManage && version === 0 ? 'wrong-state' : 'not-allowed');
      });
      return reply.status(204).send(null);
    },
  );

  await app.register(importRoute);
};

/** In a scope of its own: here a body is a file, whatever its type. */
const importRoute: ReturnType<Feature> = async (app) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    '*',
    { parseAs: 'buffer', bodyLimit: MAX_FILE_BYTES + 1 },
    (_request: FastifyRequest, body: Buffer, done: (error: null, body: Buffer) => void) =>
      done(null, body),
  );
  app.post(
    '/transcripts/:id/import',
    {
      bodyLimit: MAX_FILE_BYTES + 1,
      schema: {
        summary: 'Take the words from a WebVTT or SubRip file',
        problems: ['changed-meanwhile'],
        description: 'The body is the file. What is written now stays among the versions.',
        consumes: ['*/*'],
        params: IdParams,
        headers: IfMatch,
        querystring: Type.Object({ language: Type.Optional(Language) }),
        response: { 200: TranscriptState },
      },
    },
    async (request, reply) => {
      const cues = readFile(request.body);
      const state = await request.asUser(async (sql) => {
        const now = await readTranscript(sql, request.params.id);
        const language = request.query.language ?? now.language;
        const words = { cues, text: '', language, source: 'file', isChecked: false };
        return writeTranscript(sql, now, versionOf(request), words);
      });
      return sendTranscript(reply, state);
    },
  );
};

function readFile(body: unknown) {
  try {
    return readCaptions(Buffer.isBuffer(body) ? body : new Uint8Array());
  } catch (error) {
    if (!(error instanceof CaptionsError)) throw error;
    const field = error.line === null ? 'file' : `line ${error.line}`;
    throw new ProblemError('invalid', { errors: [{ field, message: error.message }] });
  }
}
