import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, Stop } from './run.mjs';

/** The oldest Node that Telloom's packages run on; package.json says the same under `engines`. */
const oldest = [20, 19];

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  throw new Stop(
    `Telloom needs Node ${oldest.join('.')} or later, and this is Node ${process.versions.node}: get a newer one from https://nodejs.org.`,
  );
}

/** @param {string} root the checkout @returns {boolean} */
export function packagesMatch(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const there = readPackages(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !there) return false;
  const names = new Set([...Object.keys(wanted), ...Object.keys(there)]);
  names.delete('');
  return [...names].every((name) => {
    const [want, has] = [wanted[name], there[name]];
    // What is made for other systems is in the lock file, but not on this machine.
    if (want && !has) return want.optional === true || want.peer === true;
    return has && want && has.version === want.version && has.integrity === want.integrity;
  });
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** `npm ci`, by the npm that runs this script where there is one. */
export async function installPackages(root) {
  const npm = process.env.npm_execpath;
  const [file, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  await must(
    file,
    [...args, 'ci', '--include=dev', '--no-audit', '--no-fund'],
    'The npm packages could not be installed (see above): check the network, then start again.',
    { cwd: root },
  );
}
