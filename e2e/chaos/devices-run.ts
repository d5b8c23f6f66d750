import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstAdminTells, type Storyteller } from '../storyteller.ts';
import { type RunningTelloom, startTelloom } from '../telloom.ts';
import { type Device, startDevice } from './device.ts';
import { type Findings, type Ledger, openLedger } from './ledger.ts';
import { type Line, startLine } from './line.ts';
import { createRandom, type Random } from './random.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

export type Mishap = 'device' | 'server' | 'database' | 'network' | 'disk';

export interface DevicesRun extends Findings {
  kills: Record<Mishap, number>;
}

export interface DevicesOptions {
  rounds: number;
  seed: number;
  devices: number;
  /** A file for what the server says in its lives. */
  log?: string;
  say: (line: string) => void;
}

/** How often each is chosen. A server takes some seconds to come back, the others none. */
const WEIGHTS: Record<Mishap, number> = {
  device: 12,
  server: 5,
  database: 3,
  network: 12,
  disk: 4,
};
const SLICE_MS = 100;

/** What a round has at hand. */
interface Stage {
  telloom: RunningTelloom;
  line: Line;
  disk: SmallDisk | null;
  devices: Device[];
  ledger: Ledger;
  random: Random;
  kills: Record<Mishap, number>;
}

/**
 * Devices record all the time, and at random moments something is killed, cut or filled, until that
 * has happened as often as asked. Then all of it is compared: what was said, promised and kept.
 */
export async function runDevices(options: DevicesOptions): Promise<DevicesRun> {
  const { seed, say } = options;
  const telloom = await startTelloom(options.log);
  const originals = join(telloom.dataDir, 'originals');
  const disk = mountSmallDisk(originals);
  if (!disk) say('a full disk is left out: this user may not mount a small one');
  const line = await startLine(telloom.port);
  const folder = mkdtempSync(join(tmpdir(), 'telloom-devices-'));
  let devices: Device[] = [];
  try {
    const ledger = openLedger(originals);
    const rosa = await firstAdminTells(telloom);
    devices = startDevices(options, { rosa, line, folder, ledger, origin: telloom.url });
    const kills = { device: 0, server: 0, database: 0, network: 0, disk: 0 };
    const random = createRandom(seed);
    const stage: Stage = { telloom, line, disk, devices, ledger, random, kills };
    const played = playAll(stage, options).then(() => askAgain(rosa, ledger));
    await Promise.race([played, ...devices.map((device) => device.failed)]);
    return { kills, ...ledger.close() };
  } finally {
    await Promise.all(devices.map((device) => device.close()));
    await line.close();
    disk?.unmount();
    await telloom.stop();
    rmSync(folder, { recursive: true });
  }
}

async function playAll(stage: Stage, { rounds, say }: DevicesOptions) {
  const sum = () => Object.values(stage.kills).reduce((all, one) => all + one, 0);
  for (let done = 0; done < rounds; done = sum()) {
    await playRound(stage);
    if (Math.floor(sum() / 25) > Math.floor(done / 25)) say(`${sum()} of ${rounds}`);
  }
  await Promise.all(stage.devices.map((device) => device.end()));
}

async function playRound({ telloom, line, disk, devices, ledger, random, kills }: Stage) {
  const mishap = random.pick<Mishap>({ ...WEIGHTS, disk: disk ? WEIGHTS.disk : 0 });
  const count = (one: Mishap) => {
    kills[one] += 1;
  };
  const killDevice = async () => {
    await devices[random.whole(0, devices.length - 1)]?.kill();
    count('device');
  };
  /** While something is gone people go on, and sometimes the next thing goes. */
  const meanwhile = async () => {
    await ledger.more(random.whole(3, 12));
    if (random.chance(0.3)) await killDevice();
  };
  const restart = async () => {
    ledger.checkAcknowledged();
    await Promise.all([telloom.start(), meanwhile()]);
  };

  await ledger.more(random.whole(1, 40));
  if (mishap === 'device') return killDevice();
  count(mishap);
  if (mishap === 'server') await telloom.kill().then(restart);
  else if (mishap === 'database') await telloom.killDatabase().then(restart);
  else if (mishap === 'network') {
    line.cut();
    await meanwhile();
    line.mend();
  } else {
    disk?.fill();
    await meanwhile();
    disk?.free();
  }
  for (const device of devices) device.tell('online');
  ledger.checkAcknowledged();
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
