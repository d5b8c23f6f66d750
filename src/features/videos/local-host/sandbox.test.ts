import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from './run.ts';
import { findSandbox, NO_SANDBOX, type Sandbox, shutIn } from './sandbox.ts';

const most = { memoryBytes: 8 * 1024 ** 3, fileBytes: 1024 ** 2 };
let sandbox: Sandbox;
let dir: string;
beforeAll(async () => {
  sandbox = await findSandbox();
  dir = await mkdtemp(join(tmpdir(), 'telloom-sandbox-'));
});
afterAll(() => rm(dir, { recursive: true }));

const inside = (code: string, limits = most, shut = sandbox) => {
  const [program, args] = shutIn(shut, [process.execPath, '-e', code], limits);
  return run(program, args, { timeoutMs: 30_000, cwd: dir });
};

test('what runs in it reaches nobody, where the machine can do that', async () => {
  const server = createServer((socket) => socket.end());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const call = `require('net').connect(${port}, '127.0.0.1')
    .on('connect', () => { console.log('reached'); process.exit(); })
    .on('error', (e) => console.log(e.code))`;
  expect((await inside(call, most, NO_SANDBOX)).stdout.toString()).toBe('reached\n');
  const shut = sandbox.enter.includes('--net');
  expect((await inside(call)).stdout.toString()).toBe(shut ? 'ENETUNREACH\n' : 'reached\n');
  server.close();
});

test('a file that grows without end is cut off', async () => {
  const flood = `const fs = require('fs'); const f = fs.openSync('flood', 'w');
    for (let i = 0; i < 64; i++) fs.writeSync(f, Buffer.alloc(1 << 20))`;
  const grown = inside(flood).then(
    () => 'it grew',
    (error) => error.reason,
  );
  expect(await grown).toEqual(
    sandbox.limits ? expect.stringMatching(/too_much_output|failed/) : 'it grew',
  );
});
