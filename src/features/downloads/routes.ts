import { Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { one, ProblemError } from '../../server/errors.ts';
import {
  IdParams,
  Nothing,
  PageOf,
  PageQuery,
  page,
  readCursor,
  Uuid,
  When,
} from '../../server/schemas.ts';
import { createSigner } from '../videos/media-address.ts';
import { muxAddresses } from '../videos/mux/addresses.ts';
import { addressOf } from './address.ts';
import {
  Download,
  type DownloadRow,
  isWatchable,
  Quality,
  readDownload,
  toDownload,
} from './download.ts';

const pageSize = 30;
const Wanted = Type.Object({
  videoId: Type.Optional(Uuid),
  topicVideoId: Type.Optional(Uuid),
  quality: Quality,
});
const Which = Type.Object({
  ...PageQuery.properties,
  videoId: Type.Optional(Uuid),
  topicVideoId: Type.Optional(Uuid),
});
const Address = Type.Object({ url: Type.String(), expiresAt: When });

/** Copies to keep: asked for, made ready in the background, and fetched by signed addresses. */
export const downloadsRoutes: Feature =
  ({ config, secret }) =>
  async (app) => {
    const mux = muxAddresses(config);
    const signer = (token: string | null, root?: string) => createSigner(secret, token ?? '', root);

    app.post(
      '/downloads',
      {
        schema: {
          summary: 'Ask for a copy of a recording or of a topic video',
          description:
            'The same again gives the same; anew where it failed or is over. 409: it cannot be watched yet. 403: the original is for managers.',
          body: Wanted,
          response: { 201: Download },
        },
      },
      async (request, reply) => {
        const { videoId = null, topicVideoId = null, quality } = request.body;
        if ((videoId === null) === (topicVideoId === null)) {
          const message = 'give either this or topicVideoId';
          throw new ProblemError('invalid', { errors: [{ field: 'videoId', message }] });
        }
        const row = await request.asUser(async (sql) => {
          const { id } = one(
            await sql<{ id: string }>`
              select api.request_download(${videoId}, ${topicVideoId}, ${quality}) as id`,
          );
          return readDownload(sql, id);
        });
        return reply.status(201).send(toDownload(row, signer(request.sessionToken)));
      },
    );

    app.get(
      '/downloads',
      {
        schema: {
          summary: "The caller's copies, the latest asked for first; of one recording, or of all",
          querystring: Which,
          response: { 200: PageOf(Download) },
        },
      },
      async (request) => {
        const { cursor, videoId = null, topicVideoId = null } = request.query;
        const { at, id } = readCursor(cursor) ?? { at: null, id: null };
        const rows = await request.asUser(
          (sql) => sql<DownloadRow & { at: string }>`
            select * from api.download
            where (${topicVideoId}::uuid is null or "topicVideoId" = ${topicVideoId})
              and (${videoId}::uuid is null or ("videoId" = ${videoId} and "topicVideoId" is null))
              and (${at}::timestamptz is null
                or ("requestedAt", id) < (${at}::timestamptz, ${id}::uuid))
            order by "requestedAt" desc, id desc limit ${pageSize + 1}`,
        );
        const sign = signer(request.sessionToken);
        const { items, nextCursor } = page(rows, pageSize);
        return { items: items.map((row) => toDownload(row, sign)), nextCursor };
      },
    );

    app.get(
      '/downloads/:id',
      {
        schema: { summary: 'How a copy stands', params: IdParams, response: { 200: Download } },
      },
      async (request) => {
        const row = await request.asUser((sql) => readDownload(sql, request.params.id));
        return toDownload(row, signer(request.sessionToken));
      },
    );

    app.get(
      '/downloads/:id/address',
      {
        schema: {
          summary: 'Where a copy that is ready can be fetched for a while',
          problems: ['wrong-state'],
          description:
            'A signed address, good for this session until expiresAt, in parts (Range) too; it may lead on to a video host (302), each time anew. 409: it is not ready, or over. 404: also when the caller may no longer watch the recording.',
          params: IdParams,
          response: { 200: Address },
        },
      },
      async (request) => {
        const row = await request.asUser((sql) => readDownload(sql, request.params.id));
        if (!isWatchable(row)) throw new ProblemError('not-found');
        return addressOf(row, { sign: signer(request.sessionToken, '/media/downloads'), mux });
      },
    );

    app.delete(
      '/downloads/:id',
      {
        schema: {
          summary: 'Take a copy off the list; what was fetched of it stays where it is',
          params: IdParams,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        await request.asUser(async (sql) =>
          one(
            await sql`
              with video as (delete from public."VideoDownload" where id = ${id} returning id),
                topic as (delete from public."TopicVideoDownload" where id = ${id} returning id)
              select id from video union all select id from topic`,
          ),
        );
        return reply.status(204).send(null);
      },
    );
  };
