import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSame, isSigned } from './signature.ts';

const body = Buffer.from('{"event":{}}');
const now = 1_700_000_000_000;
const sign = (secret: string, t: string | number, of: string | Buffer = body) =>
  createHmac('sha256', secret).update(`${t}.`).update(of).digest('hex');
const check = (header: string | undefined, at = now) =>
  isSigned({ header, body, secret: 'whsec_a', now: at });
const t = now / 1000;
const good = `t=${t},v1=${sign('whsec_a', t)}`;

describe('a signature', () => {
  it('holds for the body, the secret and the moment', () => {
    expect(check(good)).toBe(true);
    expect(check(`v1=${sign('whsec_a', t).toUpperCase()}, t=${t}`)).toBe(true);
  });

  it('holds where one of several is made with our secret', () => {
    expect(check(`t=${t},v1=${sign('whsec_b', t)},v1=${sign('whsec_a', t)}`)).toBe(true);
  });

  it('holds for five minutes, in either direction', () => {
    expect(check(good, now + 300_000)).toBe(true);
    expect(check(good, now - 300_000)).toBe(true);
    expect(check(good, now + 300_001)).toBe(false);
    expect(check(good, now - 300_001)).toBe(false);
  });

  it.each([
    ['none', undefined],
    ['nothing', ''],
    ['another secret', `t=${t},v1=${sign('whsec_b', t)}`],
    ['another body', `t=${t},v1=${sign('whsec_a', t, 'else')}`],
    ['another moment', `t=${t + 1},v1=${sign('whsec_a', t)}`],
    ['two moments', `t=${t},t=${t},v1=${sign('whsec_a', t)}`],
    ['no moment', `v1=${sign('whsec_a', t)}`],
    ['no number', `t=NaN,v1=${sign('whsec_a', 'NaN')}`],
    ['a number in disguise', `t=1e9,v1=${sign('whsec_a', '1e9')}`],
    ['another version', `t=${t},v0=${sign('whsec_a', t)}`],
    ['half of it', `t=${t},v1=${sign('whsec_a', t).slice(0, 32)}`],
  ])('does not hold with %s', (_what, header) => {
    expect(check(header)).toBe(false);
  });
});

it('compares texts of any length', () => {
  expect(isSame('abc', 'abc')).toBe(true);
  expect(isSame('ab', 'abc')).toBe(false);
  expect(isSame('', 'abc')).toBe(false);
});
