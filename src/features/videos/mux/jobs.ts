import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Jobs } from '../../../worker/deps.ts';
import { muxAddresses } from './addresses.ts';
import { fetchCaptions, giveUpCaptions } from './captions.ts';
import { isRefused, openMux } from './client.ts';
import { clipAtMux, dropTracks, giveUpClip } from './clip.ts';
import { removeAtMux } from './remove.ts';
import { sendToMux } from './send.ts';
import { sweep } from './sweep.ts';

const OfVideo = Type.Object({ videoId: Type.String({ format: 'uuid' }) });
const OfTrack = Type.Object({ trackId: Type.String() });
const OfRemoved = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** What the worker does at Mux. Jobs that wait there without a token fail, and so stay seen. */
export const muxJobs: Jobs = (deps) => {
  const { config, service } = deps;
  const api = openMux(config);
  const addresses = muxAddresses(config);
  const mux = () => {
    if (api === null) throw new Error('MUX_TOKEN_ID and MUX_TOKEN_SECRET are not set.');
    return api;
  };
  return {
    tasks: {
      'mux.send': (payload, { abortSignal }) =>
        sendToMux(deps, mux(), Value.Parse(OfVideo, payload).videoId, abortSignal),
      'mux.clip': async (payload, { job }) => {
        const { videoId } = Value.Parse(OfVideo, payload);
        try {
          await clipAtMux(deps, mux(), videoId);
        } catch (error) {
          if (isRefused(error)) return giveUpClip(deps, videoId);
          if (job.attempts >= job.max_attempts) await giveUpClip(deps, videoId);
          throw error;
        }
      },
      'mux.untrack': (payload) => dropTracks(deps, mux(), Value.Parse(OfVideo, payload).videoId),
      'mux.captions': async (payload, { job }) => {
        const { trackId } = Value.Parse(OfTrack, payload);
        if (addresses === null) throw new Error('MUX_SIGNING_KEY and MUX_PRIVATE_KEY are not set.');
        try {
          await fetchCaptions(deps, addresses, trackId);
        } catch (error) {
          if (job.attempts >= job.max_attempts) await giveUpCaptions(deps, trackId);
          throw error;
        }
      },
      'mux.delete': (payload) => removeAtMux(deps, mux(), Value.Parse(OfRemoved, payload).id),
      'mux.sweep': async () => {
        await sweep(deps, mux());
        const left = await service.asService(
          (sql) => sql<{ id: string }>`
            select id from private.removed_asset where "removedAt" < now() - interval '1 day' limit 30`,
        );
        for (const { id } of left) await removeAtMux(deps, mux(), id);
      },
    },
    cron: api === null ? [] : [{ task: 'mux.sweep', match: '*/10 * * * *' }],
  };
};
