import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MuxSite, startMuxSite } from './testing/mux-site.ts';

let site: MuxSite;
beforeAll(async () => {
  site = await startMuxSite();
});
afterAll(() => site.stop());

const event = { id: randomUUID(), type: 'video.asset.ready', data: { id: 'unknown' } };
const body = JSON.stringify(event);

test('takes an event about nothing here, and keeps it once', async () => {
  await site.deliver(Array(2).fill(event));
  const { rows } = await site.server.owner.query(
    'select type from private.mux_event where id = $1',
    [event.id],
  );
  expect(rows).toEqual([{ type: 'video.asset.ready' }]);
});

test('refuses what is not signed, without a word on why', async () => {
  const answers = [
    await site.post(body, ''),
    await site.post(
      body,
      site.mux.sign(body).replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    ),
    await site.post(`${body} `, site.mux.sign(body)),
  ];
  for (const { status, body: problem } of answers) {
    expect(status).toBe(401);
    expect(problem).toEqual({
      type: 'urn:telloom:problem:unsigned',
      status: 401,
      title: expect.any(String),
    });
  }
});

test.each([
  '',
  '{',
  '[]',
  '{"type":"x"}',
  '{"type":"x","data":[]}',
  '{"type":"x","data":{"a":"\\u0000"}}',
])('says 400 to %j, though it is signed', async (text) => {
  expect((await site.post(text, site.mux.sign(text))).status).toBe(400);
});
