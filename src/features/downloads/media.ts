import { join } from 'node:path';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Deps } from '../../server/deps.ts';
import { one, ProblemError } from '../../server/errors.ts';
import { saveAs } from '../../server/save-as.ts';
import { videoFiles } from '../videos/files.ts';
import { refuseStrangers } from '../videos/media.ts';
import { readMediaToken } from '../videos/media-address.ts';
import { originalKind, typeOfEnding } from '../videos/media-types.ts';
import { sendFile } from '../videos/send-file.ts';
import { isFetchable, isHere } from './address.ts';
import { type DownloadRow, isWatchable, readDownload, stemOf } from './download.ts';

/** The names that the local host gives to files for keeping. */
const kept = /^[a-z0-9_-]{1,60}\.(mp4|m4a|webm)$/;

interface KeptFile {
  path: string;
  type: string;
  extension: string;
}

/**
 * The copies that lie here, at signed addresses of one session. The database is asked whether the
 * caller may still watch the recording: for each request, and again and again while a long one is
 * sent. Everything else is 404.
 */
export function downloadMedia({ config, secret, service }: Deps): FastifyPluginAsyncTypebox {
  const files = videoFiles(config.dataDir);

  /** What the caller may keep of this row at this moment. */
  async function find(sql: Sql, id: string): Promise<{ row: DownloadRow; file: KeptFile }> {
    const row = await readDownload(sql, id);
    if (!isWatchable(row) || !isHere(row)) throw new ProblemError('not-found');
    return { row, file: row.quality === 'original' ? await original(sql, row) : made(row) };
  }

  async function original(sql: Sql, { videoId }: DownloadRow): Promise<KeptFile> {
    const upload = one(
      await sql<{ id: string; contentType: string }>`
        select id, "contentType" from api.my_upload(${videoId}) where "completedAt" is not null`,
    );
    return { path: files.original(upload.id), ...originalKind(upload.contentType) };
  }

  function made({ videoId, file }: DownloadRow): KeptFile {
    const extension = kept.exec(file ?? '')?.[1];
    if (file === null || videoId === null || extension === undefined) {
      throw new ProblemError('not-found');
    }
    const path = join(files.playable(videoId), file);
    return { path, type: typeOfEnding(extension), extension };
  }

  const noteEnd = (request: FastifyRequest, id: string) => {
    service
      .asService((sql) => sql`select private.note_downloaded(${id})`)
      .catch((err: unknown) => request.log.error({ err }, 'A download was not noted.'));
  };

  return async (app) => {
    app.route({
      method: ['GET', 'HEAD'],
      url: '/downloads/:token',
      schema: { hide: true, params: Type.Object({ token: Type.String() }) },
      handler: async (request, reply) => {
        const id = readMediaToken(secret, request.params.token, request.sessionToken);
        if (id === null) throw new ProblemError('not-found');
        const look = () => request.asUser((sql) => find(sql, id));
        const { row, file } = await look();
        if (!isFetchable(row)) throw new ProblemError('not-found');
        reply
          .type(file.type)
          .header('content-disposition', saveAs(stemOf(row), file.extension))
          .header('cache-control', 'private, no-cache');
        // what has begun may come to its end when its week is over meanwhile
        const sending = { mayGoOn: look, onEnd: () => noteEnd(request, id) };
        return sendFile(request, reply, file.path, sending);
      },
    });
    refuseStrangers(app);
  };
}
