#!/usr/bin/env node
// `npm start`: from a bare checkout to a running Telloom. Plain JavaScript, because it runs before
// any package is installed. What is already there is not touched, and nothing then needs a network.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, installPackages, packagesMatch } from './lib/packages.mjs';
import { watchNpm } from './lib/parent.mjs';
import { Stop } from './lib/run.mjs';
import { step } from './lib/steps.mjs';
import { aptInstall, aptRights, hasProgram, howToGet } from './lib/system.mjs';
import { buildWeb, isBuilt } from './lib/web-build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

async function start() {
  checkNode();
  // Before the server listens for signals there is nothing to stop but this process.
  watchNpm(() => process.emit('SIGTERM', 'SIGTERM') || process.exit(1));
  const { dev } = readArguments(process.argv.slice(2));
  process.chdir(root);
  if (!packagesMatch(root)) await step('Install npm packages', () => installPackages(root));
  await findFfmpeg();
  if (dev) {
    const { startDev } = await import('./lib/dev.mjs');
    return startDev(root);
  }
  if (!isBuilt(root)) await step('Build the web app', () => buildWeb(root));
  const { telloom } = await import('./telloom.mjs');
  return telloom(['serve']);
}

function readArguments(args) {
  const unknown = args.find((arg) => arg !== '--dev');
  if (unknown) throw new Stop(`npm start takes no "${unknown}": see "npx telloom help".`, 2);
  return { dev: args.includes('--dev') };
}

/** Telloom runs without ffmpeg too, so nothing here ends the start. */
async function findFfmpeg() {
  if (await hasProgram(process.env.TELLOOM_FFMPEG || 'ffmpeg')) return;
  const rights = await aptRights();
  const failure = rights
    ? await step('Install ffmpeg', () => aptInstall(rights, ['ffmpeg']))
    : 'it cannot be installed from here';
  if (failure === null) return;
  process.stdout.write(
    `! There is no ffmpeg (${failure}): recordings play as they were made, in one size only. To get it, ${howToGet('ffmpeg')}.\n`,
  );
}

start().then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`${error instanceof Stop ? error.message : error.stack}\n`);
    process.exit(error.exitCode ?? 1);
  },
);
