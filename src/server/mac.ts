import { createHmac, timingSafeEqual } from 'node:crypto';

/** 144 bits of HMAC-SHA-256, in 24 characters that an address may hold. `text` says what it is for. */
export const mac = (secret: string, text: string) =>
  createHmac('sha256', secret).update(text).digest().subarray(0, 18).toString('base64url');

/** Compares in constant time. */
export function same(given: string, right: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
