import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Below this, in bytes, a packet is a packet. */
const WORTH_IT = 1400;

/** Writes a .br and a .gz beside each text file of a build, so that the server never compresses. */
export function precompress(): Plugin {
  let outDir = '';
  return {
    name: 'telloom-precompress',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      const names = await readdir(outDir, { recursive: true });
      await Promise.all(
        names.filter((name) => /\.(js|css|html|svg|json|webmanifest)$/.test(name)).map(compress),
      );
    },
  };

  async function compress(name: string): Promise<void> {
    const file = join(outDir, name);
    const bytes = await readFile(file);
    if (bytes.length < WORTH_IT) return;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
    await writeFile(`${file}.br`, await brotli(bytes, { params }));
    await writeFile(`${file}.gz`, await gzipped(bytes, { level: 9 }));
  }
}
