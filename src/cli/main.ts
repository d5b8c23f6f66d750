import { parseArgs } from 'node:util';
import { type Command, commands } from './commands.ts';
import { explain } from './explain.ts';

/**
 * Runs one command of the command line.
 *
 * @param args what follows the program's name
 * @returns the exit code: 0 done, 1 failed, 2 not understood
 */
export async function main(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [name = 'help', ...rest] = args;
  if (name === '--help' || name === '-h') return run(commands.help as Command, env);
  const command = commands[name];
  if (!command) {
    return misunderstood(`There is no command "${name}": see "telloom help".`);
  }
  try {
    parseArgs({ args: rest, options: command.options ?? {}, strict: true });
  } catch {
    return misunderstood(
      `"telloom ${name}" does not take "${rest.join(' ')}": see "telloom help".`,
    );
  }
  return run(command, env, rest);
}

function misunderstood(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

async function run(command: Command, env: NodeJS.ProcessEnv, args: string[] = []): Promise<number> {
  try {
    return await command.run(env, args);
  } catch (error) {
    process.stderr.write(`${explain(error, env.LOG_LEVEL === 'debug')}\n`);
    return 1;
  }
}
