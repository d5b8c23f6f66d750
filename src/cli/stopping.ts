/** Whether somebody has asked this process to stop. */
export interface Stopping {
  /** Settles with what asked first. */
  asked: Promise<string>;
  isAsked: () => boolean;
  /** Throws Interrupted when something has asked: called between the steps of a start. */
  check: () => void;
}

export class Interrupted extends Error {
  override name = 'Interrupted';
}

/** npm passes on the Ctrl-C that the terminal has already given to every process: one press, two signals. */
const samePressMs = 1000;

/**
 * Listens for SIGINT, SIGTERM and SIGHUP. A second one, more than a second after the first, ends
 * the process at once; the next start recovers as after `kill -9`.
 */
export function listenForStop(): Stopping {
  let first: number | null = null;
  const asked = new Promise<string>((resolve) => {
    const ask = (why: string) => {
      if (first !== null && performance.now() - first > samePressMs) process.exit(130);
      first ??= performance.now();
      resolve(why);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  });
  const isAsked = () => first !== null;
  const check = () => {
    if (isAsked()) throw new Interrupted();
  };
  return { asked, isAsked, check };
}
