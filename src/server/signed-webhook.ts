import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** How old a call may be, and how far the sender's clock may be ahead of ours. Seconds. */
const oldest = 300;
const ahead = 2;

/** Has bodies kept as the bytes that came, since signatures are made over them. */
export function keepBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

export const bytesOf = ({ body }: FastifyRequest): Buffer =>
  Buffer.isBuffer(body) ? body : Buffer.alloc(0);

/**
 * Whether the sender signed this body lately: `t=<Unix seconds>,v1=<hex>`, where v1 is
 * HMAC-SHA-256 of "<t>.<body>". There may be several v1 while a secret is being changed. Mux and
 * RevenueCat sign alike. Stricter than the SDK of Mux, which takes calls from the future and
 * times that are no numbers.
 * https://www.mux.com/docs/core/verify-webhook-signatures
 */
export function isSigned(
  body: Buffer,
  header: string | string[] | undefined,
  { secret, now }: { secret: string; now: number },
): boolean {
  const parts = [header ?? []]
    .flat()
    .flatMap((line) => line.split(','))
    .map((part) => part.trim().split('='));
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
