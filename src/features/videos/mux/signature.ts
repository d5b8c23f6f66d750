import { createHmac, timingSafeEqual } from 'node:crypto';

/** How old a call may be, and how far the clock of Mux may be ahead of ours. Seconds. */
const oldest = 300;
const ahead = 2;

/**
 * Whether Mux signed this body lately: `mux-signature: t=<Unix seconds>,v1=<hex>`, where v1 is
 * HMAC-SHA-256 of "<t>.<body>". There may be several v1 while a secret is being changed. Stricter
 * than the SDK, which takes calls from the future and times that are no numbers.
 * https://www.mux.com/docs/core/verify-webhook-signatures
 */
export function isSignedByMux(
  body: Buffer,
  header: string | undefined,
  { secret, now }: { secret: string; now: number },
): boolean {
  const parts = (header ?? '').split(',').map((part) => part.trim().split('='));
  const values = (name: string) =>
    parts.filter((part) => part.length === 2 && part[0] === name).map((part) => part[1] ?? '');
  const [time = '', ...more] = values('t');
  if (!/^\d{1,12}$/.test(time) || more.length > 0) return false;
  const age = now - Number(time);
  if (age > oldest || age < -ahead) return false;
  const right = createHmac('sha256', secret).update(`${time}.`).update(body).digest();
  return values('v1').some(
    (given) => /^[0-9a-f]{64}$/.test(given) && timingSafeEqual(Buffer.from(given, 'hex'), right),
  );
}
