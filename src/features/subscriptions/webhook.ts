import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Deps } from '../../server/deps.ts';
import { one, ProblemError } from '../../server/errors.ts';
import { readEvent } from './revenuecat/event.ts';
import { isSame, isSigned } from './revenuecat/signature.ts';

const Received = Type.Object({ received: Type.Boolean() });

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
    // A signature is made over the bytes, so they are kept as they came.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
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
          description: 'With the Authorization header that was set there. 404 where none is set.',
          response: { 200: Received },
        },
      },
      async (request) => {
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const header = request.headers['x-revenuecat-webhook-signature']?.toString();
        if (secret !== null && !isSigned({ header, body, secret, now: Date.now() })) {
          throw new ProblemError('unauthenticated');
        }
        const text = body.toString();
        const event = readEvent(text);
        if (event === null) {
          throw new ProblemError('invalid', { status: 400, detail: 'This is no event.' });
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
