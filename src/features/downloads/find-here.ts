import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { videoFiles } from '../videos/files.ts';
import { SOUND_FILE } from '../videos/local-host/sound.ts';
import { failed, type Outcome, type Wanted, wait } from './wanted.ts';

/** The original, which is kept here whichever host plays the recording. */
export async function findOriginal(dataDir: string, { uploadId }: Wanted): Promise<Outcome> {
  const path = uploadId === null ? null : videoFiles(dataDir).original(uploadId);
  const bytes = path === null ? null : await sizeOf(path);
  return bytes === null ? failed('unavailable') : { status: 'ready', file: 'original', bytes };
}

/**
 * A file that the local host makes. The sound comes first of all, the best picture last.
 * @param makeBest has the host make the file of its best quality; null where it cannot
 */
export async function findHere(
  dataDir: string,
  wanted: Wanted,
  makeBest: (() => Promise<unknown>) | null,
): Promise<Outcome> {
  const { quality, videoId, status, hasPicture, playbackFile, downloadFile } = wanted;
  if (videoId === null) return failed('unavailable');
  if (status === 'ERRORED') return failed('not-made');
  if (status !== 'READY') return wait;
  const folder = videoFiles(dataDir).playable(videoId);
  const find = async (file: string): Promise<Outcome | null> => {
    const bytes = await sizeOf(join(folder, file));
    return bytes === null ? null : { status: 'ready', file, bytes };
  };
  if (quality === 'audio' && hasPicture) return (await find(SOUND_FILE)) ?? failed('unavailable');
  const isList = playbackFile?.endsWith('.m3u8') === true;
  const file = downloadFile ?? (isList ? null : playbackFile);
  const found = file === null ? null : await find(file);
  if (found !== null) return found;
  if (!isList || makeBest === null) return failed('unavailable');
  await makeBest();
  return wait;
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
