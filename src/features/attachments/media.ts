import staticFiles from '@fastify/static';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Deps } from '../../server/deps.ts';
import { one, ProblemError } from '../../server/errors.ts';
import { saveAs } from '../../server/save-as.ts';
import { videoFiles } from '../videos/files.ts';
import { refuseStrangers } from '../videos/media.ts';
import { readMediaToken } from '../videos/media-address.ts';
import { kindOf } from './files/kinds.ts';
import { attachmentPlaces, avatarName, shownFiles } from './places.ts';

interface Row {
  fileType: string | null;
  fileName: string | null;
  title: string | null;
}

/** What we made ourselves, by its name. */
const madeHere: Record<string, string> = {
  [shownFiles.thumb]: 'image/webp',
  [shownFiles.view]: 'image/jpeg',
  [shownFiles.listen]: 'audio/mp4',
};

/** Wherever a stranger's file is opened, it runs nothing and asks for nothing. */
const harmless = "default-src 'none'; img-src 'self'; media-src 'self'; sandbox";

/**
 * The files of attachments, at signed addresses of one session, and avatars, which are public.
 * The database is asked each time whether the caller may read the row; everything else is 404.
 */
export function attachmentMedia(deps: Deps): FastifyPluginAsyncTypebox {
  const places = attachmentPlaces(deps.config.dataDir);
  const { originals } = videoFiles(deps.config.dataDir);
  const plain = { cacheControl: false, contentType: false };

  const readRow = (request: FastifyRequest, id: string) =>
    request.asUser(async (sql) =>
      one(
        await sql<Row>`
          select "fileType", "fileName", title from api.attachment where id = ${id} and state = 'ready'`,
      ),
    );

  async function original(request: FastifyRequest, reply: FastifyReply, id: string) {
    const upload = one(
      await request.asUser(
        (sql) => sql<{ id: string }>`
          select id from api.my_attachment_upload(${id}) where "completedAt" is not null`,
      ),
    );
    return reply.sendFile(upload.id, originals, plain);
  }

  return async (app) => {
    await app.register(staticFiles, { root: deps.config.dataDir, serve: false });
    const schema = {
      hide: true,
      params: Type.Object({ token: Type.String(), name: Type.String() }),
      querystring: Type.Object({ download: Type.Optional(Type.String()) }),
    };
    app.get('/attachments/:token/:name', { schema }, async (request, reply) => {
      const { token, name } = request.params;
      const id = readMediaToken(deps.secret, token, request.sessionToken);
      const made = madeHere[name];
      const asItCame = name === shownFiles.document || name === 'original';
      if (id === null || !(made || asItCame)) throw new ProblemError('not-found');
      const row = await readRow(request, id);
      const type = made ?? kindOf(row.fileType)?.type ?? 'application/octet-stream';
      reply
        .type(type === 'text/plain' ? 'text/plain; charset=utf-8' : type)
        .header('content-security-policy', harmless)
        .header('cache-control', 'private, max-age=3600');
      if (asItCame || request.query.download !== undefined) {
        reply.header('content-disposition', keptAs(row, type));
      }
      if (name === 'original') return original(request, reply, id);
      return reply.sendFile(name, places.shown(id), plain);
    });

    app.get('/avatars/*', { schema: { hide: true } }, async (request, reply) => {
      const { '*': name = '' } = request.params as { '*'?: string };
      if (!avatarName.test(name)) throw new ProblemError('not-found');
      reply
        .type('image/webp')
        .header('content-security-policy', harmless)
        .header('cache-control', 'public, max-age=31536000, immutable');
      return reply.sendFile(name, places.avatars, plain);
    });
    refuseStrangers(app);
  };
}

/** A name for the file on the other side, its ending by what it is. */
function keptAs({ title, fileName }: Row, type: string): string {
  const stem = title || fileName?.replace(/\.[^.]*$/, '') || 'file';
  return saveAs(stem, kindOf(type)?.extension ?? 'bin');
}
