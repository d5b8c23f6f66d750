import { join } from 'node:path';
import { UnplayableError } from '../../videos/local-host/errors.ts';
import { probe } from '../../videos/local-host/probe.ts';
import { FFMPEG_START, safeInput } from '../../videos/local-host/safe-input.ts';
import { runTool, type Tools } from '../../videos/local-host/tools.ts';
import { shownFiles } from '../places.ts';
import { RefusedError } from './refusal.ts';

const timeoutMs = 15 * 60_000;
/** Twelve hours of it and more. */
const MOST_BYTES = 1024 ** 3;

/**
 * Makes the sound that every browser plays, without the place and other notes that phones write
 * into theirs.
 * @throws RefusedError for a film, and where no sound can be read
 */
export async function makeListenable(task: {
  tools: Tools;
  original: string;
  outDir: string;
  signal?: AbortSignal;
}): Promise<void> {
  const { tools, original, outDir, signal } = task;
  const found = await probe(tools, original, signal).catch((error: unknown) => {
    if (error instanceof UnplayableError) throw new RefusedError('damaged', error.message);
    throw error;
  });
  if (found.hasVideo) throw new RefusedError('film');
  const sound = ['-map', `0:${found.sound?.index}`, '-c:a', 'aac', '-b:a', '128k', '-ac', '2'];
  const bare = ['-map_metadata', '-1', '-map_chapters', '-1', '-movflags', '+faststart'];
  await runTool(
    tools,
    'ffmpeg',
    [...FFMPEG_START, ...safeInput(original), ...sound, ...bare, join(outDir, shownFiles.listen)],
    { timeoutMs, fileBytes: MOST_BYTES, signal },
  );
}
