import { join } from 'node:path';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Deps } from '../../server/deps.ts';
import { one, ProblemError } from '../../server/errors.ts';
import { type Cue, toWebVtt } from '../transcripts/webvtt.ts';
import { videoFiles } from './files.ts';
import { readMediaToken } from './media-address.ts';
import { originalKind, typeOfEnding } from './media-types.ts';
import { muxAddresses } from './mux/addresses.ts';
import { muxPicture } from './mux/picture.ts';
import { sendFile } from './send-file.ts';

const Params = Type.Object({ token: Type.String(), '*': Type.String() });

/** What a player may ask for of a recording's folder: names that the local host gives. */
const playable = /^(?:[a-z0-9-]{1,40}\/)?[a-z0-9_-]{1,60}\.(m3u8|m4s|mp4|m4a|webm|jpg|vtt)$/i;

/**
 * Playlists grow as qualities come, and a poster may be replaced by a larger one; all else is made
 * once under its name. Private throughout: an address is good for one session.
 */
const cacheControl = (ending: string) => {
  if (ending === 'm3u8') return 'private, no-cache';
  return ending === 'jpg' ? 'private, max-age=3600' : 'private, max-age=3600, immutable';
};

/** How long an answer of the database about one address is believed. Playlists always ask. */
const trustMs = 5000;

/**
 * The recordings' files. Each address is signed, tied to its session, and expires; beyond that
 * the database is asked whether the caller may still read the row. Everything else is 404.
 */
export function mediaRoutes(deps: Deps): FastifyPluginAsyncTypebox {
  const files = videoFiles(deps.config.dataDir);
  const mux = muxAddresses(deps.config);
  const trusted = new Map<string, number>();

  async function mayRead(request: FastifyRequest, videoId: string, afresh: boolean) {
    const key = `${videoId} ${request.sessionToken}`;
    if (!afresh && (trusted.get(key) ?? 0) > Date.now()) return;
    trusted.delete(key);
    await request.asUser(async (sql) =>
      one(await sql`select id from public."Video" where id = ${videoId}`),
    );
    if (trusted.size > 10_000) trusted.clear();
    trusted.set(key, Date.now() + trustMs);
  }

  async function captions(request: FastifyRequest, reply: FastifyReply, videoId: string) {
    const rows = await request.asUser(
      (sql) => sql<{ cues: Cue[]; language: string | null }>`
        select coalesce(cues, '[]') as cues, language from public."VideoTranscript"
        where "videoId" = ${videoId}`,
    );
    const { cues, language } = one(rows);
    return reply
      .type('text/vtt; charset=utf-8')
      .header('cache-control', 'private, no-cache')
      .send(toWebVtt(cues, { language: language ?? 'und' }));
  }

  async function original(request: FastifyRequest, reply: FastifyReply, videoId: string) {
    const upload = one(
      await request.asUser(
        (sql) => sql<{ id: string; contentType: string }>`
          select id, "contentType" from api.my_upload(${videoId}) where "completedAt" is not null`,
      ),
    );
    reply.type(originalKind(upload.contentType).type).header('content-disposition', 'attachment');
    return sendFile(request, reply, files.original(upload.id));
  }

  return async (app) => {
    app.route({
      method: ['GET', 'HEAD'],
      url: '/:token/*',
      schema: { hide: true, params: Params },
      handler: async (request, reply) => {
        const { token, '*': name } = request.params;
        const videoId = readMediaToken(deps.secret, token, request.sessionToken);
        if (videoId === null) throw new ProblemError('not-found');
        if (name === 'captions.vtt') return captions(request, reply, videoId);
        if (name === 'original') return original(request, reply, videoId);
        if (name === 'poster.jpg') {
          const elsewhere = await muxPicture(request, mux, videoId);
          if (elsewhere)
            return reply.header('cache-control', 'private, no-cache').redirect(elsewhere);
        }
        const ending = playable.exec(name)?.[1]?.toLowerCase();
        if (ending === undefined) throw new ProblemError('not-found');
        await mayRead(request, videoId, ending === 'm3u8');
        reply.type(typeOfEnding(ending)).header('cache-control', cacheControl(ending));
        return sendFile(request, reply, join(files.playable(videoId), name));
      },
    });
    refuseStrangers(app);
  };
}

/** Whatever keeps somebody from a file, they get 404, and no cache keeps that. */
export function refuseStrangers(app: FastifyInstance): void {
  app.addHook('onError', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  // A session that ended since is one more stranger here, not somebody to send to the sign-in.
  app.setErrorHandler((error) => {
    const ended = (error as { code?: string }).code === 'TL401';
    const problem = error instanceof ProblemError && error.problem.status < 500;
    throw ended || problem ? new ProblemError('not-found') : error;
  });
}
