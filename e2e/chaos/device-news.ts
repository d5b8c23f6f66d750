import type { Receipt } from '../receipts.ts';

/** What a device is started with. */
export interface DeviceSetup {
  /** Where its requests go. */
  url: string;
  /** Where the site believes to be. */
  origin: string;
  cookie: string;
  personId: string;
  promptId: string;
  /** Its disk, which outlives it. */
  folder: string;
  seed: number;
  /** How long it waits for what stands for two seconds of speech. */
  sliceMs: number;
}

export type DeviceOrders = 'online' | 'end';

/** What a device says of itself. */
export type DeviceNews =
  /** The recorder gave a slice; nobody has written it down yet. */
  | { what: 'said'; id: string; bytes: number }
  /** The device's own disk has the recording up to here. */
  | { what: 'kept'; id: string; bytes: number }
  /** The server vouched for so many bytes. */
  | { what: 'acknowledged'; upload: string; bytes: number }
  | { what: 'receipt'; receipt: Receipt }
  /** A person would now be asked what to do. */
  | { what: 'failed'; id: string; error: string };
