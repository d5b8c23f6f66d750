import { expect, it } from 'vitest';
import { sizeUnit } from './size-unit.ts';

it('writes bytes in the unit that fits', () => {
  const written = [0, 640_000, 12_400_000, 1_380_000_000].map((bytes) => {
    const { value, ...options } = sizeUnit(bytes);
    return new Intl.NumberFormat('en', options).format(value);
  });
  expect(written).toEqual(['0 kB', '640 kB', '12 MB', '1.4 GB']);
});
