import { join } from 'node:path';

export type VideoFiles = ReturnType<typeof videoFiles>;

/** Where the local host keeps things in the data folder. Ids are UUIDs, so they are safe names. */
export function videoFiles(dataDir: string) {
  return {
    /** Originals as they came, each under the id of its upload. Never changed, never moved. */
    originals: join(dataDir, 'originals'),
    original: (uploadId: string) => join(dataDir, 'originals', uploadId),
    /** What was made from them: one folder for each recording. All of it can be made again. */
    playable: (videoId: string) => join(dataDir, 'videos', videoId),
    /** For work in progress. */
    work: join(dataDir, 'work'),
  };
}
