import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { rows } from '../../../db/testing/personas.ts';
import { publicUrl } from '../testing.ts';
import { limits } from './limits.ts';
import { cookie, type RealtimeWorld, startWorld, subscribed, until, watch } from './testing.ts';

let world: RealtimeWorld;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const family = `realtime:sharer:${rows.sharer}`;

/** Opens a bare socket as the owner, by the cookie, and takes what comes. */
async function open(path?: string) {
  const socket = world.socket({ cookie: cookie(await world.session('owner')) }, path);
  const frames: unknown[] = [];
  socket.on('message', (data) => frames.push(JSON.parse(String(data))));
  await once(socket, 'open');
  return { socket, frames };
}
type Open = Awaited<ReturnType<typeof open>>;
const say = ({ socket }: Open, ...frame: unknown[]) => socket.send(JSON.stringify(frame));
const join = (to: Open, topic: string, config: object = {}) =>
  say(to, '1', '1', topic, 'phx_join', { config });
const closed = async (socket: WebSocket) => {
  const [code, reason] = await once(socket, 'close');
  return [code, String(reason)];
};

it('the cookie of the web app is enough', async () => {
  const it = await open();
  join(it, 'realtime:x', { postgres_changes: [{ event: '*', schema: 'public', table: 'Video' }] });
  await until('it is subscribed', () => it.frames.length === 2);
  expect(it.frames).toEqual([
    [
      '1',
      '1',
      'realtime:x',
      'phx_reply',
      {
        status: 'ok',
        response: { postgres_changes: [{ id: 1, event: '*', schema: 'public', table: 'Video' }] },
      },
    ],
    [
      '1',
      null,
      'realtime:x',
      'system',
      {
        channel: 'x',
        extension: 'postgres_changes',
        status: 'ok',
        message: 'Subscribed to PostgreSQL',
      },
    ],
  ]);
  it.socket.close();
});

it.each([
  ['another site', { origin: 'https://evil.example' }, 403],
  ['a page without an address', { origin: 'null' }, 403],
])('%s opens no socket with it', async (_, headers, status) => {
  const socket = world.socket({ ...headers, cookie: cookie(await world.session('owner')) });
  socket.on('error', () => {});
  const [, response] = await once(socket, 'unexpected-response');
  expect(response.statusCode).toBe(status);
});

it('our own page does', async () => {
  const socket = world.socket({ origin: publicUrl });
  await once(socket, 'open');
  socket.close();
});

it.each([
  ['/websocket?vsn=9.9.9', 400],
  ['/elsewhere', 404],
])('%s is no address of it', async (path, status) => {
  const socket = world.socket({}, path);
  socket.on('error', () => {});
  const [, response] = await once(socket, 'unexpected-response');
  expect(response.statusCode).toBe(status);
});

it('a plain request is told that there is nothing', async () => {
  const { status, body } = await world.browser().fetch('/realtime/v1/websocket');
  expect([status, body.type]).toEqual([404, 'urn:telloom:problem:not-found']);
});

it.each([
  '',
  'no json',
  '{}',
  '[]',
  '[null,null,"phoenix","heartbeat"]',
  '[1,2,"phoenix","heartbeat",{}]',
  '[null,"1","","heartbeat",{}]',
  '[null,"1","phoenix","heartbeat",[]]',
  `[null,"1","${'x'.repeat(256)}","heartbeat",{}]`,
])('%s is no message: the socket is closed, the server goes on', async (frame) => {
  const { socket } = await open();
  socket.send(frame);
  expect(await closed(socket)).toEqual([1007, 'this is no message']);
});

it.each([
  [Buffer.alloc(0)],
  [Buffer.from([3])],
  [Buffer.from([9, 0, 0, 1, 1, 0, 0, 65, 66])],
  [Buffer.from([3, 255, 255, 255, 255, 255, 0])],
  [Buffer.from([3, 0, 0, 1, 1, 0, 1, 65, 66, 123])],
])('nor are these bytes: %j', async (frame) => {
  const { socket } = await open();
  socket.send(frame);
  expect(await closed(socket)).toEqual([1007, 'this is no message']);
});

it('a message that is too long closes the socket', async () => {
  const { socket } = await open();
  socket.send('x'.repeat(limits.messageBytes + 1));
  expect((await closed(socket))[0]).toBe(1009);
});

it('too many messages at once do as well', async () => {
  const it = await open();
  for (let n = 0; n <= limits.messages.burst * 2; n++)
    say(it, null, '1', 'phoenix', 'heartbeat', {});
  expect(await closed(it.socket)).toEqual([1008, 'too many messages']);
});

it('what is not understood is answered', async () => {
  const it = await open();
  const asked: [string, object, string][] = [
    ['phx_join', { config: 7 }, 'this join is not understood'],
    [
      'phx_join',
      { config: { postgres_changes: Array(4).fill({ event: '*' }) } },
      'too many subscriptions',
    ],
    ['phx_join', { access_token: 'forged.signature' }, 'Unauthorized: sign in first'],
    ['broadcast', { event: 'x' }, 'this topic is not joined'],
    ['phx_leave', {}, 'this topic is not joined'],
  ];
  for (const [event, payload] of asked) say(it, '1', '1', 'realtime:x', event, payload);
  await until('all are answered', () => it.frames.length === asked.length);
  for (const [index, [, , reason]] of asked.entries()) {
    expect(it.frames[index]).toMatchObject([
      '1',
      '1',
      'realtime:x',
      'phx_reply',
      { status: 'error', response: { reason: expect.stringContaining(reason) } },
    ]);
  }
  it.socket.close();
});

it('a socket joins so many channels and no more', async () => {
  const it = await open();
  for (let n = 0; n <= limits.channels; n++) join(it, `realtime:${n}`);
  await until('all are answered', () => it.frames.length === limits.channels + 1);
  expect(it.frames.at(-1)).toMatchObject({ 4: { response: { reason: 'too many channels' } } });
  it.socket.close();
});

it('a person has so many sockets and no more', async () => {
  const session = await world.session('writer');
  const sockets: Open[] = [];
  for (let n = 0; n <= limits.socketsOfPerson; n++) {
    const socket = world.socket({ cookie: cookie(session) });
    const frames: unknown[] = [];
    socket.on('message', (data) => frames.push(JSON.parse(String(data))));
    await once(socket, 'open');
    sockets.push({ socket, frames });
    join({ socket, frames }, 'realtime:x');
    await until('it is answered', () => frames.length === 1);
  }
  expect(sockets.at(-2)?.frames).toMatchObject([{ 4: { status: 'ok' } }]);
  expect(sockets.at(-1)?.frames).toMatchObject([
    { 4: { response: { reason: 'too many connections of one person' } } },
  ]);
  for (const { socket } of sockets) socket.close();
});

it('whoever does not read is closed, and nobody waits for them', async () => {
  const [slow, quick, speaker] = [await open(), await open(), await open()];
  for (const it of [slow, quick, speaker]) {
    join(it, family, { private: true, broadcast: { ack: true } });
    await until('it is joined', () => it.frames.length === 1);
  }
  slow.socket.pause();
  const big = 'x'.repeat(200_000);
  const rounds = 60;
  for (let n = 1; n <= rounds; n++) {
    say(speaker, '1', '1', family, 'broadcast', {
      type: 'broadcast',
      event: 'big',
      payload: { big },
    });
    await until('it is taken', () => speaker.frames.length === 1 + n);
  }
  await until('the quick one has all', () => quick.frames.length === 1 + rounds);
  const end = closed(slow.socket);
  slow.socket.resume();
  expect(await end).toEqual([1013, 'this client reads too slowly']);
  expect(slow.frames.length).toBeLessThan(rounds);
  for (const { socket } of [quick, speaker]) socket.close();
});

it('clients come back by themselves when the server was away, and hear again', async () => {
  const watching = await watch(await world.client('owner'), ['PromptResponse']);
  await world.restart();
  await isAnew(watching.statuses);
  await world.sql`update public."PromptResponse" set id = id where id = ${rows.publicResponse}`;
  await until('it hears again', () => watching.seen.length > 0);
});

it('channels begin anew when the database was away: something may have been missed', async () => {
  const watching = await watch(await world.client('owner'), ['PromptResponse']);
  await world.sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'telloom listener' and datname = current_database()`;
  await isAnew(watching.statuses);
  await world.sql`update public."PromptResponse" set id = id where id = ${rows.publicResponse}`;
  await until('it hears again', () => watching.seen.length > 0);
});

it('thousands of rows at once make channels begin anew', async () => {
  const watching = await watch(await world.client('owner'), []);
  await world.sql`insert into public."Prompt" ("promptText", "promptCategoryId")
    select 'Question ' || n, ${rows.topic} from generate_series(1, ${limits.changesAtOnce + 1}) n`;
  await isAnew(watching.statuses);
  expect(watching.seen).toEqual([]);
});

it('a closed channel can be joined again', async () => {
  const client = await world.client('owner');
  const channel = client.channel('twice');
  await subscribed(channel);
  expect(await channel.unsubscribe()).toBe('ok');
  await subscribed(client.channel('twice'));
});

/** It was told that it ended, and has come back. */
const isAnew = (statuses: string[]) =>
  until(
    'it begins anew',
    () => statuses.includes('CHANNEL_ERROR') && statuses.at(-1) === 'SUBSCRIBED',
  );
