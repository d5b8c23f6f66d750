import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { configDocs } from './config-docs.ts';

it('is what docs/configuration.md holds', () => {
  const path = new URL('../../docs/configuration.md', import.meta.url);
  expect(readFileSync(path, 'utf8')).toBe(configDocs());
});
