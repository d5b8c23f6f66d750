import { configDocs } from './config-docs.ts';

/** What an option was given as, `yes` for one without a value; nothing for one that was not. */
export type Given = Record<string, string | undefined>;

export interface Command {
  /** One line for `telloom help`. */
  about: string;
  /** The options it takes, for `parseArgs`; none when not given. A boolean one takes no value. */
  options?: Record<string, { type: 'string' | 'boolean' }>;
  /** `given` are its options as they were given. Settles with the exit code; a rejection becomes one sentence on stderr and exit code 1. */
  run: (env: NodeJS.ProcessEnv, given: Given) => Promise<number> | number;
}

const print = (text: string): number => {
  process.stdout.write(text);
  return 0;
};

/**
 * Every command of the command line, in the order `telloom help` lists them. Each is loaded when
 * it is asked for: the server's packages take a second, which `help` should not.
 */
export const commands: Record<string, Command> = {
  serve: {
    about: 'Starts the database, the API, the worker and the web app.',
    run: async (env) => (await import('./serve.ts')).serve(env),
  },
  migrate: {
    about: 'Brings the database in DATABASE_URL (PostgreSQL 15 to 17) up to date.',
    run: async (env) => (await import('./migrate.ts')).migrateCommand(env),
  },
  import: {
    about:
      'Moves a Telloom database in: --from postgres://… into DATABASE_URL; --report writes a file.',
    options: { from: { type: 'string' }, report: { type: 'string' } },
    run: async (env, given) => (await import('./import.ts')).importCommand(env, given),
  },
  worker: {
    about: 'Runs background jobs alone, beside a server.',
    run: async (env) => (await import('./worker.ts')).workerCommand(env),
  },
  demo: {
    about: 'Makes a family with stories, to look around in; --remove takes it away.',
    options: { remove: { type: 'boolean' }, password: { type: 'string' } },
    run: async (env, given) => (await import('./demo/command.ts')).demoCommand(env, given),
  },
  doctor: {
    about: 'Says what is there, what is missing, and how to get it.',
    run: async (env) => (await import('./doctor.ts')).doctor(env),
  },
  'config-docs': {
    about: 'Prints docs/configuration.md from the settings.',
    run: () => print(configDocs()),
  },
  help: { about: 'Prints this.', run: () => print(help()) },
};

function help(): string {
  const lines = Object.entries(commands).map(
    ([name, { about }]) => `  ${name.padEnd(12)} ${about}`,
  );
  return [
    'Usage: telloom <command>',
    '',
    ...lines,
    '',
    'Settings come from the environment: see docs/configuration.md.',
    '',
  ].join('\n');
}
