import type { JobHelpers } from 'graphile-worker';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Jobs, WorkerDeps } from '../../worker/deps.ts';
import { growLater } from '../videos/jobs.ts';
import { openMux } from '../videos/mux/client.ts';
import { findAtMux } from './find-at-mux.ts';
import { findHere, findOriginal } from './find-here.ts';
import { failed, noteAttempt, type Outcome, readWanted, type Wanted, wait } from './wanted.ts';

const Payload = Type.Object({ downloadId: Type.String({ format: 'uuid' }) });

/** Makes copies ready for those who asked for them, and ends what is over. */
export const downloadsJobs: Jobs = (deps) => {
  const look = finder(deps);
  return {
    tasks: {
      'downloads.prepare': async (payload, helpers) => {
        const { downloadId } = Value.Parse(Payload, payload);
        const wanted = await readWanted(deps.service, downloadId);
        if (wanted === null) return;
        const outcome = wanted === 'gone' ? failed('gone') : await attempt(look, wanted, helpers);
        await noteAttempt(deps.service, downloadId, outcome);
      },
      'downloads.sweep': async () => {
        await deps.service.asService((sql) => sql`select private.sweep_downloads()`);
      },
    },
    cron: [{ task: 'downloads.sweep', match: '27 * * * *' }],
  };
};

type Look = (wanted: Wanted, helpers: JobHelpers) => Promise<Outcome>;

/** Where a copy is looked for: by what is wanted, and by the host that has the recording. */
function finder({ config, tools }: WorkerDeps): Look {
  const mux = openMux(config);
  return async (wanted, helpers) => {
    if (wanted.quality === 'original') return findOriginal(config.dataDir, wanted);
    if (wanted.assetId.startsWith('local-')) {
      const { videoId } = wanted;
      const canMake = tools !== null && videoId !== null;
      return findHere(config.dataDir, wanted, canMake ? () => growLater(helpers, videoId) : null);
    }
    if (mux === null) throw new Error('MUX_TOKEN_ID and MUX_TOKEN_SECRET are not set.');
    return findAtMux(mux, wanted);
  };
}

/** Whatever goes wrong on the way is written down, and tried again until it is given up. */
async function attempt(look: Look, wanted: Wanted, helpers: JobHelpers): Promise<Outcome> {
  try {
    return await look(wanted, helpers);
  } catch (error) {
    if (helpers.abortSignal?.aborted) throw error;
    helpers.logger.warn(`${wanted.assetId}: ${String(error)}`);
    return wait;
  }
}
