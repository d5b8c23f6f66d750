import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Deps } from '../../server/deps.ts';
import { ProblemError } from '../../server/errors.ts';
import { fileStem, saveAs } from '../../server/save-as.ts';
import { videoFiles } from '../videos/files.ts';
import { refuseStrangers } from '../videos/media.ts';
import { createSigner, readMediaToken } from '../videos/media-address.ts';
import { muxAddresses } from '../videos/mux/addresses.ts';
import { sendFile } from '../videos/send-file.ts';
import { isFetchable } from './address.ts';
import { type DownloadRow, isWatchable, readDownload, stemOf } from './download.ts';
import { fileHere } from './file-here.ts';

/**
 * The copies, at signed addresses of one session. The database is asked whether the caller may still
 * watch the recording: for each request, and again and again while a long one is sent. What a video
 * host has is fetched from there, by an address that each request here is given anew. Everything
 * else is 404.
 */
export function downloadMedia({ config, secret, service }: Deps): FastifyPluginAsyncTypebox {
  const files = videoFiles(config.dataDir);
  const mux = muxAddresses(config);

  /** What the caller may keep of this row at this moment. */
  const find = (request: FastifyRequest, id: string) =>
    request.asUser(async (sql) => {
      const row = await readDownload(sql, id);
      if (!isWatchable(row)) throw new ProblemError('not-found');
      return { row, file: await fileHere(sql, files, row) };
    });

  const noteEnd = (request: FastifyRequest, id: string) =>
    service
      .asService((sql) => sql`select private.note_downloaded(${id})`)
      .catch((err: unknown) => request.log.error({ err }, 'A download was not noted.'));

  async function addressAtHost(request: FastifyRequest, row: DownloadRow): Promise<string> {
    const { id, file, muxPlaybackId } = row;
    if (mux === null || muxPlaybackId === null || file === null) {
      throw new ProblemError('unavailable');
    }
    const { expiresAt } = createSigner(secret, request.sessionToken ?? '')(id);
    return mux.file(muxPlaybackId, file, fileStem(stemOf(row)), expiresAt);
  }

  return async (app) => {
    app.route({
      method: ['GET', 'HEAD'],
      url: '/downloads/:token',
      schema: { hide: true, params: Type.Object({ token: Type.String() }) },
      handler: async (request, reply) => {
        const id = readMediaToken(secret, request.params.token, request.sessionToken);
        if (id === null) throw new ProblemError('not-found');
        const { row, file } = await find(request, id);
        if (!isFetchable(row)) throw new ProblemError('not-found');
        reply.header('cache-control', 'private, no-cache');
        if (file === null) {
          const url = await addressAtHost(request, row);
          if (goesToTheEnd(request, row)) await noteEnd(request, id);
          return reply.redirect(url);
        }
        reply.type(file.type).header('content-disposition', saveAs(stemOf(row), file.extension));
        // what has begun may come to its end when its week is over meanwhile
        const sending = { mayGoOn: () => find(request, id), onEnd: () => noteEnd(request, id) };
        return sendFile(request, reply, file.path, sending);
      },
    });
    refuseStrangers(app);
  };
}

/** Whether somebody who is let through fetches the file's last byte. */
function goesToTheEnd({ method, headers }: FastifyRequest, { bytes }: DownloadRow): boolean {
  const last = /^bytes=\d+-(\d+)$/.exec(headers.range ?? '')?.[1];
  return (
    method === 'GET' &&
    (last === undefined || (bytes !== null && Number(last) + 1 >= Number(bytes)))
  );
}
