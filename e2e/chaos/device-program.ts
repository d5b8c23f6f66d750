/**
 * A telephone without a browser: the recorder, the sender and the upload as they run in the web app,
 * over a folder instead of IndexedDB and noise instead of a camera. It records one answer after
 * another, keeps what an earlier life left, and says on stdout what happened, line by line, before
 * anything can kill it. Its parent tells it when the connection is back, and when to come to an end.
 */
import { setMaxListeners } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as lookAgainAfter } from 'node:timers/promises';
import type { Outgoing } from '../../src/features/recording/web/outgoing.ts';
import { createRecorder, type Recorder } from '../../src/features/recording/web/recorder.ts';
import { createSender } from '../../src/features/recording/web/sender.ts';
import type { SliceStore } from '../../src/features/recording/web/slice-store.ts';
import { FakeDevices } from '../../src/features/recording/web/testing/fake-media.ts';
import { deviceFetch } from './device-fetch.ts';
import type { DeviceNews, DeviceOrders, DeviceSetup } from './device-news.ts';
import { createFolderStore } from './folder-store.ts';
import { noiseRecorder } from './noise.ts';
import { createRandom } from './random.ts';

const setup: DeviceSetup = JSON.parse(process.argv[2] ?? '');
const random = createRandom(setup.seed);
const tell = (news: DeviceNews) => process.stdout.write(`${JSON.stringify(news)}\n`);
const window = new EventTarget();
setMaxListeners(0, window); // every upload that waits is one
let ending = false;

/** As in a browser: addresses without a host, the session's cookie, and the event `online`. */
function beBrowser() {
  globalThis.fetch = async (address, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', setup.cookie);
    headers.set('origin', setup.origin);
    const response = await deviceFetch(setup.url + address, { ...init, headers });
    await witness(String(address), init.method ?? 'GET', response);
    return response;
  };
  globalThis.addEventListener = window.addEventListener.bind(window);
  globalThis.removeEventListener = window.removeEventListener.bind(window);
}

/** Notes every word with which the server took something upon itself. */
async function witness(address: string, method: string, response: Response) {
  if (!response.ok) return;
  const offset = response.headers.get('upload-offset');
  if (offset !== null) {
    tell({ what: 'acknowledged', upload: address.split('/').at(-1) ?? '', bytes: Number(offset) });
  }
  if (method === 'POST' && address.endsWith('/receipt')) {
    tell({ what: 'receipt', receipt: await response.clone().json() });
  }
}

/** Called for each slice that is on the disk. */
let onKept = () => {};

/** The store, with a word for each slice that is on the disk. */
function watched(store: SliceStore): SliceStore {
  return {
    ...store,
    async add(id, mark, blob) {
      await store.add(id, mark, blob);
      tell({ what: 'kept', id, bytes: mark.start + mark.size });
      onKept();
    },
  };
}

beBrowser();
const store = watched(createFolderStore(setup.folder));
const sender = createSender({
  personId: setup.personId,
  store,
  locks: undefined,
  prepare: async () => {},
});
/** A new one for each answer, as each page has its own. */
const newRecorder = (): Recorder =>
  createRecorder({
    about: { personId: setup.personId, promptId: setup.promptId, question: '' },
    store,
    sender,
    media: new FakeDevices() as unknown as MediaDevices,
    MediaRecorder: noiseRecorder({
      id: () => recorder.getState().recordingId ?? '',
      sliceMs: setup.sliceMs,
      random,
      onSlice: (id, bytes) => tell({ what: 'said', id, bytes }),
    }),
    beatMs: 1,
  });
let recorder = newRecorder();

/** What the person does about a recording that they see in this state. */
function decide({ recording, phase, error }: Outgoing) {
  const { id, stage } = recording;
  if (phase === 'safe') sender.forget(id);
  else if (phase === 'failed') tell({ what: 'failed', id, error: String(error) });
  else if (stage === 'undecided' && id !== recorder.getState().recordingId) sender.keep(id);
}
// A person looks at what is on the screen, never at what is just being changed.
sender.subscribe(() => setImmediate(() => sender.getState().forEach(decide)));

const reached = (step: string) =>
  new Promise<void>((resolve) => {
    const look = () => recorder.getState().step === step && resolve(stop());
    const stop = recorder.subscribe(look);
    look();
  });

/** So many more slices are on the disk. */
const keptMore = (slices: number) =>
  new Promise<void>((resolve) => {
    let left = slices;
    onKept = () => {
      left -= 1;
      if (left === 0) resolve();
    };
  });

async function recordOne() {
  recorder = newRecorder();
  await recorder.open();
  recorder.confirmDevices();
  await recorder.start();
  await keptMore(random.whole(3, 40));
  recorder.stop();
  await reached('recorded');
  recorder.keep();
}

/** What was not wanted may stay until the server can be told; what has failed waits for a person. */
async function allSent() {
  const left = async () => {
    const failed = sender.getState().filter(({ phase }) => phase === 'failed');
    return (await store.list(setup.personId)).some(
      ({ id, stage }) =>
        stage !== 'unwanted' && !failed.some(({ recording }) => recording.id === id),
    );
  };
  while (await left()) await lookAgainAfter(setup.sliceMs);
}

// A pipe holds what is said before this program is ready to listen.
const orders = createInterface({ input: process.stdin });
orders.on('line', (order: DeviceOrders) => {
  if (order === 'end') ending = true;
  window.dispatchEvent(new Event('online'));
  sender.retry();
});
orders.on('close', () => process.exit(1)); // never outlives its parent

await sender.start();
while (!ending) await recordOne();
await allSent();
process.exit(0);
