import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the fake does with the next PATCH instead of taking all of it. */
export type Mishap =
  | { kind: 'drop-after'; bytes: number }
  | { kind: 'answer'; status: number; title?: string; headers?: Record<string, string> };

/** A tus server of one upload, on loopback, that can be told to fail. */
export interface FakeTus {
  url: string;
  /** What has arrived. */
  received: () => Buffer;
  requests: string[];
  lengths: (string | undefined)[];
  /** Telloom-Seconds of each PATCH. */
  seconds: (string | undefined)[];
  mishaps: Mishap[];
  /** Pretends that bytes arrived, or got lost, behind the client's back. */
  setReceived: (bytes: Buffer) => void;
  close: () => Promise<void>;
}

export async function startFakeTus(): Promise<FakeTus> {
  let held: Buffer = Buffer.alloc(0);
  const fake: Omit<FakeTus, 'url'> = {
    received: () => held,
    requests: [],
    lengths: [],
    seconds: [],
    mishaps: [],
    setReceived: (bytes) => {
      held = bytes;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function patch(req: IncomingMessage, res: ServerResponse) {
    fake.lengths.push(header(req, 'upload-length'));
    fake.seconds.push(header(req, 'telloom-seconds'));
    const mishap = fake.mishaps.shift();
    if (mishap?.kind === 'answer') return answer(req, res, mishap);
    if (Number(header(req, 'upload-offset')) !== held.length) {
      req.resume();
      return res.writeHead(409).end();
    }
    let left = mishap?.kind === 'drop-after' ? mishap.bytes : Number.POSITIVE_INFINITY;
    for await (const data of req as AsyncIterable<Buffer>) {
      const part = data.subarray(0, left);
      held = Buffer.concat([held, part]);
      left -= part.length;
      if (left <= 0) return req.socket.destroy();
    }
    res.writeHead(204, { 'Upload-Offset': String(held.length) }).end();
  }

  const server = createServer((req, res) => {
    fake.requests.push(req.method ?? '');
    if (req.url !== '/upload') {
      answer(req, res, { kind: 'answer', status: 404, title: 'This recording is not here.' });
    } else if (req.method === 'HEAD') {
      res
        .writeHead(200, { 'Upload-Offset': String(held.length), 'Upload-Defer-Length': '1' })
        .end();
    } else {
      // A request cut off by the test ends its own iteration with an error: that is the point.
      patch(req, res).catch(() => res.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(fake, { url: `http://127.0.0.1:${port}/upload` });
}

function answer(
  req: IncomingMessage,
  res: ServerResponse,
  { status, title, headers }: Extract<Mishap, { kind: 'answer' }>,
) {
  req.resume();
  res.writeHead(status, { 'Content-Type': 'application/problem+json', ...headers });
  res.end(title ? JSON.stringify({ title, status }) : undefined);
}

function header(req: IncomingMessage, name: string): string | undefined {
  const value = req.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
