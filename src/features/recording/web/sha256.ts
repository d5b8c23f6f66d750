import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** So much is in memory at once while something is read. */
const PART = 1024 ** 2;

/** The digest of a whole that comes in parts. The browser's own digests want all of it at once. */
export function createDigest() {
  const hash = sha256.create();
  return {
    async update(blob: Blob): Promise<void> {
      for (let start = 0; start < blob.size; start += PART) {
        hash.update(new Uint8Array(await blob.slice(start, start + PART).arrayBuffer()));
      }
    },
    hex: () => bytesToHex(hash.digest()),
  };
}

/** SHA-256 in hexadecimal of something that may be much larger than the memory. */
export async function digestOf(source: {
  size: number;
  slice: (start: number, end: number) => Blob | Promise<Blob>;
}): Promise<string> {
  const digest = createDigest();
  for (let start = 0; start < source.size; start += PART) {
    await digest.update(await source.slice(start, Math.min(start + PART, source.size)));
  }
  return digest.hex();
}
