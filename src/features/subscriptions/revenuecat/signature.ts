import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** How far a signature's moment may be from now, in seconds. Each attempt is signed anew. */
const tolerance = 300;

/** Compares two secrets in a time that tells nothing of them, not even their lengths. */
export function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

export interface Signed {
  /** X-RevenueCat-Webhook-Signature: `t=<seconds>,v1=<hex>`, with a v1 for each secret in use. */
  header: string | undefined;
  body: Buffer;
  secret: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** Whether one of the signatures is HMAC-SHA256(secret, "<t>.<body>"), and made just now. */
export function isSigned({ header = '', body, secret, now }: Signed): boolean {
  const parts = header.split(',').map((part) => part.trim().split('='));
  const values = (name: string) =>
    parts.filter(([key]) => key === name).map(([, value = '']) => value);
  const [moment, ...more] = values('t');
  if (moment === undefined || more.length > 0 || !/^\d{1,12}$/.test(moment)) return false;
  if (Math.abs(now / 1000 - Number(moment)) > tolerance) return false;
  const wanted = createHmac('sha256', secret).update(`${moment}.`).update(body).digest('hex');
  return values('v1').some((given) => isSame(given.toLowerCase(), wanted));
}
