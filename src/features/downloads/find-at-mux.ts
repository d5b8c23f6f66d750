import type Mux from '@mux/mux-node';
import { orGone } from '../videos/mux/client.ts';
import { failed, type Outcome, type Wanted, wait } from './wanted.ts';

type File = Mux.Video.StaticRendition;

/** What Mux calls the files, the best first; the later ones are of its older way of making them. */
const names = {
  highest: ['highest.mp4', 'capped-1080p.mp4', 'high.mp4'],
  'audio-only': ['audio.m4a'],
};

/**
 * A static rendition at Mux, which is asked for where there is none; one that failed is asked for
 * anew. https://www.mux.com/docs/guides/enable-static-mp4-renditions
 */
export async function findAtMux(mux: Mux, wanted: Wanted): Promise<Outcome> {
  const { assetId, quality, hasPicture } = wanted;
  const resolution = quality === 'audio' || !hasPicture ? 'audio-only' : 'highest';
  const asset = await orGone(mux.video.assets.retrieve(assetId));
  if (asset === null) return failed('gone');
  if (asset.status === 'errored') return failed('not-made');
  if (asset.status === 'preparing') return wait;
  const file = best(asset.static_renditions?.files ?? [], names[resolution]);
  // where Mux says nothing of the state, the older way has made it
  const state = file && (file.status ?? 'ready');
  if (state === 'ready' && file?.name) {
    return { status: 'ready', file: file.name, bytes: Number(file.filesize) || null };
  }
  if (state === 'skipped') return failed('unavailable');
  if (state === 'errored' && file?.id)
    await mux.video.assets.deleteStaticRendition(assetId, file.id);
  if (state !== 'preparing') await mux.video.assets.createStaticRendition(assetId, { resolution });
  return wait;
}

const best = (files: File[], wanted: string[]): File | undefined =>
  wanted.flatMap((name) => files.filter((file) => file.name === name)).at(0);
