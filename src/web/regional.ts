/** A tag of a language, taken apart; null where a browser's is none, as "en-US@posix" of some. */
function read(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}

/**
 * How a language is written where the reader is: `en` is "en-GB" for a browser that has that, and
 * "en-DE" for one that has "de-DE" alone. Days come before months in all of the world but a few places.
 */
export function regional(language: string, browser: readonly string[]): string {
  const placed = browser.map(read).filter((tag) => tag?.region !== undefined);
  const best = placed.find((tag) => tag?.language === language) ?? placed[0];
  return best ? `${language}-${best.region}` : language;
}
