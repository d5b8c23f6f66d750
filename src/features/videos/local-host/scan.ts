import { safeInput } from './safe-input.ts';
import { runTool, type Tools } from './tools.ts';

/** Frames whose times are kept to measure the rate: ten seconds at 60. */
const KEPT_TIMES = 600;
const SCAN_MS = 15 * 60_000;

/** What the packets of one stream say, in seconds of the file's own clock. */
export interface StreamTimes {
  first: number;
  /** The end of the last packet. */
  end: number;
  packets: number;
  /** Times of the first 600 packets, in the order of the file. */
  times: number[];
}

export interface Scan {
  streams: Map<number, StreamTimes>;
  /** What the reader complained about; names a file that ends too early. */
  complaints: string;
}

/**
 * Reads every packet once without decoding it. The header's duration cannot be trusted: a
 * recording of a browser has none, a fragmented MP4 may claim 40 hours.
 * Throws ToolError.
 */
export async function scanPackets(tools: Tools, file: string, signal?: AbortSignal): Promise<Scan> {
  const streams = new Map<number, StreamTimes>();
  const entries = 'packet=stream_index,pts_time,dts_time,duration_time';
  const { stderr } = await runTool(
    tools,
    'ffprobe',
    ['-v', 'error', '-show_entries', entries, '-of', 'csv=p=0', ...safeInput(file)],
    { timeoutMs: SCAN_MS, signal, onLine: (line) => addPacket(streams, line) },
  );
  return { streams, complaints: stderr };
}

function addPacket(streams: Map<number, StreamTimes>, line: string): void {
  const [index, pts, dts, duration] = line.split(',').map((field) => Number.parseFloat(field));
  // Some containers (AVI) give the time of decoding only.
  const time = Number.isFinite(pts) ? pts : dts;
  if (index === undefined || time === undefined || !Number.isFinite(time)) return;
  const end = time + (duration !== undefined && Number.isFinite(duration) ? duration : 0);
  const known = streams.get(index);
  if (!known) {
    streams.set(index, { first: time, end, packets: 1, times: [time] });
    return;
  }
  known.first = Math.min(known.first, time);
  known.end = Math.max(known.end, end);
  known.packets += 1;
  if (known.times.length < KEPT_TIMES) known.times.push(time);
}
