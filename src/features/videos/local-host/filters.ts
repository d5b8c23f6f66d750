import type { Rendition } from './ladder.ts';
import type { Part, PictureStream, Probe, SoundStream } from './probe.ts';

/** Shorter differences between picture and sound are no gap. */
const GAP_SECONDS = 0.1;

type Streams = Pick<Probe, 'picture' | 'sound'>;

/** The filter graph of some renditions; its outputs are named [v0], [v1] … */
export function pictureGraph(
  streams: Streams & { picture: PictureStream },
  part: Part | null,
  renditions: Rendition[],
  toneMap: boolean,
): string {
  const cut = part ? [`trim=${bounds(part)}`, 'setpts=PTS-STARTPTS'] : [];
  return pictureChains(streams.picture, cut, renditions, toneMap, extent(streams)).join(';');
}

/** Gaps are filled with silence and the sound lasts as long as the picture: players stop else. */
export function soundFilters(
  streams: Streams & { sound: SoundStream },
  part: Part | null,
): string[] {
  const { start, end } = part ?? extent(streams);
  return [
    'aresample=48000:async=1:first_pts=0',
    ...(part ? [`atrim=${bounds(part)}`, 'asetpts=PTS-STARTPTS'] : []),
    `aformat=channel_layouts=${streams.sound.channels === 1 ? 'mono' : 'stereo'}`,
    `apad=whole_dur=${seconds(end - start)}`,
  ];
}

/**
 * Of ffmpeg's trim: after the streams begin at 0 together, so that both are cut at the same moment,
 * to a frame and to a sample. Seeking in the file would begin at a keyframe, and fails in a browser's WebM.
 */
const bounds = ({ start, end }: Part) => `start=${seconds(start)}:end=${seconds(end)}`;

/** Of both streams together, in seconds of the file's clock. */
function extent({ picture, sound }: Streams): { start: number; end: number } {
  const end = Math.max(picture?.times.end ?? 0, sound?.times.end ?? 0);
  return { start: Math.min(picture?.times.first ?? end, sound?.times.first ?? end), end };
}

/**
 * Largest first, each smaller one from the one above. The picture lasts as long as the sound, at
 * both ends, or the last segment would hold minutes of sound alone.
 * ffmpeg applies the rotation itself before the first filter ("-autorotate").
 */
function pictureChains(
  picture: PictureStream,
  cut: string[],
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
    ...cut,
    scale(top, picture),
    ...(picture.hdrTransfer && toneMap ? toneMapping(picture.hdrTransfer) : []),
    'format=yuv420p',
    'setsar=1',
  ];
  const outputs = renditions.map((_, i) => (i === 0 ? '[v0]' : `[s${i}]`)).join('');
  return [
    `[0:${picture.index}]${clean.join(',')},split=${renditions.length}${outputs}`,
    ...renditions.slice(1).map((r, i) => `[s${i + 1}]${scale(r, top)},setsar=1[v${i + 1}]`),
  ];
}

type Size = Pick<Rendition, 'width' | 'height'>;

/**
 * To half the size and less, the mean of what falls together (swscale's "area") looks as good as
 * the bicubic that is usual and takes two thirds of its time: SSIM to Lanczos 0.997 and 0.999.
 */
function scale({ width, height }: Size, from: Size): string {
  const flags = width * 2 <= from.width ? ':flags=area' : '';
  return `scale=${width}:${height}:out_range=tv${flags}`;
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

function seconds(value: number): string {
  return Math.max(0, value).toFixed(3);
}
