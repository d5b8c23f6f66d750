import { devNull } from 'node:os';
import { expect, test } from 'vitest';
import { runDevices } from './devices-run.ts';

test('nothing that was said is lost, whatever is killed', async () => {
  const run = await runDevices({ kills: 10, seed: 431, devices: 2, log: devNull, say: () => {} });
  expect(run.wrong).toEqual([]);
  expect(run.kills).toMatchObject({ server: 1, database: 1 });
  expect(run.kills.worker).toBeGreaterThan(0);
  expect(run.receipts).toBeGreaterThan(0);
  expect(run.worstLoss).toBeLessThanOrEqual(1);
});
