import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface Asked {
  path: string;
  authorization: string | undefined;
  contentType: string;
  body: Buffer;
}

export interface FakeEndpoint {
  url: string;
  asked: Asked[];
  /** What it answers from now on. */
  answer: (status: number, body: string) => void;
  stop: () => Promise<void>;
}

/** Something that speaks like an OpenAI-compatible service, on loopback. */
export async function startFakeEndpoint(): Promise<FakeEndpoint> {
  const asked: Asked[] = [];
  let reply = { status: 500, body: 'nothing was set' };
  const note = async (request: IncomingMessage) => {
    const { authorization, 'content-type': contentType = '' } = request.headers;
    const body = await buffer(request);
    asked.push({ path: request.url ?? '', authorization, contentType, body });
  };
  const server = createServer((request, response) => {
    void note(request).then(() => {
      response.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    answer: (status, body) => {
      reply = { status, body };
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
