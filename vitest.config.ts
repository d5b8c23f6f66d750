import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const exclude = ['**/node_modules/**', 'dist/**', 'data/**'];

/** By size alone the longest of all, a short file, would begin late and end by itself. */
class LongestInTime extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => turn(a) - turn(b));
  }
}

const turn = ({ project, moduleId }: TestSpecification): number =>
  project.name === 'e2e' ? 0 : moduleId.endsWith('/policy-mutations.test.ts') ? 1 : 2;

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
    sequence: { sequencer: LongestInTime },
    // No test is about time: these only end what hangs, on a machine that is busy elsewhere too.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'test',
          include: ['{bin,bench,client,db,src}/**/*.test.{ts,tsx}'],
          exclude,
        },
      },
      {
        extends: true,
        test: { name: 'e2e', include: ['e2e/**/*.{spec,test}.ts'], exclude, testTimeout: 300_000 },
      },
    ],
  },
});
