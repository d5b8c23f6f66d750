import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSigned } from './signed-webhook.ts';

const secret = 'a webhook secret';
const body = Buffer.from('{"type":"video.asset.ready","data":{}}');
const now = 1_800_000_000;
const hex = (time: string, key = secret, of = body) =>
  createHmac('sha256', key).update(`${time}.`).update(of).digest('hex');
const at = (seconds: number) => `t=${now + seconds},v1=${hex(String(now + seconds))}`;
const accepts = (header: string | string[] | undefined, given = body) =>
  isSigned(given, header, { secret, now });

test.each([
  ['now', at(0)],
  ['300 seconds ago', at(-300)],
  ['by a clock 2 seconds ahead', at(2)],
  [
    'with another signature beside it',
    `t=${now},v1=${hex(String(now), 'old')},v1=${hex(String(now))}`,
  ],
  ['in another order, with spaces', `v1=${hex(String(now))}, t=${now}`],
  ['in two headers', [`t=${now}`, `v1=${hex(String(now))}`]],
  ['with a scheme that is not known yet', `t=${now},v2=x,v1=${hex(String(now))}`],
])('takes a call signed %s', (_, header) => {
  expect(accepts(header)).toBe(true);
});

test.each([
  ['without a header', undefined],
  ['with an empty one', ''],
  ['older than 300 seconds', at(-301)],
  ['from the future', at(3)],
  ['for another time', `t=${now + 1},v1=${hex(String(now))}`],
  ['by another secret', `t=${now},v1=${hex(String(now), 'other')}`],
  ['without a time', `v1=${hex(String(now))}`],
  ['for a time that is none', `t=NaN,v1=${hex('NaN')}`],
  ['for a time with a fraction', `t=${now}.5,v1=${hex(`${now}.5`)}`],
  ['for a time in another notation', `t=0x6b49d200,v1=${hex('0x6b49d200')}`],
  ['for an empty time', `t=,v1=${hex('')}`],
  ['with two times', `t=${now},t=${now - 1},v1=${hex(String(now))}`],
  ['without a signature', `t=${now}`],
  ['with half a signature', `t=${now},v1=${hex(String(now)).slice(0, 32)}`],
  ['in capitals', `t=${now},v1=${hex(String(now)).toUpperCase()}`],
  ['in another scheme alone', `t=${now},v0=${hex(String(now))}`],
])('refuses a call %s', (_, header) => {
  expect(accepts(header)).toBe(false);
});

test('refuses another body, also one that differs by a space', () => {
  expect(accepts(at(0), Buffer.concat([body, Buffer.from(' ')]))).toBe(false);
});
