import { localPath } from '../local-path.ts';

/** `?to=`: where to go on after signing in. */
export const afterwards = (search: Record<string, unknown>): { to?: string } => ({
  to: localPath(search.to),
});

/** `?error=`: why signing in through another service came to nothing. */
export const refused = (search: Record<string, unknown>): { error?: string } => ({
  error: typeof search.error === 'string' ? search.error : undefined,
});

/** `?t=`: a second of a recording. */
export const second = (value: unknown) => {
  const seconds = typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
};
/** `?again`: a question that has its story is told once more. */
export const onceMore = (search: Record<string, unknown>): { again?: true } => ({
  again: search.again === true || undefined,
});
export const words = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
