import fs from 'node:fs';
import fsp, { type FileHandle } from 'node:fs/promises';
import { ServerResponse } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { basename, dirname, sep } from 'node:path';
import pg from 'pg';

/** Begun at one moment and done at a later one; no two moments are the same. */
interface Span {
  begun: number;
  done: number;
}
type OnBytes =
  | { kind: 'write'; at: number; bytes: Buffer }
  | { kind: 'truncate'; size: number }
  | { kind: 'sync' };
type OnNames =
  | { kind: 'name'; name: string; file: number }
  | { kind: 'rename'; from: string; name: string }
  | { kind: 'remove'; name: string }
  | { kind: 'sync' };

/** What was done to a file; `file` is its number, whatever it is called. */
export type BytesStep = Span & { file: number } & OnBytes;
/** What was done to the names in a folder. */
export type NamesStep = Span & { folder: string } & OnNames;
/** What the server said, at the moment when it began to say so. */
export type Told = { moment: number } & (
  | { to: 'device'; method: string; url: string; status: number; offset: number }
  | { to: 'database'; uploadId: string; bytes: number }
);

export interface Journal {
  bytes: BytesStep[];
  names: NamesStep[];
  told: Told[];
  stop: () => void;
}

/**
 * Notes, below our code and above the system, what this process does to the files under a folder, and
 * what it answers and tells the database meanwhile.
 */
export async function keepJournal(root: string): Promise<Journal> {
  let moment = 0;
  const bytes: BytesStep[] = [];
  const names: NamesStep[] = [];
  const told: Told[] = [];
  /** Which file, and which folder where it is one, an open handle is of. */
  const opened = new WeakMap<FileHandle, { file: number; folder: string | null }>();

  async function spanning<S extends Span, T>(steps: S[], step: Omit<S, keyof Span>, work: () => T) {
    const noted = { ...step, begun: ++moment, done: Number.POSITIVE_INFINITY } as S;
    steps.push(noted);
    const result = await work();
    noted.done = ++moment;
    return result;
  }
  const isHere = (path: unknown): path is string =>
    typeof path === 'string' && (path === root || path.startsWith(root + sep));
  const onNames = <T>(path: string, step: OnNames, work: () => T) =>
    spanning<NamesStep, T>(names, { ...step, folder: dirname(path) } as NamesStep, work);
  const onBytes = <T>(handle: FileHandle, step: OnBytes, work: () => T) => {
    const { file } = opened.get(handle) ?? { file: -1 };
    return spanning<BytesStep, T>(bytes, { ...step, file } as BytesStep, work);
  };

  const system = { ...fsp };
  const handles = await handlePrototype(root);
  const { truncate, sync, datasync } = handles;
  const write: (bytes: Buffer, offset: number, length: number, at: number) => Promise<unknown> =
    handles.write;
  const { mkdir } = fs;
  const { writeHead } = ServerResponse.prototype;
  const { query } = pg.Client.prototype;

  async function open(path: string, flags = 'r', mode?: number): Promise<FileHandle> {
    const isNew = isHere(path) && !fs.existsSync(path);
    const step = { kind: 'name' as const, name: basename(String(path)), file: 0 };
    const begun = ++moment;
    const handle = await system.open(path, flags, mode);
    if (!isHere(path)) return handle;
    const { ino: file } = await handle.stat();
    const folder = fs.statSync(path).isDirectory() ? path : null;
    opened.set(handle, { file, folder });
    if (isNew) names.push({ ...step, file, folder: dirname(path), begun, done: ++moment });
    return handle;
  }
  const writeFile = async (path: string, data: string | Buffer) => {
    if (!isHere(path)) return system.writeFile(path, data);
    const handle = await open(path, 'w');
    try {
      await onBytes(handle, { kind: 'truncate', size: 0 }, () => {});
      const all = Buffer.from(data);
      if (all.length > 0) await handle.write(all, 0, all.length, 0);
    } finally {
      await handle.close();
    }
  };
  const rename = (from: string, to: string) =>
    isHere(to)
      ? onNames(to, { kind: 'rename', from: basename(from), name: basename(to) }, () =>
          system.rename(from, to),
        )
      : system.rename(from, to);
  const removed =
    (how: 'rm' | 'unlink') =>
    (path: string, ...options: []) =>
      isHere(path)
        ? onNames(path, { kind: 'remove', name: basename(path) }, () =>
            system[how](path, ...options),
          )
        : system[how](path, ...options);

  Object.assign(fsp, { open, writeFile, rename, rm: removed('rm'), unlink: removed('unlink') });
  Object.assign(handles, {
    write(this: FileHandle, piece: Buffer, offset: number, length: number, at: number) {
      const copy = Buffer.from(piece.subarray(offset, offset + length));
      const work = () => write.call(this, piece, offset, length, at);
      return opened.has(this) ? onBytes(this, { kind: 'write', at, bytes: copy }, work) : work();
    },
    truncate(this: FileHandle, size = 0) {
      const work = () => truncate.call(this, size);
      return opened.has(this) ? onBytes(this, { kind: 'truncate', size }, work) : work();
    },
    sync: synced(sync),
    datasync: synced(datasync),
  });
  function synced(how: FileHandle['sync']) {
    return function (this: FileHandle) {
      const about = opened.get(this);
      const work = () => how.call(this);
      if (about === undefined) return work();
      if (about.folder === null) return onBytes(this, { kind: 'sync' }, work);
      return spanning<NamesStep, Promise<void>>(
        names,
        { kind: 'sync', folder: about.folder },
        work,
      );
    };
  }
  Object.assign(fs, {
    mkdir(path: string, options: fs.MakeDirectoryOptions, done: fs.NoParamCallback) {
      const isNew = isHere(path) && !fs.existsSync(path);
      mkdir(path, options, (error) => {
        const step = { kind: 'name' as const, name: basename(path), folder: dirname(path) };
        const file = isNew ? fs.statSync(path).ino : 0;
        if (isNew) names.push({ ...step, file, begun: ++moment, done: ++moment });
        done(error);
      });
    },
  });
  ServerResponse.prototype.writeHead = function (this: ServerResponse, status, ...more: unknown[]) {
    const { method = '', url = '' } = this.req;
    // [name, value, name, value, …]
    const headers = more.find(Array.isArray) ?? [];
    const offset = Number(headers[headers.indexOf('upload-offset') + 1] || 0);
    told.push({ moment: ++moment, to: 'device', method, url, status, offset });
    return Reflect.apply(writeHead, this, [status, ...more]);
  };
  pg.Client.prototype.query = function (this: pg.Client, text: string, ...more: unknown[]) {
    if (/finish_upload/.test(String(text))) {
      const [uploadId, size] = more[0] as [string, number];
      told.push({ moment: ++moment, to: 'database', uploadId, bytes: size });
    }
    return Reflect.apply(query, this, [text, ...more]);
  } as typeof query;
  syncBuiltinESMExports();

  return {
    ...{ bytes, names, told },
    stop() {
      const { open, writeFile, rename, rm, unlink } = system;
      Object.assign(fsp, { open, writeFile, rename, rm, unlink });
      Object.assign(handles, { write, truncate, sync, datasync });
      Object.assign(fs, { mkdir });
      Object.assign(ServerResponse.prototype, { writeHead });
      Object.assign(pg.Client.prototype, { query });
      syncBuiltinESMExports();
    },
  };
}

async function handlePrototype(path: string): Promise<FileHandle> {
  const handle = await fsp.open(path);
  await handle.close();
  return Object.getPrototypeOf(handle);
}
