import { spawn } from 'node:child_process';
import { findInPath } from './find-program.ts';

/** What one run of a tool may take at the most. */
export interface RunLimits {
  /** Bytes of address space: a file that makes the decoder ask for more ends the run. */
  memoryBytes: number;
  /** Bytes of any one file that it writes. */
  fileBytes: number;
}

/**
 * How tools that read strangers' files are shut in here, as words to put before a command. All of
 * it works without privileges where the machine has it; what is missing is left out.
 */
export interface Sandbox {
  /** In a network of its own, which leads nowhere; killed when we die; no privileges to gain. */
  enter: string[];
  /** Whether `prlimit` can set RunLimits. */
  limits: boolean;
}

export const NO_SANDBOX: Sandbox = { enter: [], limits: false };

const OPEN_FILES = 256;

/** As root `unshare` needs no user namespace; in one, others may have a network of their own. */
const NO_NETWORK = [
  ['unshare', '--net', '--'],
  ['unshare', '--net', '--map-root-user', '--'],
];
/**
 * After unshare: changed credentials would forget the signal of death. Without capabilities root
 * itself cannot write what is read-only, which originals are.
 */
const TIED = ['setpriv', '--pdeathsig', 'KILL', '--no-new-privs'];
const POWERLESS = ['--bounding-set=-all', '--inh-caps=-all'];

/** Tries each part of the sandbox on a program that does nothing. For once, at the start. */
export async function findSandbox(): Promise<Sandbox> {
  if (process.platform !== 'linux') return NO_SANDBOX;
  const network = await firstThatRuns(NO_NETWORK);
  const tied = await firstThatRuns([
    [...network, ...TIED, ...POWERLESS, '--'],
    [...network, ...TIED, '--'],
    network,
  ]);
  return { enter: tied, limits: await runs([...tied, ...limitWords(probed)]) };
}

const probed: RunLimits = { memoryBytes: 1024 ** 3, fileBytes: 1024 ** 2 };

/** The program and arguments that run a command in the sandbox. */
export function shutIn(
  { enter, limits }: Sandbox,
  command: string[],
  most: RunLimits,
): [program: string, args: string[]] {
  const [program = '', ...args] = [...enter, ...(limits ? limitWords(most) : []), ...command];
  return [program, args];
}

function limitWords({ memoryBytes, fileBytes }: RunLimits): string[] {
  const files = [`--fsize=${Math.ceil(fileBytes)}`, `--nofile=${OPEN_FILES}`, '--core=0'];
  return ['prlimit', `--as=${memoryBytes}`, ...files, '--'];
}

async function firstThatRuns(prefixes: string[][]): Promise<string[]> {
  for (const prefix of prefixes) if (await runs(prefix)) return prefix;
  return [];
}

async function runs(prefix: string[]): Promise<boolean> {
  if (prefix.length === 0) return true;
  const nothing = await findInPath('true');
  const [program = '', ...args] = [...prefix, nothing ?? 'true'];
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', timeout: 10_000 });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}
