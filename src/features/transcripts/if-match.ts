import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { TranscriptState } from './transcript.ts';

/** Whoever writes says what they began with, so that nobody writes over another's words. */
export const IfMatch = Type.Object({
  'if-match': Type.String({ pattern: '^"\\d{1,9}"$', description: 'The version begun with.' }),
});

/** The version in an If-Match header. */
export const versionOf = (request: { headers: { 'if-match': string } }): number =>
  Number(request.headers['if-match'].slice(1, -1));

export const sendTranscript = (reply: FastifyReply, state: TranscriptState) =>
  reply.header('etag', `"${state.version}"`).send(state);
