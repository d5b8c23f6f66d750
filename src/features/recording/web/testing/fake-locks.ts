import type { SenderParts } from '../sender.ts';

/** Web Locks of one browser, for the few of its ways that are used here. */
export function fakeLocks(): NonNullable<SenderParts['locks']> {
  const held = new Map<string, Promise<unknown>>();
  const request = async (
    name: string,
    options: LockOptions,
    work: (lock: Lock | null) => unknown,
  ) => {
    if (options.ifAvailable && held.has(name)) return work(null);
    while (held.has(name)) await held.get(name);
    const lock = { name, mode: 'exclusive' } as const;
    const working = Promise.resolve().then(() => work(lock));
    held.set(
      name,
      working.catch(() => {}).finally(() => held.delete(name)),
    );
    return working;
  };
  return { request } as NonNullable<SenderParts['locks']>;
}
