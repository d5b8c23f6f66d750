import { join } from 'node:path';
import type { Sql } from '../../../db/session.ts';
import { one, ProblemError } from '../../server/errors.ts';
import type { VideoFiles } from '../videos/files.ts';
import { originalKind, typeOfEnding } from '../videos/media-types.ts';
import { isHere } from './address.ts';
import type { DownloadRow } from './download.ts';

/** The names that the local host gives to files for keeping. */
const kept = /^[a-z0-9_-]{1,60}\.(mp4|m4a|webm)$/;

export interface KeptFile {
  path: string;
  type: string;
  extension: string;
}

/** The file of a copy, as the caller may have it; null where a video host has it. */
export async function fileHere(
  sql: Sql,
  files: VideoFiles,
  row: DownloadRow,
): Promise<KeptFile | null> {
  if (!isHere(row)) return null;
  return row.quality === 'original' ? original(sql, files, row) : made(files, row);
}

async function original(sql: Sql, files: VideoFiles, { videoId }: DownloadRow): Promise<KeptFile> {
  const upload = one(
    await sql<{ id: string; contentType: string }>`
      select id, "contentType" from api.my_upload(${videoId}) where "completedAt" is not null`,
  );
  return { path: files.original(upload.id), ...originalKind(upload.contentType) };
}

function made(files: VideoFiles, { videoId, file }: DownloadRow): KeptFile {
  const extension = kept.exec(file ?? '')?.[1];
  if (file === null || videoId === null || extension === undefined) {
    throw new ProblemError('not-found');
  }
  const path = join(files.playable(videoId), file);
  return { path, type: typeOfEnding(extension), extension };
}
