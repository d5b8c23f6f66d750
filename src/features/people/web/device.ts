const browsers: [RegExp, string][] = [
  [/Edg(?:A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/(?:Firefox|FxiOS)\//, 'Firefox'],
  [/(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
];

const find = (list: [RegExp, string][], text: string) =>
  list.find(([pattern]) => pattern.test(text))?.[1];

/** "Firefox, Windows" from a user agent, so that its owner knows it again. Null when unknown. */
export function deviceOf(userAgent: string | null): { name: string | null; isHandheld: boolean } {
  const text = userAgent ?? '';
  const parts = [find(browsers, text), find(systems, text)].filter((part) => part !== undefined);
  return {
    name: parts.length > 0 ? parts.join(', ') : null,
    isHandheld: /iPhone|iPad|Android/.test(text),
  };
}
