import type { Rendition } from './ladder.ts';
import type { PictureStream, Probe, SoundStream } from './probe.ts';

/** Shorter differences between picture and sound are no gap. */
const GAP_SECONDS = 0.1;

/**
 * The filter graph of the whole ladder: each stream is decoded and cleaned once, then split.
 * Its outputs are named [v0], [a0], [v1], [a1] …
 */
export function filterGraph(
  { picture, sound }: Pick<Probe, 'picture' | 'sound'>,
  renditions: Rendition[],
  toneMap: boolean,
): string {
  const end = Math.max(picture?.times.end ?? 0, sound?.times.end ?? 0);
  const start = Math.min(picture?.times.first ?? end, sound?.times.first ?? end);
  const chains: string[] = [];
  if (picture) chains.push(...pictureChains(picture, renditions, toneMap, { start, end }));
  const copies = picture ? renditions.length : 1;
  if (sound) chains.push(soundChain(sound, copies, end - start));
  return chains.join(';');
}

/**
 * Largest first, each smaller one from the one above. The picture lasts as long as the sound, at
 * both ends, or the last segment would hold minutes of sound alone.
 * ffmpeg applies the rotation itself before the first filter ("-autorotate").
 */
function pictureChains(
  picture: PictureStream,
  renditions: Rendition[],
  toneMap: boolean,
  whole: { start: number; end: number },
): string[] {
  const [top] = renditions;
  if (!top) return [];
  const missing = whole.end - picture.times.end;
  const clean = [
    `fps=${picture.rate.num}/${picture.rate.den}:start_time=0`,
    ...(missing > GAP_SECONDS ? [`tpad=stop_mode=clone:stop_duration=${seconds(missing)}`] : []),
    scale(top),
    ...(picture.hdrTransfer && toneMap ? toneMapping(picture.hdrTransfer) : []),
    'format=yuv420p',
    'setsar=1',
  ];
  const outputs = renditions.map((_, i) => (i === 0 ? '[v0]' : `[s${i}]`)).join('');
  return [
    `[0:${picture.index}]${clean.join(',')},split=${renditions.length}${outputs}`,
    ...renditions.slice(1).map((r, i) => `[s${i + 1}]${scale(r)},setsar=1[v${i + 1}]`),
  ];
}

function scale({ width, height }: Rendition): string {
  return `scale=${width}:${height}:out_range=tv`;
}

/** https://ffmpeg.org/ffmpeg-filters.html#tonemap-1: linear light, then hable, then BT.709. */
function toneMapping(transfer: string): string[] {
  return [
    `zscale=tin=${transfer}:min=bt2020nc:pin=bt2020:rin=tv:t=linear:npl=100`,
    'format=gbrpf32le',
    'zscale=p=bt709',
    'tonemap=tonemap=hable:desat=0',
    'zscale=t=bt709:m=bt709:r=tv',
  ];
}

/** Gaps are filled with silence and the sound lasts as long as the picture: players stop else. */
function soundChain(sound: SoundStream, copies: number, duration: number): string {
  const layout = sound.channels === 1 ? 'mono' : 'stereo';
  const clean = [
    'aresample=48000:async=1:first_pts=0',
    `aformat=channel_layouts=${layout}`,
    `apad=whole_dur=${seconds(duration)}`,
  ];
  const outputs = Array.from({ length: copies }, (_, i) => `[a${i}]`).join('');
  return `[0:${sound.index}]${clean.join(',')},asplit=${copies}${outputs}`;
}

function seconds(value: number): string {
  return Math.max(0, value).toFixed(3);
}
