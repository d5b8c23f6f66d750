const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Bytes in the unit that fits, to two digits, and how that is written. */
export function sizeUnit(bytes: number) {
  const step = Math.min(Math.max(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 1), units.length);
  return {
    value: bytes / 1000 ** step,
    style: 'unit',
    unit: units[step - 1],
    maximumSignificantDigits: 2,
  } as const;
}
