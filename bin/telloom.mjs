#!/usr/bin/env node
import { checkNode } from './lib/packages.mjs';

/**
 * Runs a command of Telloom's command line in this process and settles with its exit code.
 * The sources are TypeScript; tsx reads them without a build.
 *
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function telloom(args) {
  const { register } = await import('tsx/esm/api');
  register();
  const { main } = await import('../src/cli/main.ts');
  return main(args, process.env);
}

async function start() {
  checkNode();
  return telloom(process.argv.slice(2));
}

const { pathToFileURL } = await import('node:url');
const { realpathSync } = await import('node:fs');
if (import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  start().then(
    (code) => process.exit(code),
    (error) => {
      const missing = error.code === 'ERR_MODULE_NOT_FOUND' && /'tsx'/.test(error.message);
      process.stderr.write(
        missing
          ? 'The npm packages are missing: run "npm ci" first.\n'
          : `${error.stack ?? error.message}\n`,
      );
      process.exit(1);
    },
  );
}
