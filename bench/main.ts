import { parseArgs } from 'node:util';
import { benchApi } from './api.ts';
import { benchDatabase } from './db.ts';
import { benchRealtime } from './realtime.ts';
import { benchVideo } from './video.ts';

/** Benchmarks by name; each makes what it needs and prints a table. */
const benchmarks: Record<string, (options: { sizes: number[] }) => Promise<void>> = {
  api: async ({ sizes }) => {
    for (const rows of sizes) await benchApi(rows);
  },
  db: ({ sizes }) => benchDatabase(sizes),
  realtime: () => benchRealtime(),
  video: () => benchVideo(),
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string', default: '1000000' } },
});
const name = positionals[0] ?? '';
const sizes = values.rows.split(',').map(Number);
const isSize = (rows: number) => Number.isInteger(rows) && rows >= 1000 && rows % 1000 === 0;
const benchmark = benchmarks[name];
if (benchmark === undefined || !sizes.every(isSize)) {
  console.error(
    `npm run bench -- <${Object.keys(benchmarks).join(' | ')}> [--rows <thousands, 1000 at least; several with commas>]`,
  );
  process.exit(2);
}
await benchmark({ sizes });
