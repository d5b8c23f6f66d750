import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { apiTypes, apiTypesFile, openApiDocument } from './openapi.ts';

test('the client’s types are those of the API: npm run api-types', async () => {
  expect(await readFile(apiTypesFile, 'utf8')).toBe(await apiTypes());
});

test('every operation says what it is for and what it answers', async () => {
  const { openapi, paths } = await openApiDocument();
  expect(openapi).toBe('3.1.0');
  for (const [path, item] of Object.entries(paths ?? {})) {
    for (const [method, operation] of Object.entries(
      item as Record<string, { summary?: string }>,
    )) {
      expect([path, method, operation.summary]).toEqual([path, method, expect.any(String)]);
    }
  }
});
