/**
 * An address inside this app, or undefined: what follows `?to=` may come from anybody, and must
 * not lead to another site.
 */
export function localPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith('/')) return undefined;
  const base = 'https://telloom.invalid';
  if (!URL.canParse(value, base)) return undefined;
  const url = new URL(value, base);
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : undefined;
}
