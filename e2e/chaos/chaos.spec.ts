import { devNull } from 'node:os';
import { expect, test } from 'vitest';
import { runDevices } from './devices-run.ts';

test('nothing that was said is lost, whatever is killed', async () => {
  const run = await runDevices({ rounds: 10, seed: 39, devices: 2, log: devNull, say: () => {} });
  expect(run.wrong).toEqual([]);
  expect(run.receipts).toBeGreaterThan(0);
  expect(run.worstLoss).toBeLessThanOrEqual(1);
});
