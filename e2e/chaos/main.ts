import { randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runBrowser } from './browser-run.ts';
import { runDevices } from './devices-run.ts';

/** `npm run test:chaos`: what is killed, how often, and whether anything was lost by it. */

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '300' },
    'browser-kills': { type: 'string', default: '20' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
  },
});
const [kills, browserKills, seed] = [values.kills, values['browser-kills'], values.seed].map(
  Number,
) as [number, number, number];
if (![kills, browserKills, seed].every((number) => Number.isInteger(number) && number >= 0)) {
  console.error('npm run test:chaos -- [--kills 300] [--browser-kills 20] [--seed 1]');
  process.exit(2);
}
process.once('SIGINT', () => process.exit(130)); // by way of what is undone at the exit

const say = (line: string) => console.log(line);
const counts = (kills: Record<string, number>) =>
  Object.entries(kills)
    .map(([kind, number]) => `${kind} ${number}`)
    .join(', ');
const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const means = (took: Record<string, number[]>) =>
  Object.entries(took)
    .map(([kind, seconds]) => `${kind} ${mean(seconds).toFixed(1)}`)
    .join(', ');
const wrong: string[] = [];
mkdirSync('test-results', { recursive: true });
const log = join('test-results', `chaos-${seed}.log`);
say(`seed ${seed}; what the server says goes to ${log}`);

if (kills > 0) {
  const run = await runDevices({ kills, seed, devices: 3, log, say });
  say(`\nDevices without a browser (recorder, sender and upload of the web app, run by Node):`);
  say(`  kills: ${counts(run.kills)}`);
  say(`  seconds for a round of each kind: ${means(run.took)}`);
  say(
    `  recordings: ${run.recordings} (${run.megabytes.toFixed(0)} MB), receipts: ${run.receipts}`,
  );
  say(`  worst loss: ${run.worstLoss} slice, which is ${run.worstLoss * 2} s of speech`);
  wrong.push(...run.wrong);
}
if (browserKills > 0) {
  const run = await runBrowser({ kills: browserKills, seed, log, say });
  say(`\nChromium:`);
  say(`  kills: ${counts(run.kills)}`);
  say(`  recordings: ${browserKills}, receipts: ${run.receipts}`);
  say(`  worst loss where the tab or browser died: ${run.worstLoss.toFixed(2)} s of speech`);
  wrong.push(...run.wrong);
}
for (const line of wrong) say(`WRONG: ${line}`);
say(wrong.length === 0 ? '\nNothing that was promised is missing.' : `\n${wrong.length} wrong`);
process.exitCode = wrong.length === 0 ? 0 : 1;
