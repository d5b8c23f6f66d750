import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/** @param {string} program @returns {Promise<boolean>} whether it is on the PATH and starts */
export async function hasProgram(program, probe = ['-version']) {
  return (await run(program, probe)).code === 0;
}

/**
 * How this user may install Debian packages: `[]` for root, `['sudo', '-n']` where sudo asks for
 * no password, null where it cannot.
 *
 * @returns {Promise<string[] | null>}
 */
export async function aptRights() {
  if (!existsSync('/usr/bin/apt-get')) return null;
  if (process.getuid?.() === 0) return [];
  return (await run('sudo', ['-n', 'true'])).code === 0 ? ['sudo', '-n'] : null;
}

/**
 * Installs Debian packages without questions.
 *
 * @param {string[]} rights from aptRights
 * @param {string[]} packages
 * @returns {Promise<string | null>} apt's last words when it failed
 */
export async function aptInstall(rights, packages) {
  const apt = [...rights, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  const call = (args) => run(apt[0], [...apt.slice(1), ...args]);
  const updated = await call(['update', '-qq']);
  const installed = await call(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  if (installed.code === 0) return null;
  const words = `${updated.output}\n${installed.output}`.trim().split('\n');
  return words.filter((line) => /^(E|W):/.test(line)).at(-1) ?? words.at(-1) ?? 'apt-get failed';
}

/** One sentence on how to get a program on this machine. */
export function howToGet(program, debianPackage = program) {
  if (existsSync('/usr/bin/apt-get')) return `run "sudo apt-get install ${debianPackage}"`;
  if (process.platform === 'darwin') return `run "brew install ${program}"`;
  if (process.platform === 'win32') return `run "winget install ${program}"`;
  return `install ${program} with this system's package manager`;
}
