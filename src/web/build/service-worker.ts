import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
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
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        const files = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
        const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry);
        if (page?.type !== 'asset' || !entry) throw new Error('This build has no page');
        const version = createHash('sha256').update(page.source).update(files.sort().join());
        const source = workerOf({
          version: version.digest('hex').slice(0, 12),
          entry: entry.fileName,
          files: files.map((name) => `/${name}`).filter((name) => !notKept.test(name)),
        });
        this.emitFile({ type: 'asset', fileName: 'sw.js', source });
      },
    },
  };
}

function workerOf(build: { version: string; entry: string; files: string[] } | null): string {
  const code = parts.map((part) => readFileSync(part, 'utf8'));
  return [`const build = ${JSON.stringify(build)};`, ...code].join('\n');
}
