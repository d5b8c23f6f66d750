import type { WebSocket } from 'ws';
import type { Channel } from './channel.ts';
import { type Address, type Message, type Version, writeBytes, writeFrame } from './frames.ts';
import { limits, makeBucket } from './limits.ts';

/** Why a socket is closed: RFC 6455, 7.4.1. */
export const closing = {
  goingAway: 1001,
  malformed: 1007,
  refused: 1008,
  tooSlow: 1013,
} as const;

/** One open WebSocket, and what it has joined. */
export class Connection {
  /** By topic, as the client writes it. */
  readonly channels = new Map<string, Channel>();
  readonly messages = makeBucket(limits.messages);
  readonly joins = makeBucket(limits.joins);
  readonly version: Version;
  /** The session of the cookie that the socket came with; a join may bring another. */
  readonly sessionToken: string | null;
  /** A key that clients made for Supabase send; some send it as their access token, too. */
  readonly apiKey: string | null;
  /** Whose it is, once it has joined something. */
  person: string | null = null;
  heardAt = performance.now();
  /** When the sessions were looked at last. */
  sessionSeenAt = performance.now();
  /** Since when nothing is joined; null while something is. */
  emptySince: number | null = performance.now();
  readonly #socket: WebSocket;

  constructor(socket: WebSocket, from: Pick<Connection, 'version' | 'sessionToken' | 'apiKey'>) {
    this.#socket = socket;
    this.version = from.version;
    this.sessionToken = from.sessionToken;
    this.apiKey = from.apiKey;
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  /** @param payload JSON */
  send(to: Address, event: string, payload: string): void {
    this.#send(writeFrame(this.version, to, event, payload));
  }

  /** Bytes go to clients that can take them; one that speaks 1.0.0 cannot. */
  sendBytes(topic: string, event: string, bytes: Buffer): void {
    const frame = this.version === '2.0.0' ? writeBytes(topic, event, bytes) : null;
    if (frame) this.#send(frame);
  }

  reply(message: Message, status: 'ok' | 'error', response: object): void {
    this.send(message, 'phx_reply', JSON.stringify({ status, response }));
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  /** Without a farewell, for a client that does not answer. */
  drop(): void {
    this.#socket.terminate();
  }

  /** Whoever reads too slowly is closed rather than waited for: they come back and fetch anew. */
  #send(frame: string | Buffer): void {
    if (!this.isOpen) return;
    this.#socket.send(frame);
    if (this.#socket.bufferedAmount > limits.waitingBytes) {
      this.close(closing.tooSlow, 'this client reads too slowly');
    }
  }
}
