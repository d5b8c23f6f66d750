import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '../../../db/embedded/problem.ts';
import type { Tools } from '../../features/videos/local-host/tools.ts';
import { type Arrival, arrive, type Family } from './arrive.ts';
import { canSpeak } from './draw/speech.ts';
import { layBeside, live, type Shelf, share } from './live.ts';
import { findFamily } from './remove.ts';
import { type Studio, sumUp, tell } from './tell.ts';
import type { summedUp, Told } from './told/stories.ts';

export interface FamilyDeps extends Arrival {
  tools: Tools | null;
  /** Runs a step and shows it. */
  step: <T>(label: string, work: (note: (text: string) => void) => Promise<T>) => Promise<T>;
}

export interface ToTell {
  stories: Told[];
  topic: typeof summedUp | null;
}

/**
 * Makes the demo family, by what they would do themselves.
 * @returns who came: without an admin where there is one already
 * @throws Problem where it is here already, whole or in part
 */
export async function makeFamily(deps: FamilyDeps, { stories, topic }: ToTell): Promise<Family> {
  const { step, service } = deps;
  await refuseAnother(deps);
  const studio = await step('Look for a voice', (note) => openStudio(deps.tools, note));
  const family = await step('Bring the family together', () => arrive(deps));
  const shelf: Shelf = new Map();
  await step('Film the stories and send them in', async (note) => {
    for (const told of stories) shelf.set(told.key, await tell(studio, family[told.by], told));
    if (topic) shelf.set(topic.key, await sumUp(studio, family[topic.by], topic));
    note(`${shelf.size}`);
  });
  await step('Put photos and papers beside them', () => layBeside(family, shelf));
  await step('Wait until they can be watched', () => untilReady(family, stories, topic, shelf));
  await step('Share them, and watch some', async () => {
    await share(family, service, stories, shelf);
    await live(family, service, shelf);
  });
  for (const person of Object.values(family)) await person?.post('/auth/sign-out');
  return family;
}

async function refuseAnother({ service, config }: FamilyDeps): Promise<void> {
  if (config.videoHost === 'mux') {
    throw new Problem(
      'The demo would have its films hosted by Mux, for money: unset TELLOOM_VIDEO_HOST.',
    );
  }
  const here = await findFamily(service);
  if (here.length === 0) return;
  const names = here.map(({ name }) => name ?? 'somebody').join(', ');
  throw new Problem(
    `A demo family is here already, or a part of one (${names}): "npx telloom demo --remove" takes it away.`,
  );
}

async function openStudio(tools: Tools | null, note: (text: string) => void): Promise<Studio> {
  if (!tools)
    throw new Problem(
      'The demo films its stories with ffmpeg, which is not here: see "npx telloom doctor".',
    );
  const speaks = await canSpeak(tools.ffmpeg);
  note(
    speaks
      ? 'flite'
      : 'this ffmpeg is built without flite, so a soft tone stands in for every voice, and the captions tell',
  );
  return { ffmpeg: tools.ffmpeg, speaks };
}

const longestMs = 15 * 60_000;

/** As a page of theirs would, everybody asks after their recordings until all can be watched. */
async function untilReady(
  family: Family,
  stories: Told[],
  topic: ToTell['topic'],
  shelf: Shelf,
): Promise<void> {
  const deadline = performance.now() + longestMs;
  for (const { key, by } of topic ? [...stories, topic] : stories) {
    const path = `/videos/${shelf.get(key)?.videoId}`;
    for (;;) {
      const video = await family[by].get<{ status: string; errorMessage: string | null }>(path);
      if (video.status === 'READY') break;
      if (video.status === 'ERRORED') throw new Error(`“${key}”: ${video.errorMessage}`);
      if (performance.now() > deadline) {
        throw new Problem(
          'The films are still not ready: is a worker running? See "npx telloom doctor".',
        );
      }
      await wait(400);
    }
  }
}
