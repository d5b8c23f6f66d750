import type { RealtimeChannel } from '@supabase/realtime-js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Person, rows } from '../../../db/testing/personas.ts';
import { mark, type RealtimeWorld, startWorld, subscribed, until, watch } from './testing.ts';

let world: RealtimeWorld;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const family = `sharer:${rows.sharer}`;

/** Joins a topic; gives what is heard there. */
async function join(person: Person, topic: string, broadcast: object = {}, options: object = {}) {
  const client = await world.client(person, options);
  const channel = client.channel(topic, { config: { private: true, broadcast } });
  const heard: unknown[] = [];
  channel.on('broadcast', { event: '*' }, (message) => heard.push(message.payload));
  await subscribed(channel);
  return { channel, heard, client };
}
const send = (channel: RealtimeChannel, payload: unknown) =>
  channel.send({ type: 'broadcast', event: 'news', payload });

it('a private topic is heard by those whom its policies let, spoken on by fewer', async () => {
  const owner = await join('owner', family, { ack: true });
  const listener = await join('listener', family, { ack: true });
  expect(await send(owner.channel, { hello: 'all' })).toBe('ok');
  await until('it is heard', () => listener.heard.length === 1);
  expect(listener.heard).toEqual([{ hello: 'all' }]);
  expect(owner.heard).toEqual([]);
  expect(await send(listener.channel, { hello: 'too' })).toBe('error');
  expect(await send(owner.channel, { hello: 'again' })).toBe('ok');
  await until('the next is heard', () => listener.heard.length === 2);
  expect(owner.heard).toEqual([]);
});

it.each(['stranger', 'revoked', 'other', 'invitee', 'admin'] as const)(
  '%s is refused there',
  async (person) => {
    await expect(join(person, family)).rejects.toThrow(
      `Unauthorized: You do not have permissions to read from this Channel topic: ${family}`,
    );
  },
);

it('a topic without a rule is closed to everybody', async () => {
  await expect(join('owner', 'room')).rejects.toThrow('Unauthorized');
});

it('whoever calls a topic public hears and says no more there', async () => {
  const owner = await join('owner', family, { ack: true });
  const client = await world.client('stranger');
  const channel = client.channel(family, { config: { broadcast: { ack: true } } });
  const heard: unknown[] = [];
  channel.on('broadcast', { event: '*' }, (message) => heard.push(message));
  await subscribed(channel);
  const watching = await watch(client, []);
  expect(await send(channel, { hello: 'stranger' })).toBe('error');
  expect(await send(owner.channel, { hello: 'family' })).toBe('ok');
  await mark(world, [watching]); // on the same socket, after it
  expect(heard).toEqual([]);
  expect(owner.heard).toEqual([]);
});

it('one’s own words come back where one asks for it, in either version of the protocol', async () => {
  const old = await join('owner', family, { self: true }, { vsn: '1.0.0' });
  const young = await join('executor', family, { self: true });
  await send(old.channel, { from: 'old' });
  await send(young.channel, { from: 'young' });
  await until('both heard both', () => old.heard.length + young.heard.length === 4);
});

it('bytes arrive as bytes', async () => {
  const owner = await join('owner', family);
  const listener = await join('listener', family);
  await send(owner.channel, new Uint8Array([0, 1, 255]).buffer);
  await until('they are heard', () => listener.heard.length === 1);
  expect([...new Uint8Array(listener.heard[0] as ArrayBuffer)]).toEqual([0, 1, 255]);
});

it('what SQL sends is heard by the same', async () => {
  const listener = await join('listener', family);
  await world.sql`select realtime.send('{"id": "1", "from": "sql"}', 'news', ${family})`;
  await until('it is heard', () => listener.heard.length === 1);
  expect(listener.heard).toEqual([{ id: '1', from: 'sql' }]);
});

it('a right that is taken away is gone from the topic too', async () => {
  const [listener, reader] = [await join('listener', family), await join('reader', family)];
  await world.sql`update public."ProfileListener" set "hasAccess" = false where id = ${rows.listenerRow}`;
  const seen = await watch(listener.client, []);
  let sent = 0;
  await expect
    .poll(
      async () => {
        const before = listener.heard.length;
        sent++;
        await world.sql`select realtime.send('{}', 'news', ${family})`;
        await until('the others hear it', () => reader.heard.length === sent);
        await mark(world, [seen]);
        return listener.heard.length - before;
      },
      { timeout: 30_000, message: 'the revoked listener hears no more' },
    )
    .toBe(0);
});

it('presence is refused in words', async () => {
  const channel = (await world.client('owner')).channel(family, { config: { private: true } });
  channel.on('presence', { event: 'sync' }, () => {});
  await expect(subscribed(channel)).rejects.toThrow('presence is not offered here');
});
