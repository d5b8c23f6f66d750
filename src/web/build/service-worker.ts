import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const parts = ['push', 'shell'].map(
  (name) => new URL(`../service-worker/${name}.js`, import.meta.url),
);

/** Files that only pages need which do not work without a connection: what plays videos. */
const notKept = /\/(hls|player)[^/]*$/;

/**
 * Makes `/sw.js` out of `src/web/service-worker/`, with the names of the build's own files: a new
 * build is another worker.
 */
export function serviceWorker(): Plugin {
  return {
    name: 'telloom:service-worker',
    enforce: 'post',
    configureServer(server) {
      server.middlewares.use('/sw.js', (_request, response) => {
        response.setHeader('content-type', 'text/javascript');
        response.end(workerOf(null));
      });
    },
    // After all else, when the page has its links to the other files.
    async writeBundle({ dir }, bundle) {
      const page = bundle['index.html'];
      const html = page?.type === 'asset' ? String(page.source) : '';
      const links = [...html.matchAll(/ (?:src|href)="(\/assets\/[^"]+)"/g)].map(([, to]) => to);
      if (links.length === 0 || !dir) throw new Error('The page of this build loads nothing');
      const files = Object.keys(bundle)
        .filter((name) => name.startsWith('assets/') && !notKept.test(name))
        .map((name) => `/${name}`)
        .sort();
      const version = createHash('sha256').update(html).update(files.join());
      const source = workerOf({ version: version.digest('hex').slice(0, 12), links, files });
      await writeFile(join(dir, 'sw.js'), source);
    },
  };
}

interface Build {
  version: string;
  /** What its page loads at once, by which the page is known. */
  links: (string | undefined)[];
  files: string[];
}

function workerOf(build: Build | null): string {
  const code = parts.map((part) => readFileSync(part, 'utf8'));
  return [`const build = ${JSON.stringify(build)};`, ...code].join('\n');
}
