import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { howToGet } from '../../bin/lib/system.mjs';
import { findBinaries } from '../../db/embedded/binaries.ts';
import { type Config, parseConfig } from '../config.ts';
import { chooseEngine } from '../features/transcripts/engine/engines.ts';
import { findTools, type Tools } from '../features/videos/local-host/tools.ts';

interface Finding {
  what: string;
  /** `needed` is missing: Telloom does not run. `useful` is missing: it runs with less. */
  state: 'there' | 'needed' | 'useful';
  detail: string;
}

const there = (what: string, detail: string): Finding => ({ what, state: 'there', detail });

/** `telloom doctor`: exit code 1 when something that Telloom cannot run without is missing. */
export async function doctor(env: NodeJS.ProcessEnv): Promise<number> {
  const config = parseConfig(env);
  const findings = [
    there('Node', process.versions.node),
    await database(config),
    dataFolder(config),
    ...(await media(config)),
    mail(config),
  ];
  const marks = { there: '✓', needed: '✗', useful: '!' };
  for (const { what, state, detail } of findings) {
    process.stdout.write(`${marks[state]} ${what}: ${detail}\n`);
  }
  return findings.some(({ state }) => state === 'needed') ? 1 : 0;
}

async function database(config: Config): Promise<Finding> {
  const what = 'Database';
  if (config.databaseUrl !== null) return there(what, new URL(config.databaseUrl).host);
  try {
    const { postgres } = await findBinaries();
    return there(what, `built-in PostgreSQL, ${postgres}`);
  } catch (error) {
    return { what, state: 'needed', detail: (error as Error).message };
  }
}

function dataFolder({ dataDir }: Config): Finding {
  const what = 'Data folder';
  let folder = dataDir;
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const detail = `${folder} cannot be written to (${code}): set TELLOOM_DATA to another folder.`;
    return { what, state: 'needed', detail };
  }
  return there(what, folder === dataDir ? dataDir : `${dataDir} (made at the first start)`);
}

async function media(config: Config): Promise<Finding[]> {
  try {
    const tools = await findTools({ ffmpeg: config.ffmpeg });
    return [ffmpeg(tools), await speech(config, tools)];
  } catch (error) {
    const wrong: Finding = { what: 'ffmpeg', state: 'useful', detail: (error as Error).message };
    return [wrong, { ...wrong, what: 'Transcripts' }];
  }
}

function ffmpeg(tools: Tools | null): Finding {
  const what = 'ffmpeg';
  if (tools) return there(what, `${tools.version}, ${tools.ffmpeg}`);
  const detail = `missing, so recordings play as they were made, in one size only: ${howToGet('ffmpeg')}.`;
  return { what, state: 'useful', detail };
}

async function speech(config: Config, tools: Tools | null): Promise<Finding> {
  const what = 'Transcripts';
  try {
    const engine = await chooseEngine({ tools, config });
    if (engine) return there(what, engine.name);
  } catch (error) {
    return { what, state: 'useful', detail: (error as Error).message };
  }
  const package_ = 'pocketsphinx pocketsphinx-en-us';
  const detail = `written by hand, as no speech recognition is there: ${howToGet('pocketsphinx', package_)}.`;
  return { what, state: 'useful', detail };
}

function mail(config: Config): Finding {
  if (config.smtpUrl !== null) return there('Mail', new URL(config.smtpUrl).host);
  const detail = 'stays in the outbox, where an admin reads it: set SMTP_URL to send it.';
  return { what: 'Mail', state: 'useful', detail };
}
