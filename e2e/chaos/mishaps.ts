import type { RunningTelloom } from '../telloom.ts';
import type { Device } from './device.ts';
import type { Ledger } from './ledger.ts';
import type { Line } from './line.ts';
import type { LoneWorker } from './lone-worker.ts';
import type { Random } from './random.ts';
import type { SmallDisk } from './small-disk.ts';

export type Mishap = 'device' | 'server' | 'worker' | 'database' | 'network' | 'disk' | 'writes';

/** How often each is chosen. A server takes some seconds to come back, a device none. */
const WEIGHTS: Record<Mishap, number> = {
  device: 12,
  server: 5,
  worker: 4,
  database: 3,
  network: 12,
  disk: 4,
  writes: 4,
};

/** What a round has at hand. */
export interface Stage {
  telloom: RunningTelloom;
  worker: LoneWorker;
  line: Line;
  disk: SmallDisk | null;
  devices: Device[];
  ledger: Ledger;
  random: Random;
  kills: Record<Mishap, number>;
}

export const noKills = (): Record<Mishap, number> => {
  return { device: 0, server: 0, worker: 0, database: 0, network: 0, disk: 0, writes: 0 };
};

/** Something happens at some moment, and all of it works again; gives what it was. */
export async function playRound(stage: Stage): Promise<Mishap> {
  const { disk, ledger, random, devices, kills } = stage;
  const mishap = random.pick<Mishap>({ ...WEIGHTS, disk: disk ? WEIGHTS.disk : 0 });
  await ledger.more(random.whole(1, 40));
  if (mishap === 'device') {
    await killDevice(stage);
    return mishap;
  }
  kills[mishap] += 1;
  await play[mishap](stage);
  for (const device of devices) device.tell('online');
  ledger.checkAcknowledged();
  return mishap;
}

const play: Record<Exclude<Mishap, 'device'>, (stage: Stage) => Promise<unknown>> = {
  server: (stage) => stage.telloom.kill().then(() => startAgain(stage)),
  database: (stage) => stage.telloom.killDatabase().then(() => startAgain(stage)),
  worker: (stage) => Promise.all([stage.worker.kill(), meanwhile(stage)]),
  async network(stage) {
    stage.line.cut();
    await meanwhile(stage);
    stage.line.mend();
  },
  async disk(stage) {
    stage.disk?.fill();
    await meanwhile(stage);
    stage.disk?.free();
  },
  async writes(stage) {
    stage.telloom.turnWrites();
    await meanwhile(stage);
    stage.telloom.turnWrites();
  },
};

async function killDevice({ devices, random, kills }: Stage) {
  await devices[random.whole(0, devices.length - 1)]?.kill();
  kills.device += 1;
}

/** While something is gone people go on, and sometimes the next thing goes. */
async function meanwhile(stage: Stage) {
  const { ledger, random } = stage;
  await ledger.more(random.whole(3, 12));
  if (random.chance(0.3)) await killDevice(stage);
}

async function startAgain(stage: Stage) {
  const { telloom, worker, ledger } = stage;
  ledger.checkAcknowledged();
  await Promise.all([telloom.start(), meanwhile(stage)]);
  await worker.revive();
}
