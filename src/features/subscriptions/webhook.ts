import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Deps } from '../../server/deps.ts';
import { one, ProblemError } from '../../server/errors.ts';
import { byAnybody } from '../../server/security.ts';
import { bytesOf, isSigned, keepBytes } from '../../server/signed-webhook.ts';
import { readEvent } from './revenuecat/event.ts';

const Received = Type.Object({ received: Type.Boolean() });

/** Compares two secrets in a time that tells nothing of them, not even their lengths. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

/**
 * RevenueCat's webhook. It is answered as soon as the event is kept; what it means is fetched by
 * the job that is enqueued with it. Any answer but 200 makes RevenueCat send it again.
 * https://www.revenuecat.com/docs/integrations/webhooks
 */
export const webhookRoute =
  ({ config, service }: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { revenuecatWebhookAuthorization: authorization, revenuecatWebhookSecret: secret } =
      config;
    keepBytes(app);
    // Before the body is read: who knows no secret sends us nothing.
    app.addHook('onRequest', async (request) => {
      if (authorization === null) throw new ProblemError('not-found');
      if (!isSame(request.headers.authorization ?? '', authorization)) {
        throw new ProblemError('unauthenticated');
      }
    });
    app.post(
      '/webhooks/revenuecat',
      {
        schema: {
          summary: 'Take an event of RevenueCat',
          security: byAnybody,
          problems: ['unauthenticated'],
          description: 'With the Authorization header that was set there. 404 where none is set.',
          consumes: ['application/json'],
          response: { 200: Received },
        },
      },
      async (request) => {
        const body = bytesOf(request);
        const signature = request.headers['x-revenuecat-webhook-signature'];
        const now = Math.floor(Date.now() / 1000);
        if (secret !== null && !isSigned(body, signature, { secret, now })) {
          throw new ProblemError('unauthenticated');
        }
        const text = body.toString();
        const event = readEvent(text);
        if (event === null) {
          throw new ProblemError('malformed', { detail: 'This is no event.' });
        }
        const { id, type, customers } = event;
        const { fresh, known } = await service.asService(async (sql) =>
          one(
            await sql<{ fresh: boolean; known: boolean }>`
              select * from private.take_revenuecat_event(${id}, ${type}, ${customers}, ${text})`,
          ),
        );
        if (fresh && !known) request.log.warn({ id, type }, 'a RevenueCat event for nobody here');
        return { received: true };
      },
    );
  };
