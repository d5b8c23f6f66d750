import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { step } from '../../../bin/lib/steps.mjs';
import { buildWeb, isBuilt } from '../../../bin/lib/web-build.mjs';
import { Problem } from '../../../db/embedded/problem.ts';
import { parseConfig } from '../../config.ts';
import { passwordLength } from '../../features/account/password.ts';
import type { Given } from '../commands.ts';
import { isServed } from '../data-folder.ts';
import { findGround, type Ground } from '../ground.ts';
import { makeParts, quietly } from '../parts.ts';
import { serveAnd } from '../serve.ts';
import { Interrupted, listenForStop, type Stopping } from '../stopping.ts';
import { makeFamily } from './family.ts';
import { openDoor } from './open-door.ts';
import { findFamily, removeFamily } from './remove.ts';
import { addressOf, type Name, people } from './told/people.ts';
import { stories, summedUp } from './told/stories.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * `telloom demo [--password …]` and `telloom demo --remove`: a family with stories, made by what
 * its people would do themselves, to look around in. In the Telloom that runs on the data folder;
 * where none does, it starts one, which goes on with the family.
 */
export async function demoCommand(env: NodeJS.ProcessEnv, given: Given): Promise<number> {
  const config = parseConfig(env);
  process.umask(0o077); // as the server: what it makes is for this OS user alone
  const work = given.remove ? remove : making(given.password);
  if (isServed(config.dataDir)) {
    const stopping = listenForStop();
    await work(await findGround(env), stopping).catch((error) => {
      if (!stopping.isAsked()) throw error;
    });
    return stopping.isAsked() ? 130 : 0;
  }
  if (!isBuilt(root)) await step('Build the web app', () => buildWeb(root));
  return serveAnd(env, async (serving, stopping) => {
    await work(serving, stopping);
    if (given.remove) return;
    await serving.sayReady();
    await stopping.asked;
  });
}

type Work = (ground: Ground, stopping: Stopping) => Promise<void>;

function making(password = makePassword()): Work {
  if (password.length < passwordLength.min || password.length > passwordLength.max) {
    throw new Problem(
      `A password has ${passwordLength.min} to ${passwordLength.max} characters: correct --password.`,
    );
  }
  return (ground, stopping) =>
    throughDoor(ground, stopping, async (deps) => {
      const family = await makeFamily({ ...deps, password, step }, { stories, topic: summedUp });
      const came = (Object.keys(people) as Name[]).filter((who) => family[who] !== null);
      process.stdout.write(signIns(ground.config.publicUrl, came, password));
    });
}

const remove: Work = (ground, stopping) =>
  throughDoor(ground, stopping, async (deps) => {
    if ((await findFamily(deps.service)).length === 0) {
      process.stdout.write('There is no demo family here.\n');
    }
    // Also without one: what an interrupted removal left behind goes now.
    await step('Take the demo family away', async (note) =>
      note(`${await removeFamily(deps)} people`),
    );
  });

async function throughDoor(
  ground: Ground,
  stopping: Stopping,
  work: (opened: Awaited<ReturnType<typeof openDoor>>) => Promise<void>,
): Promise<void> {
  const parts = makeParts(stopping, quietly);
  try {
    const opened = await openDoor(ground, parts);
    const ended = await Promise.race([work(opened), stopping.asked]);
    if (ended === undefined) return;
    process.stderr.write(
      'Stopped: "npx telloom demo --remove" takes away what there is of the family.\n',
    );
    throw new Interrupted();
  } finally {
    await parts.stopAll();
  }
}

/** Eight syllables: as good as ten random letters, and easy to type on a phone. */
function makePassword(): string {
  const pick = (letters: string) => letters.charAt(randomInt(letters.length));
  const syllable = () => pick('bdfghklmnprstvz') + pick('aeiou');
  return Array.from({ length: 4 }, () => syllable() + syllable()).join('-');
}

function signIns(publicUrl: string, came: Name[], password: string): string {
  const rows = came.map(
    (who) => `  ${addressOf(who).padEnd(20)} ${people[who].name}, ${people[who].comes}`,
  );
  return [
    '',
    `The family is here. Sign in at ${publicUrl}/sign-in as one of them:`,
    '',
    ...rows,
    '',
    `The password of each: ${password}`,
    '"npx telloom demo --remove" takes them away, with all that is theirs.',
    '',
  ].join('\n');
}
