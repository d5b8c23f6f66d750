import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer } from './fake-mux-answers.ts';
import { MuxState } from './mux-state.ts';

/** A small Mux on loopback. */
export class FakeMux extends MuxState {
  readonly #server = createServer((request, response) => {
    answer(this, request, response).catch((error) => {
      response.writeHead(500).end(String(error));
    });
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
