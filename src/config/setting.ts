export interface Setting<T = unknown> {
  env: string;
  about: string;
  allowed: string;
  /** The text a reader sees for "not set". */
  fallback: string;
  /** Throws when `text` is not what is allowed; why is said by `allowed`. */
  read: (text: string | undefined, env: NodeJS.ProcessEnv) => T;
}

export function whole(text: string, min: number, max: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) throw new Error();
  return value;
}

export function url(text: string, protocols: string[]): string {
  const parsed = new URL(text);
  if (!protocols.includes(parsed.protocol)) throw new Error();
  return text.replace(/\/$/, '');
}

export function oneOf<T extends string>(text: string, values: readonly T[]): T {
  const found = values.find((value) => value === text);
  if (found === undefined) throw new Error();
  return found;
}

type Optional = (text: string | undefined) => string | null;

/** Null where it is not set. */
export const optional =
  (read: (text: string) => string): Optional =>
  (text) =>
    text === undefined ? null : read(text);

export const given = optional((text) => text);

export const matching = (pattern: RegExp) =>
  optional((text) => {
    if (!pattern.test(text)) throw new Error();
    return text;
  });

/** Visible characters. */
export const line = matching(/^[\x21-\x7e]+$/);

export const webUrlOr = (fallback: string) => (text: string | undefined) =>
  text === undefined ? fallback : url(text, ['http:', 'https:']);
