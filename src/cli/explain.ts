import { Problem } from '../../db/embedded/problem.ts';
import { MigrateError } from '../../db/migrate.ts';
import { ConfigError } from '../config.ts';

/** What the person at the keyboard reads; stacks and causes are for LOG_LEVEL=debug. */
export function explain(error: unknown, debug: boolean): string {
  if (!(error instanceof Error)) return String(error);
  const sentence = error.message || error.name;
  const known = [Problem, ConfigError, MigrateError].some((kind) => error instanceof kind);
  if (debug) {
    const cause = error.cause instanceof Error ? `\ncaused by ${explain(error.cause, true)}` : '';
    return `${error.stack ?? sentence}${cause}`;
  }
  return known ? sentence : `${sentence} (LOG_LEVEL=debug shows where)`;
}
