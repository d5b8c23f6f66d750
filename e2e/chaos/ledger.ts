import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Receipt } from '../receipts.ts';
import type { DeviceNews } from './device-news.ts';
import { NAME_BYTES, noiseOf } from './noise.ts';

/** A recording as the outside world knows it, whatever program or disk remembers. */
interface Told {
  /** Where its slices end, in bytes. */
  ends: number[];
  /** Up to here the device's disk had it. */
  kept: number;
  /** Its device was killed while it may have been made. */
  cut: boolean;
}

export interface Findings {
  recordings: number;
  receipts: number;
  megabytes: number;
  /** Slices that the recorder gave and no disk has, in the worst recording. */
  worstLoss: number;
  /** What must not be. */
  wrong: string[];
}

/** Keeps the books of a run: what was said, what was promised for it, and what is on the disk. */
export interface Ledger {
  write: (device: number, news: DeviceNews) => void;
  died: (device: number) => void;
  /** Resolves after so many more entries. */
  more: (entries: number) => Promise<void>;
  /** Every byte that the server acknowledged is there now, whatever has just died. */
  checkAcknowledged: () => void;
  receipts: () => Receipt[];
  /** When all is sent: every recording against the disk, byte by byte. */
  close: () => Findings;
}

export function openLedger(originals: string): Ledger {
  const told = new Map<string, Told>();
  const current = new Map<number, Told>();
  const acknowledged = new Map<string, number>();
  const receipts = new Map<string, Receipt>();
  const wrong = new Set<string>();
  const waiting = new Set<{ left: number; resolve: () => void }>();

  const entry = (id: string): Told => {
    const one = told.get(id) ?? { ends: [], kept: 0, cut: false };
    told.set(id, one);
    return one;
  };
  const checkAcknowledged = () => {
    for (const [upload, bytes] of acknowledged) {
      const path = join(originals, upload);
      const size = existsSync(path) ? statSync(path).size : 0;
      if (size < bytes) wrong.add(`${upload}: ${bytes} bytes acknowledged, ${size} there`);
    }
  };
  const count = () => {
    for (const one of waiting) {
      one.left -= 1;
      if (one.left > 0) continue;
      waiting.delete(one);
      one.resolve();
    }
  };

  return {
    write(device, news) {
      if (news.what === 'said') {
        const one = entry(news.id);
        one.ends.push((one.ends.at(-1) ?? 0) + news.bytes);
        current.set(device, one);
      } else if (news.what === 'kept') {
        entry(news.id).kept = news.bytes;
      } else if (news.what === 'acknowledged') {
        const before = acknowledged.get(news.upload) ?? 0;
        acknowledged.set(news.upload, Math.max(before, news.bytes));
      } else if (news.what === 'receipt') {
        receipts.set(news.receipt.videoId, news.receipt);
      } else {
        wrong.add(`${news.id}: a person would be asked: ${news.error}`);
      }
      count();
    },
    died(device) {
      const one = current.get(device);
      if (one) one.cut = true;
    },
    more: (left) => new Promise((resolve) => waiting.add({ left, resolve })),
    checkAcknowledged,
    receipts: () => [...receipts.values()],
    close() {
      checkAcknowledged();
      const masters = readMasters(originals);
      let worstLoss = 0;
      for (const [id, one] of told) {
        const master = masters.get(id) ?? { bytes: 0, sha256: '', isTrue: true };
        const lost = one.ends.filter((end) => end > master.bytes).length;
        worstLoss = Math.max(worstLoss, lost);
        if (!master.isTrue) wrong.add(`${id}: other bytes than were said`);
        if (master.bytes > 0 && !one.ends.includes(master.bytes)) wrong.add(`${id}: a torn slice`);
        if (master.bytes < one.kept)
          wrong.add(`${id}: ${one.kept} bytes kept, ${master.bytes} in the master`);
        if (lost > (one.cut ? 1 : 0)) wrong.add(`${id}: ${lost} slices are gone`);
        const proven = [...receipts.values()].some(({ sha256 }) => sha256 === master.sha256);
        if (master.bytes > 0 && !proven) wrong.add(`${id}: no receipt for its master`);
      }
      const sealed = new Set([...masters.values()].map(({ sha256 }) => sha256));
      for (const { videoId, sha256 } of receipts.values()) {
        if (!sealed.has(sha256)) wrong.add(`${videoId}: a false receipt`);
      }
      const bytes = [...masters.values()].reduce((sum, one) => sum + one.bytes, 0);
      const [recordings, megabytes] = [masters.size, bytes / 1e6];
      return { recordings, receipts: receipts.size, megabytes, worstLoss, wrong: [...wrong] };
    },
  };
}

interface Master {
  bytes: number;
  sha256: string;
  /** It is the noise that follows from its name. */
  isTrue: boolean;
}

/** What lies in the folder, by the name each recording begins with; the longest of each. */
function readMasters(originals: string): Map<string, Master> {
  const masters = new Map<string, Master>();
  for (const name of readdirSync(originals).filter((one) => !one.includes('.'))) {
    const content = readFileSync(join(originals, name));
    if (content.length === 0) continue;
    const id = content.subarray(0, NAME_BYTES).toString('latin1');
    const before = masters.get(id)?.bytes ?? 0;
    if (content.length < before) continue;
    const sha256 = createHash('sha256').update(content).digest('hex');
    const isTrue = content.equals(noiseOf(id)(content.length));
    masters.set(id, { bytes: content.length, sha256, isTrue });
  }
  return masters;
}
