import { step } from '../../bin/lib/steps.mjs';
import type { Stopping } from './stopping.ts';

/** What a start has brought up so far, so that it can be taken down in reverse. */
export interface Parts {
  /** Runs one step of the start, shows it, and keeps what undoes it. */
  start: <T>(
    label: string,
    work: (note: (text: string) => void) => Promise<T> | T,
    undo?: { label: string; stop: (started: T) => Promise<unknown> | unknown },
  ) => Promise<T>;
  /** Stops everything, the latest first; a part that fails to stop does not keep the others up. */
  stopAll: () => Promise<void>;
}

type Show = <T>(
  label: string,
  work: (note: (text: string) => void) => Promise<T> | T,
) => Promise<T>;

/** For parts that nobody needs to read of. */
export const quietly: Show = async (_label, work) => work(() => {});

export function makeParts(stopping: Stopping, show: Show = step): Parts {
  const undoes: { label: string; stop: () => Promise<unknown> | unknown }[] = [];
  return {
    start: async (label, work, undo) => {
      stopping.check();
      const started = await show(label, work);
      if (undo) undoes.push({ label: undo.label, stop: () => undo.stop(started) });
      return started;
    },
    stopAll: async () => {
      for (const { label, stop } of undoes.splice(0).reverse()) {
        try {
          await show(label, stop);
        } catch (error) {
          process.stderr.write(`${label}: ${(error as Error).message}\n`);
        }
      }
    },
  };
}
