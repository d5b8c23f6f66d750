import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Server } from '@tus/server';
import { Type } from 'typebox';
import type { ServiceDatabase } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { one, toProblem } from '../../server/errors.ts';
import { Uuid } from '../../server/schemas.ts';
import { videoFiles } from '../videos/files.ts';
import { PromiseLocker } from './locker.ts';
import { DurableFileStore, openUpload } from './upload-store.ts';

export const uploadPath = '/api/v1/uploads';

export interface UploadOptions {
  dataDir: string;
  maxBytes: number;
  service: ServiceDatabase;
}

/** Uploads of originals by tus: https://tus.io/protocols/resumable-upload */
export interface Uploads {
  server: Server;
  /** Makes the empty upload, of so many bytes where they are known; repeating it does no harm. */
  open(id: string, size?: number): Promise<void>;
  /** Finishes an upload that arrived whole when nobody could be told; says whether it did. */
  finishIfWhole(id: string): Promise<boolean>;
  /** The same for all of them; says for how many. */
  finishForgotten(): Promise<number>;
}

export function createUploads({ dataDir, maxBytes, service }: UploadOptions): Uploads {
  const { originals } = videoFiles(dataDir);
  const store = new DurableFileStore({ directory: originals });

  const finish = async (id: string, size: number) => {
    // Each of the two knows its own uploads and leaves the others alone.
    await service.asService(
      (sql) => sql`select private.finish_upload(${id}, ${size}), private.finish_attachment(${id})`,
    );
  };
  const finishIfWhole = async (id: string) => {
    const upload = await store.configstore.get(id);
    if (upload?.size === undefined) return false;
    const { size } = await stat(join(originals, id));
    if (size !== upload.size) return false;
    await finish(id, size);
    return true;
  };
  const server = new Server({
    path: uploadPath,
    datastore: store,
    maxSize: maxBytes,
    relativeLocation: true,
    locker: new PromiseLocker(),
    onUploadFinish: async (_request, upload) => {
      await finish(upload.id, upload.offset);
      return {};
    },
    onResponseError: (_request, error) => {
      if ('status_code' in error) return undefined;
      // as everywhere: no word of what is inside
      const problem = toProblem(error);
      process.stderr.write(`upload: ${error.message}\n`);
      return { status_code: problem.status, body: problem.title };
    },
  });
  return {
    server,
    open: (id, size) => openUpload(store, id, size),
    finishIfWhole,
    finishForgotten: async () => {
      const rows = await service.asService(
        (sql) => sql<{ id: string }>`
          select id from private.upload where "completedAt" is null
          union all select id from private.attachment_upload where "completedAt" is null`,
      );
      let finished = 0;
      for (const { id } of rows) {
        if (await finishIfWhole(id)) finished += 1;
      }
      return finished;
    },
  };
}

/**
 * HEAD and PATCH of an upload, for the manager of its recording or attachment; 404 for everybody
 * else. The protocol itself is the library's. Uploads are made by POST /recordings and POST
 * /responses/{id}/attachments, and read by nobody here.
 */
export const uploadRoutes: Feature =
  ({ uploads }) =>
  async (app) => {
    // The library reads the body itself.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, _payload, done) => done(null));
    app.route({
      method: ['HEAD', 'PATCH'],
      url: '/uploads/:id',
      schema: {
        summary: 'A tus 1.0.0 upload',
        description: 'HEAD gives Upload-Offset; PATCH appends application/offset+octet-stream.',
        params: Type.Object({ id: Uuid }),
      },
      handler: async (request, reply) => {
        const { id } = request.params;
        const { completedAt } = one(
          await request.asUser(
            (sql) => sql<{ completedAt: Date | null }>`
              select "completedAt" from api.my_upload(${id})
              union all select "completedAt" from api.my_attachment_upload(${id})`,
          ),
        );
        if (completedAt === null && request.method === 'HEAD') await uploads.finishIfWhole(id);
        reply.hijack();
        await uploads.server.handle(request.raw, reply.raw);
      },
    });
  };
