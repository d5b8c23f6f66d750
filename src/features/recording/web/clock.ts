/** Seconds as people read them: 0:42, 12:05, 1:02:03. */
export function clockWords(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Bytes in the unit that fits: 640 kB, 12 MB, 1.4 GB, 2 TB. */
export function sizeWords(bytes: number, locale: string): string {
  const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const step = Math.min(Math.max(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 1), units.length);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step - 1],
    maximumSignificantDigits: 2,
  }).format(bytes / 1000 ** step);
}
