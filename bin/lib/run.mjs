import { spawn } from 'node:child_process';

/** A failure that one sentence explains; its stack is of no use to the person who reads it. */
export class Stop extends Error {
  /** @param {string} message @param {number} exitCode */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * Runs a program to its end, without a shell.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options] with `stdio: 'inherit'` its output
 *   is shown as it comes; otherwise it is collected
 * @returns {Promise<{code: number, output: string}>} 127 when the program is not there
 */
export function run(file, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    const collect = (chunk) => {
      output = (output + chunk).slice(-100_000);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code, signal) => resolve({ code: signal ? 128 : (code ?? 1), output }));
  });
}

/** Runs a program and throws a Stop with its output when it fails. */
export async function must(file, args, why, options) {
  const { code, output } = await run(file, args, options);
  if (code !== 0) throw new Stop(`${output.trimEnd()}\n${why}`.trim());
}
