import type Mux from '@mux/mux-node';
import type { WorkerDeps } from '../../../worker/deps.ts';
import { tell } from '../door.ts';
import { orGone } from './client.ts';
import { assetSettings, CAPTIONS } from './direct-upload.ts';
import { clipWasRefused, eventsOfAsset } from './events.ts';

interface Wanted {
  assetId: string;
  start: number;
  end: number;
  /** Whether the whole has words, which the part is given. */
  hasWords: boolean;
}

/** What Mux is sent to cut a recording. Captions are asked for where the part is not given any. */
export const clipSettings = (videoId: string, { assetId, start, end, hasWords }: Wanted) => ({
  ...assetSettings(videoId),
  inputs: [
    {
      url: `mux://assets/${assetId}`,
      start_time: start,
      end_time: end,
      ...(hasWords ? {} : CAPTIONS),
    },
  ],
});

/**
 * Has Mux make a part of a recording that is there: an asset of its own, frame by frame.
 * https://www.mux.com/docs/guides/create-clips-from-your-videos
 */
export async function clipAtMux({ service }: WorkerDeps, mux: Mux, videoId: string): Promise<void> {
  const [wanted] = await service.asService(
    (sql) => sql<Wanted>`
      select w."muxAssetId" as "assetId", t."start", t."end",
        exists (select from public."VideoTranscript" s
          where s."videoId" = w.id and s.transcript is not null) as "hasWords"
      from public."TrimmedVideo" t join public."Video" v on v.id = t."videoId"
      join public."Video" w on w.id = t."wholeId"
      where t."videoId" = ${videoId} and v."muxAssetId" is null and v.status <> 'ERRORED'`,
  );
  if (wanted === undefined) return;
  const asset = await mux.video.assets.create(clipSettings(videoId, wanted));
  await tell(service, ...eventsOfAsset(asset));
  // withdrawn meanwhile, or made by an earlier try of which a webhook has told
  const [row] = await service.asService(
    (sql) => sql`
      select from public."Video" where id = ${videoId} and "muxAssetId" = ${asset.id}`,
  );
  if (row === undefined) await orGone(mux.video.assets.delete(asset.id));
}

/**
 * Takes away the captions that came with the clip: those that are cut through say what was cut away.
 * What is said in it is known here.
 */
export async function dropTracks({ service }: WorkerDeps, mux: Mux, videoId: string) {
  const [video] = await service.asService(
    (sql) => sql<{ assetId: string }>`
      select "muxAssetId" as "assetId" from public."Video"
      where id = ${videoId} and "muxAssetId" not like 'local-%'`,
  );
  if (video === undefined) return;
  const { assetId } = video;
  const asset = await orGone(mux.video.assets.retrieve(assetId));
  for (const { id, type } of asset?.tracks ?? []) {
    if (type === 'text' && id) await orGone(mux.video.assets.deleteTrack(assetId, id));
  }
}

/** Nobody waits for it any longer; the story is as it was. */
export const giveUpClip = ({ service }: WorkerDeps, videoId: string): Promise<void> =>
  tell(service, clipWasRefused(videoId));
