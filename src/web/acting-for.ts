/**
 * For whom everything in this document happens. `/for/<sharerId>/stories` is that storyteller's page as
 * their keeper sees it, `/stories` one's own. It is read once: to act for somebody else is to load another
 * document, so no page, no answer that is kept and no form ever passes from one person to another.
 */
const path = globalThis.location?.pathname ?? '/';
const found = /^\/for\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=\/|$)/i.exec(path);

/** The storyteller's id; null: oneself. */
export const actingFor: string | null = found?.[1]?.toLowerCase() ?? null;

/** What every address of this document begins with. */
export const basePath = found?.[0] ?? '/';

/** The address of a page of somebody whom one looks after; of oneself with null. */
export const addressFor = (sharerId: string | null, page = '/'): string =>
  sharerId === null ? page : `/for/${sharerId}${page}`;

/** The page that is open, without whom it is for. */
export const pageOpen = (): string => {
  const { pathname } = window.location;
  return found ? pathname.slice(basePath.length) || '/' : pathname;
};
