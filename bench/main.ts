import { parseArgs } from 'node:util';
import { benchApi } from './api.ts';
import { benchDatabase } from './db.ts';
import { benchRecording } from './memory/recording.ts';
import { benchWorker } from './memory/worker.ts';
import { benchPages } from './pages.ts';
import { benchRealtime } from './realtime.ts';
import { benchVideo } from './video.ts';

interface Options {
  /** Rows of stories. */
  sizes: number[];
  minutes: number;
}

/** Benchmarks by name; each makes what it needs and prints a table. */
const benchmarks: Record<string, (options: Options) => Promise<void>> = {
  api: async ({ sizes }) => {
    for (const rows of sizes) await benchApi(rows);
  },
  db: ({ sizes }) => benchDatabase(sizes),
  memory: async ({ minutes }) => {
    await benchWorker(minutes);
    await benchRecording(minutes);
  },
  pages: () => benchPages(),
  realtime: () => benchRealtime(),
  video: () => benchVideo(),
  worker: ({ minutes }) => benchWorker(minutes),
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '1000000' },
    minutes: { type: 'string', default: '60' },
  },
});
const name = positionals[0] ?? '';
const sizes = values.rows.split(',').map(Number);
const minutes = Number(values.minutes);
const isSize = (rows: number) => Number.isInteger(rows) && rows >= 1000 && rows % 1000 === 0;
const benchmark = benchmarks[name];
if (benchmark === undefined || !sizes.every(isSize) || !(minutes >= 1)) {
  console.error(
    `npm run bench -- <${Object.keys(benchmarks).join(' | ')}> [--rows <thousands, 1000 at least; several with commas>] [--minutes <of a recording>]`,
  );
  process.exit(2);
}
await benchmark({ sizes, minutes });
