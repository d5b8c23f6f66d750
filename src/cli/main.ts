import { parseArgs } from 'node:util';
import { type Command, commands, type Given } from './commands.ts';
import { explain } from './explain.ts';

/**
 * Runs one command of the command line.
 *
 * @param args what follows the program's name
 * @returns the exit code: 0 done, 1 failed, 2 not understood
 */
export async function main(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [name = 'help', ...rest] = args;
  if (name === '--help' || name === '-h') return main(['help'], env);
  const command = commands[name];
  if (!command) {
    return misunderstood(`There is no command "${name}": see "telloom help".`);
  }
  const given = read(command, rest);
  if (given === null) {
    return misunderstood(
      `"telloom ${name}" does not take "${rest.join(' ')}": see "telloom help".`,
    );
  }
  return run(command, env, given);
}

/** Null where it takes no such options. */
function read({ options = {} }: Command, args: string[]): Given | null {
  try {
    const { values } = parseArgs({ args, options, strict: true });
    const given = Object.entries(values).map(([name, value]) => [
      name,
      value === true ? 'yes' : value,
    ]);
    return Object.fromEntries(given);
  } catch {
    return null;
  }
}

function misunderstood(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

async function run(command: Command, env: NodeJS.ProcessEnv, given: Given): Promise<number> {
  try {
    return await command.run(env, given);
  } catch (error) {
    process.stderr.write(`${explain(error, env.LOG_LEVEL === 'debug')}\n`);
    return 1;
  }
}
