const KEY = 'telloom.invitation';

/** An invitation that this tab holds. `accepted` once its owner said yes, before signing in. */
export interface HeldInvitation {
  token: string;
  accepted: boolean;
}

/** Kept for this tab alone, so that the invitation goes on by itself after signing up. */
export const held = {
  read(): HeldInvitation | null {
    const text = sessionStorage.getItem(KEY);
    return text === null ? null : (JSON.parse(text) as HeldInvitation);
  },
  write(value: HeldInvitation) {
    sessionStorage.setItem(KEY, JSON.stringify(value));
  },
  clear() {
    sessionStorage.removeItem(KEY);
  },
};

/**
 * Takes the token out of the address (`/invitation#<token>`), where it would stay in the history
 * of a shared computer, or finds the one that was taken out before.
 */
export function takeToken(): HeldInvitation | null {
  const token = decodeURIComponent(window.location.hash.slice(1));
  if (token === '') return held.read();
  const found = { token, accepted: false };
  held.write(found);
  window.history.replaceState(window.history.state, '', window.location.pathname);
  return found;
}
