import { parseArgs } from 'node:util';
import { benchDatabase } from './db.ts';
import { benchVideo } from './video.ts';

/** Benchmarks by name; each makes what it needs and prints a table. */
const benchmarks: Record<string, (options: { rows: number }) => Promise<void>> = {
  db: ({ rows }) => benchDatabase(rows),
  video: () => benchVideo(),
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string', default: '1000000' } },
});
const name = positionals[0] ?? '';
const rows = Number(values.rows);
const benchmark = benchmarks[name];
if (benchmark === undefined || !Number.isInteger(rows) || rows < 1000 || rows % 1000 !== 0) {
  console.error(
    `npm run bench -- <${Object.keys(benchmarks).join(' | ')}> [--rows <thousands, 1000 at least>]`,
  );
  process.exit(2);
}
await benchmark({ rows });
