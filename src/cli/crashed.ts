import { explain } from './explain.ts';

/**
 * An error that nothing caught ends the program, but in order. When PostgreSQL dies, whoever was
 * talking to it may fail first, so its own end gets a moment to be the reason.
 * @param died settles with a sentence when the database that comes along dies
 * @returns the sentence to end with
 */
export function crashed(died = new Promise<string>(() => {})): Promise<string> {
  return new Promise((resolve) => {
    const crash = (error: unknown) => {
      died.then(resolve);
      setTimeout(resolve, 500, `Telloom failed: ${explain(error, true)}`);
    };
    process.on('uncaughtException', crash).on('unhandledRejection', crash);
  });
}
