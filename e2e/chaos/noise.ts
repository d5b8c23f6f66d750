import { createCipheriv, createHash } from 'node:crypto';
import type { Random } from './random.ts';

/** A UUID, as text: how every recording made here begins, so that its bytes say whose they are. */
export const NAME_BYTES = 36;

/** The bytes of a recording, one part after another: its name, and then noise that follows from it. */
export function noiseOf(id: string): (size: number) => Buffer {
  const key = createHash('sha256').update(id).digest();
  const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
  let name = Buffer.from(id);
  return (size) => {
    const begin = name.subarray(0, size);
    name = name.subarray(begin.length);
    return Buffer.concat([begin, cipher.update(Buffer.alloc(size - begin.length))]);
  };
}

/** What `MediaRecorder` is for a device without a camera: a slice of noise every so often. */
export function noiseRecorder(parts: {
  /** The recording that begins. */
  id: () => string;
  sliceMs: number;
  random: Random;
  onSlice: (id: string, bytes: number) => void;
}): typeof MediaRecorder {
  class NoiseRecorder extends EventTarget {
    static isTypeSupported = () => true;
    state = 'inactive';
    #id = '';
    #noise = noiseOf('');
    #timer: ReturnType<typeof setInterval> | undefined;

    start() {
      this.#id = parts.id();
      this.#noise = noiseOf(this.#id);
      this.#timer = setInterval(() => this.#give(), parts.sliceMs);
      this.state = 'recording';
    }

    stop() {
      clearInterval(this.#timer);
      this.#give();
      this.state = 'inactive';
      this.dispatchEvent(new Event('stop'));
    }

    #give() {
      const bytes = this.#noise(parts.random.whole(NAME_BYTES, 12_000));
      parts.onSlice(this.#id, bytes.length);
      const data = new Blob([new Uint8Array(bytes)]);
      this.dispatchEvent(Object.assign(new Event('dataavailable'), { data }));
    }
  }
  return NoiseRecorder as unknown as typeof MediaRecorder;
}
