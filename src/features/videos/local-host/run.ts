import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const STDERR_TAIL = 16 * 1024;
const STDOUT_LIMIT = 4 * 1024 * 1024;
/** Below everything that answers people. */
const NICENESS = 10;

const NO_SPACE = /No space left on device|Disk quota exceeded/;

/** `killed` is somebody else's doing: the system that ran out of memory, or a person. */
export type ToolFailure =
  | 'missing'
  | 'failed'
  | 'killed'
  | 'timeout'
  | 'stalled'
  | 'too_much_output';

/** A tool did not do its work. `stderr` holds the last 16 KiB of what it said. */
export class ToolError extends Error {
  readonly reason: ToolFailure;
  readonly stderr: string;

  constructor(tool: string, reason: ToolFailure, stderr: string, detail = '') {
    super(`${tool}: ${reason}${detail ? ` (${detail})` : ''}${stderr ? `\n${stderr}` : ''}`);
    this.name = 'ToolError';
    this.reason = reason;
    this.stderr = stderr;
  }
}

/** A tool or Node found no room to write. */
export function isDiskFull(error: unknown): boolean {
  if (error instanceof ToolError) return NO_SPACE.test(error.stderr);
  return ['ENOSPC', 'EDQUOT'].includes(String((error as NodeJS.ErrnoException)?.code));
}

export interface RunOptions {
  /** Milliseconds for the whole run; then the tool is killed. */
  timeoutMs: number;
  /** Milliseconds without a byte on stdout; then the tool is killed. For tools that report progress. */
  stallMs?: number;
  signal?: AbortSignal;
  cwd?: string;
  /** What errors call it; the program unless told. */
  name?: string;
  /** 0 to 19; 10 unless told. */
  niceness?: number;
  /** Gets stdout line by line; nothing of it is kept then, so it may be of any length. */
  onLine?: (line: string) => void;
}

export interface RunResult {
  /** Empty when `onLine` was given. */
  stdout: Buffer;
  stderr: string;
}

/**
 * Runs a tool without a shell, at low priority, with an environment of its own: it reads files of
 * strangers, so it gets no database address and no key.
 * Throws ToolError, or the signal's reason when aborted. The tool is gone when this settles.
 */
export async function run(tool: string, args: string[], options: RunOptions): Promise<RunResult> {
  options.signal?.throwIfAborted();
  const child = spawn(tool, args, {
    cwd: options.cwd,
    env: toolEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let failure: ToolFailure | undefined;
  let detail = '';
  const kill = (reason: ToolFailure) => {
    failure ??= reason;
    child.kill('SIGKILL');
  };
  const onAbort = () => child.kill('SIGKILL');
  options.signal?.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(() => kill('timeout'), options.timeoutMs);
  const stall = options.stallMs && setTimeout(() => kill('stalled'), options.stallMs);
  if (stall) child.stdout.on('data', () => stall.refresh());

  const stdout = options.onLine
    ? byLine(child.stdout, options.onLine)
    : collect(child.stdout, () => kill('too_much_output'));
  const stderr = tail(child.stderr);
  const exit = new Promise<number | null>((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      failure ??= error.code === 'ENOENT' || error.code === 'EACCES' ? 'missing' : 'failed';
      detail = error.message;
      resolve(null);
    });
    child.once('close', (code, signal) => {
      failure ??= endedBy(signal);
      if (signal) detail ||= signal;
      resolve(code);
    });
  });
  if (child.pid) lowerPriority(child.pid, options.niceness ?? NICENESS);

  try {
    const [code, out, err] = await Promise.all([exit, stdout, stderr]);
    options.signal?.throwIfAborted();
    if (!failure && code === 0) return { stdout: out, stderr: err };
    throw new ToolError(options.name ?? tool, failure ?? 'failed', err, detail || `exit ${code}`);
  } finally {
    clearTimeout(timer);
    if (stall) clearTimeout(stall);
    options.signal?.removeEventListener('abort', onAbort);
  }
}

function toolEnvironment(): NodeJS.ProcessEnv {
  const { PATH, LD_LIBRARY_PATH, TMPDIR, SystemRoot } = process.env;
  return { PATH, LD_LIBRARY_PATH, TMPDIR, SystemRoot, LANG: 'C', AV_LOG_FORCE_NOCOLOR: '1' };
}

/** A crash (SIGSEGV, SIGABRT) is the file's doing, and a failure as any other. */
function endedBy(signal: NodeJS.Signals | null): ToolFailure | undefined {
  if (signal === 'SIGXFSZ') return 'too_much_output';
  return signal === 'SIGKILL' || signal === 'SIGTERM' ? 'killed' : undefined;
}

function lowerPriority(pid: number, niceness: number): void {
  try {
    setPriority(pid, niceness);
  } catch (error) {
    // A tool that has ended already has no priority to lower.
    if ((error as { info?: { code?: string } }).info?.code !== 'ESRCH') throw error;
  }
}

async function collect(stream: Readable, tooMuch: () => void): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > STDOUT_LIMIT) tooMuch();
    else chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function byLine(stream: Readable, onLine: (line: string) => void): Promise<Buffer> {
  for await (const line of createInterface({ input: stream })) onLine(line);
  return Buffer.alloc(0);
}

async function tail(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    text = (text + chunk.toString('utf8')).slice(-STDERR_TAIL);
  }
  return text.trim();
}
