import type { ServiceDatabase } from '../../../db/session.ts';

/** How often a person sees progress move, at the most. */
const EVERY_MS = 1000;

/** Writes progress to the row now and then, one write at a time. */
export function progressWriter(service: ServiceDatabase, videoId: string) {
  let writing: Promise<unknown> | null = null;
  let last = 0;
  const write = (fraction: number) =>
    service.asService(
      (sql) => sql`
        update public."Video" set progress = ${fraction}
        where id = ${videoId} and status = 'PREPARING'`,
    );
  return {
    report: (fraction: number) => {
      if (writing !== null || Date.now() - last < EVERY_MS) return;
      last = Date.now();
      writing = write(fraction).finally(() => {
        writing = null;
      });
      writing.catch(() => {}); // settled() below is where a failure is heard
    },
    settled: async () => {
      await writing;
    },
  };
}
