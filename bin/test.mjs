#!/usr/bin/env node
// `npm test`: everything CI runs, on a machine that has nothing but Node and npm. It installs what
// the tests need, runs each check with its output shown as it comes, and stops at the first failure.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, installPackages, packagesMatch } from './lib/packages.mjs';
import { run, Stop } from './lib/run.mjs';
import { step } from './lib/steps.mjs';
import { aptInstall, aptRights } from './lib/system.mjs';
import { buildWeb, isBuilt } from './lib/web-build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(root, 'test-results/vitest.json');

/** Debian packages, each with a program or file that shows it is there. */
const needed = [
  ['ffmpeg', 'ffmpeg'],
  ['chromium', 'chromium'],
  ['festival', 'text2wave'],
  ['festvox-kallpc16k', '/usr/share/festival/voices/english/kal_diphone'],
  ['festlex-cmu', '/usr/share/festival/dicts/cmu'],
  ['festlex-poslex', '/usr/share/festival/dicts/wsj.wp39.poslexR'],
  ['pocketsphinx', 'pocketsphinx_continuous'],
  ['pocketsphinx-en-us', '/usr/share/pocketsphinx/model/en-us'],
];

async function test() {
  checkNode();
  process.chdir(root);
  if (!packagesMatch(root)) await step('Install npm packages', () => installPackages(root));
  await installSystemPackages();
  await check('biome', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']);
  await check('tsc', ['node_modules/typescript/bin/tsc', '--noEmit']);
  await check('squawk', ['node_modules/squawk-cli/js/bin/squawk', 'supabase/migrations/*.sql']);
  if (!isBuilt(root)) await step('Build the web app', () => buildWeb(root));
  return runTests(process.argv.slice(2));
}

async function installSystemPackages() {
  const missing = needed.filter(([, proof]) => !isThere(proof)).map(([name]) => name);
  if (missing.length === 0) return;
  const rights = await aptRights();
  const failure = rights
    ? await step(`Install ${missing.join(', ')}`, () => aptInstall(rights, missing))
    : 'they can be installed from here only on Debian, by root or with a sudo that asks no password';
  if (failure === null) return;
  throw new Stop(`The tests need ${missing.join(', ')}: ${failure}.`);
}

function isThere(proof) {
  if (proof.startsWith('/')) return existsSync(proof);
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, proof)));
}

async function check(label, args) {
  process.stdout.write(`\n— ${label}\n`);
  const { code } = await run(process.execPath, args, { stdio: 'inherit' });
  if (code !== 0) throw new Stop(`${label} failed.`, code);
}

/** Extra arguments go to vitest, so that `npm test -- src/features/topics` runs a part. */
async function runTests(args) {
  process.stdout.write('\n— vitest\n');
  rmSync(results, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args];
  const { code } = await run(process.execPath, vitest, { stdio: 'inherit' });
  if (!existsSync(results)) throw new Stop('vitest ended without a result.', code || 1);
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(results, 'utf8'));
  // A file that cannot be loaded fails without having a test that does.
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  ).length;
  // An error outside of any test fails the run alone.
  const failed = numFailedTests + broken || (code === 0 ? 0 : 1);
  process.stdout.write(`${numPassedTests} passed, ${failed} failed\n`);
  return code;
}

test().then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`${error instanceof Stop ? error.message : error.stack}\n`);
    process.exit(error.exitCode ?? 1);
  },
);
