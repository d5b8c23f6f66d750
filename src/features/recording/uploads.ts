import { ERRORS, Server } from '@tus/server';
import type { ServiceDatabase } from '../../../db/session.ts';
import { toProblem } from '../../server/errors.ts';
import { videoFiles } from '../videos/files.ts';
import { PromiseLocker } from './locker.ts';
import { DurableFileStore } from './upload-store.ts';

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
  /** How many bytes have arrived. */
  bytes(id: string): Promise<number>;
  /** Notes how much of the recording the bytes hold that have arrived. */
  noteSeconds(id: string, seconds: number): Promise<void>;
  /** Takes what has arrived for the whole, if it is still `bytes` long; says whether it was. */
  closeAt(id: string, bytes: number): Promise<boolean>;
  /** Finishes an upload that arrived whole when nobody could be told; says whether it did. */
  finishIfWhole(id: string): Promise<boolean>;
  /** The same for all of them; says for how many. */
  finishForgotten(): Promise<number>;
  /** Gives up what never came, or stopped coming a long time before `now`; says for how many. */
  sweep(now: Date): Promise<number>;
}

const DAY = 24 * 60 * 60 * 1000;
/** Long enough for a tablet that lies in a drawer over the summer. */
const KEEP_DAYS = 90;
const KEEP_EMPTY_DAYS = 7;

export function createUploads({ dataDir, maxBytes, service }: UploadOptions): Uploads {
  const store = new DurableFileStore(videoFiles(dataDir).originals);
  const locker = new PromiseLocker();
  /** Reading back a long recording takes a while; whoever asks meanwhile waits for the same. */
  const finishing = new Map<string, Promise<void>>();

  const sealAndTell = async (id: string) => {
    const { bytes, sha256 } = await store.seal(id);
    await service.asService(async (sql) => {
      await sql`update private.upload set sha256 = ${sha256} where id = ${id} and "completedAt" is null`;
      // Each of the two knows its own uploads and leaves the others alone.
      await sql`select private.finish_upload(${id}, ${bytes}), private.finish_attachment(${id})`;
    });
  };
  const finish = (id: string) => {
    const work = finishing.get(id) ?? sealAndTell(id).finally(() => finishing.delete(id));
    finishing.set(id, work);
    return work;
  };
  const finishIfWhole = async (id: string) => {
    const upload = await store.configstore.get(id);
    if (upload?.size === undefined || (await store.bytes(id)) !== upload.size) return false;
    await finish(id);
    return true;
  };
  const unfinished = () =>
    service.asService(
      (sql) => sql<{ id: string; createdAt: Date }>`
        select id, "createdAt" from private.upload where "completedAt" is null`,
    );
  const server = new Server({
    path: uploadPath,
    datastore: store,
    maxSize: maxBytes,
    relativeLocation: true,
    locker,
    onUploadFinish: async (_request, upload) => {
      await finish(upload.id);
      return {};
    },
    onResponseError: async (request, error) => {
      if (error === ERRORS.INVALID_OFFSET) {
        // so that the sender need not ask again
        const bytes = await store.bytes(request.url.split('/').at(-1) ?? '');
        request.runtime?.node?.res?.setHeader('Upload-Offset', String(bytes));
      }
      if ('status_code' in error) return undefined;
      // as everywhere: no word of what is inside
      const problem = toProblem(error);
      process.stderr.write(`upload: ${error.message}\n`);
      return { status_code: problem.status, body: problem.title };
    },
  });
  return {
    server,
    open: (id, size) => store.open(id, size),
    bytes: async (id) => (await store.bytes(id)) ?? 0,
    noteSeconds: async (id, seconds) => {
      await service.asService(
        (sql) => sql`
          update private.upload set "arrivedSeconds" = greatest("arrivedSeconds", ${seconds})
          where id = ${id}`,
      );
    },
    closeAt: async (id, bytes) => {
      const lock = locker.newLock(id);
      await lock.lock(new AbortController().signal, () => {});
      try {
        const upload = await store.getUpload(id);
        if (upload.offset !== bytes) return false;
        if (upload.size === undefined) await store.declareUploadLength(id, bytes);
      } finally {
        await lock.unlock();
      }
      return finishIfWhole(id);
    },
    finishIfWhole,
    finishForgotten: async () => {
      const attachments = await service.asService(
        (sql) => sql<{ id: string }>`
          select id from private.attachment_upload where "completedAt" is null`,
      );
      let finished = 0;
      for (const { id } of [...(await unfinished()), ...attachments]) {
        if (await finishIfWhole(id)) finished += 1;
      }
      return finished;
    },
    sweep: async (now) => {
      let swept = 0;
      for (const { id, createdAt } of await unfinished()) {
        const last = (await store.lastArrival(id)) ?? createdAt;
        const days = (await store.bytes(id)) ? KEEP_DAYS : KEEP_EMPTY_DAYS;
        if (now.getTime() - last.getTime() < days * DAY) continue;
        const [row] = await service.asService(
          (sql) => sql<{ gone: boolean }>`select private.abandon_upload(${id}) as gone`,
        );
        if (row?.gone) swept += 1;
      }
      return swept;
    },
  };
}
