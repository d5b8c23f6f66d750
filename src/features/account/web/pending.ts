/** A sign-in under way: who waits for which code, and where to go on afterwards. */
export interface Pending {
  email: string;
  purpose: 'sign-up' | 'sign-in';
  to?: string;
}

const KEY = 'telloom.pending';

/** Kept for this tab alone, so that looking up the code in the mail and coming back loses nothing. */
export const pending = {
  read(): Pending | null {
    const text = sessionStorage.getItem(KEY);
    return text === null ? null : (JSON.parse(text) as Pending);
  },
  write(value: Pending) {
    sessionStorage.setItem(KEY, JSON.stringify(value));
  },
  clear() {
    sessionStorage.removeItem(KEY);
  },
};

/**
 * Goes on after signing in or out; without a page, to what the person comes for. It is a full load, so that nothing of the person before stays
 * in memory.
 */
export function goOn(to = '/home'): void {
  pending.clear();
  window.location.assign(to);
}
