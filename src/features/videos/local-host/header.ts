import { UnplayableError } from './errors.ts';
import type { IsoState } from './iso-boxes.ts';
import { ToolError } from './run.ts';
import { BOUNDED_DECODER, safeInput } from './safe-input.ts';
import { runTool, type Tools } from './tools.ts';

const HEADER_MS = 60_000;

/** One stream as the file's header tells it; nothing of it is proven yet. */
export interface HeaderStream {
  index: number;
  kind: string;
  codec: string;
  /** A still picture that belongs to a sound file; never the film. */
  isCover: boolean;
  /** Stored size, before rotation, in the file's own pixels. */
  width: number;
  height: number;
  /** Width of a pixel by its height. */
  pixelAspect: number;
  /** Degrees clockwise: 0, 90, 180, 270. */
  rotation: number;
  transfer: string;
  channels: number;
}

export interface Header {
  container: string;
  streams: HeaderStream[];
  /** A picture claims a size that ffmpeg itself refuses; it tells none then. */
  refusedSize: boolean;
}

/** The parts of ffprobe's JSON that are read (ffprobe's documentation, "Writers", "json"). */
interface ProbeJson {
  format?: { format_name?: string };
  streams?: {
    index: number;
    codec_type?: string;
    codec_name?: string;
    width?: number;
    height?: number;
    sample_aspect_ratio?: string;
    color_transfer?: string;
    channels?: number;
    disposition?: { attached_pic?: number; timed_thumbnails?: number };
    tags?: { rotate?: string };
    side_data_list?: { rotation?: number | string }[];
  }[];
}

/** Reads the header. Throws UnplayableError when no container that we know is there. */
export async function readHeader(
  tools: Tools,
  file: string,
  iso: IsoState,
  signal?: AbortSignal,
): Promise<Header> {
  const args = ['-v', 'error', '-show_format', '-show_streams', '-of', 'json', ...BOUNDED_DECODER];
  try {
    const { stdout, stderr } = await runTool(tools, 'ffprobe', [...args, ...safeInput(file)], {
      timeoutMs: HEADER_MS,
      signal,
    });
    const json = JSON.parse(stdout.toString('utf8')) as ProbeJson;
    return {
      container: json.format?.format_name ?? 'unknown',
      streams: (json.streams ?? []).map(headerStream),
      refusedSize: /Picture size \d+x\d+ (is invalid|exceeds)/.test(stderr),
    };
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    const streams = error.reason === 'too_much_output' || /exceeds max_streams/.test(error.stderr);
    if (streams) throw new UnplayableError('too_many_streams');
    if (error.reason !== 'failed') throw error;
    const cutOff = iso.isIso && iso.cutOff;
    throw new UnplayableError(cutOff ? 'cut_off' : 'not_a_recording', error.stderr);
  }
}

function headerStream(json: NonNullable<ProbeJson['streams']>[number]): HeaderStream {
  const { disposition } = json;
  return {
    index: json.index,
    kind: json.codec_type ?? 'unknown',
    codec: json.codec_name ?? 'unknown',
    isCover: disposition?.attached_pic === 1 || disposition?.timed_thumbnails === 1,
    width: json.width ?? 0,
    height: json.height ?? 0,
    pixelAspect: pixelAspect(json.sample_aspect_ratio),
    rotation: rotation(json),
    transfer: json.color_transfer ?? 'unknown',
    channels: json.channels ?? 0,
  };
}

function pixelAspect(text = '1:1'): number {
  const [width, height] = text.split(':').map(Number);
  const aspect = (width ?? 1) / (height ?? 1);
  // 0:1 means "unknown"; beyond 4:1 it is a mistake.
  return aspect > 0.25 && aspect < 4 ? aspect : 1;
}

/** Phones write it as side data, counted anticlockwise; older files as a tag, clockwise. */
function rotation(json: NonNullable<ProbeJson['streams']>[number]): number {
  const side = json.side_data_list?.find((data) => data.rotation !== undefined)?.rotation;
  const degrees = side === undefined ? Number(json.tags?.rotate ?? 0) : -Number(side);
  const quarter = Math.round(degrees / 90) * 90;
  return Number.isFinite(quarter) ? ((quarter % 360) + 360) % 360 : 0;
}
