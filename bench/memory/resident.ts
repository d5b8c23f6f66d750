import { readdirSync, readFileSync } from 'node:fs';
import { quantile } from '../measure.ts';
import { print } from '../table.ts';

/** More than this from the first quarter to the last is no longer flat, in MiB. */
const FLAT = 64;

/** What a process holds in memory, in MiB; https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
export function resident(pid: number): number {
  const [, kB] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kB ?? 0) / 1024;
}

/** What the programs hold that a process started, and those that they started: by their names, in MiB. */
export function residentBelow(pid: number): Map<string, number> {
  const held = new Map<string, number>();
  const below = new Set([pid]);
  // a parent has a lower number than its children, but where numbers begin anew
  const numbers = readdirSync('/proc').map(Number).filter(Number.isInteger);
  for (const number of numbers.sort((a, b) => a - b)) {
    const status = statusOf(number);
    if (status === null || !below.has(Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]))) continue;
    below.add(number);
    const name = /^Name:\s+(\S+)/m.exec(status)?.[1] ?? '';
    const kB = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    held.set(name, (held.get(name) ?? 0) + kB / 1024);
  }
  return held;
}

/** Null where it has ended meanwhile. */
function statusOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

/** A row of the table: whether memory grew over these samples, in MiB. */
export function reportGrowth(what: string, samples: number[]): void {
  const quarter = Math.ceil(samples.length / 4);
  const [early, late] = [samples.slice(0, quarter), samples.slice(-quarter)].map((part) =>
    quantile(part, 0.5),
  ) as [number, number];
  print({
    what: `memory of the ${what}: first and last quarter, most`,
    measured: `${early.toFixed(0)}, ${late.toFixed(0)}, ${Math.max(...samples).toFixed(0)} MiB`,
    bar: `≤ +${FLAT} MiB`,
    met: late - early <= FLAT,
  });
}
