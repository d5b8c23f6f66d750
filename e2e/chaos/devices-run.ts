import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as lookAgainAfter } from 'node:timers/promises';
import { firstAdminTells, type Storyteller } from '../storyteller.ts';
import { startTelloom } from '../telloom.ts';
import { type Device, startDevice } from './device.ts';
import { type Findings, type Ledger, openLedger } from './ledger.ts';
import { type Line, startLine } from './line.ts';
import { startWorkerBeside } from './lone-worker.ts';
import { type Mishap, noKills, playRound, type Stage } from './mishaps.ts';
import { createRandom } from './random.ts';
import { mountSmallDisk } from './small-disk.ts';

export interface DevicesRun extends Findings {
  kills: Record<Mishap, number>;
  /** How long a round of each kind took, in seconds, one after another. */
  took: Partial<Record<Mishap, number[]>>;
}

export interface DevicesOptions {
  kills: number;
  seed: number;
  devices: number;
  /** A file for what the server says in its lives. */
  log?: string;
  say: (line: string) => void;
}

const SLICE_MS = 100;
const VERDICTS_MS = 300_000;

/**
 * Devices record all the time, and at random moments something is killed, cut or filled, until that
 * has happened as often as asked. Then all of it is compared: what was said, promised and kept.
 */
export async function runDevices(options: DevicesOptions): Promise<DevicesRun> {
  const { seed, say, log } = options;
  const folder = mkdtempSync(join(tmpdir(), 'telloom-devices-'));
  const telloom = await startTelloom({ log, writesMayFail: true });
  const worker = await startWorkerBeside(telloom.dataDir, log);
  const originals = join(telloom.dataDir, 'originals');
  const disk = mountSmallDisk(originals);
  if (!disk) say('left out: a full disk, as this user may not mount a small one');
  const line = await startLine(telloom.port);
  let devices: Device[] = [];
  try {
    const ledger = openLedger(originals);
    const rosa = await firstAdminTells(telloom);
    devices = startDevices(options, { rosa, line, folder, ledger, origin: telloom.url });
    const random = createRandom(seed);
    const kills = noKills();
    const stage = { telloom, worker, line, disk, devices, ledger, random, kills };
    const played = playAll(stage, options).then(async (took) => {
      await askAgain(rosa, ledger);
      await awaitVerdicts(rosa, ledger);
      return took;
    });
    const took = await Promise.race([played, ...devices.map((device) => device.failed)]);
    return { kills, took, ...ledger.close() };
  } finally {
    await Promise.all(devices.map((device) => device.close()));
    await line.close();
    disk?.unmount();
    await worker.stop();
    await telloom.stop();
    rmSync(folder, { recursive: true });
  }
}

async function playAll(stage: Stage, { kills, say }: DevicesOptions) {
  const took: DevicesRun['took'] = {};
  const sum = () => Object.values(stage.kills).reduce((all, one) => all + one, 0);
  while (sum() < kills) {
    const began = performance.now();
    const mishap = await playRound(stage);
    const seconds = (performance.now() - began) / 1000;
    took[mishap] = [...(took[mishap] ?? []), seconds];
    say(`${sum()} of ${kills}: ${mishap}, ${seconds.toFixed(1)} s`);
  }
  await Promise.all(stage.devices.map((device) => device.end()));
  return took;
}

function startDevices(
  { devices, seed }: DevicesOptions,
  parts: { rosa: Storyteller; line: Line; folder: string; ledger: Ledger; origin: string },
): Device[] {
  const { rosa, line, folder, ledger, origin } = parts;
  const { personId, promptId, browser } = rosa;
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return Array.from({ length: devices }, (_, index) =>
    startDevice(
      {
        ...{ url: line.url, origin, cookie, personId, promptId, sliceMs: SLICE_MS },
        folder: join(folder, String(index)),
        seed: seed + index * 10_000,
      },
      {
        news: (news) => ledger.write(index, news),
        died: () => ledger.died(index),
      },
    ),
  );
}

/** A receipt holds for good: the server, after all it went through, gives each of them again. */
async function askAgain({ browser }: Storyteller, ledger: Ledger) {
  for (const { videoId, bytes, sha256 } of ledger.receipts()) {
    const again = await browser.post(`/recordings/${videoId}/receipt`, { bytes, sha256 });
    if (again.status !== 200) throw new Error(`${videoId}: its receipt is not given again`);
  }
}

/** Whatever became of the workers: each recording is made ready, or it is said why it cannot be. */
async function awaitVerdicts({ browser }: Storyteller, ledger: Ledger) {
  const deadline = Date.now() + VERDICTS_MS;
  for (const { videoId } of ledger.receipts()) {
    for (;;) {
      const { status } = (await browser.get(`/videos/${videoId}`)).body;
      if (status === 'READY' || status === 'ERRORED') break;
      if (Date.now() > deadline)
        throw new Error(`${videoId}: still ${status}, and nobody is at it`);
      await lookAgainAfter(SLICE_MS);
    }
  }
}
