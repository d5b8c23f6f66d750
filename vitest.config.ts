import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', 'dist/**', 'data/**'];

/**
 * Separate from vite.config.ts, whose root is the web app alone. `test` is everything beside the
 * code; `e2e` walks through whole journeys in a real browser. Both run on one throw-away
 * PostgreSQL, which globalSetup starts once; each test file takes a database of its own from it.
 */
export default defineConfig({
  test: {
    globalSetup: ['db/testing/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'test',
          include: ['{bin,bench,db,src}/**/*.test.{ts,tsx}'],
          exclude,
        },
      },
      {
        extends: true,
        test: { name: 'e2e', include: ['e2e/**/*.{spec,test}.ts'], exclude, testTimeout: 120_000 },
      },
    ],
  },
});
