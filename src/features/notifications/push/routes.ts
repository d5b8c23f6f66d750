import { ECDH } from 'node:crypto';
import { Type } from 'typebox';
import type { Feature } from '../../../server/deps.ts';
import { ProblemError } from '../../../server/errors.ts';
import { Nothing } from '../../../server/schemas.ts';
import { byAnybody } from '../../../server/security.ts';
import { vapidKeys } from './vapid.ts';

const Subscription = Type.Object({
  endpoint: Type.String({ maxLength: 1000, description: 'An address of a known push service.' }),
  keys: Type.Object({
    p256dh: Type.String({ maxLength: 100 }),
    auth: Type.String({ maxLength: 50 }),
  }),
});

/** Devices that want to be told by their browser's push service that there is something new. */
export const pushRoutes: Feature =
  ({ secret }) =>
  async (app) => {
    const { publicKey } = vapidKeys(secret);
    app.get(
      '/push/key',
      {
        schema: {
          summary: 'The key by which push services know this Telloom',
          security: byAnybody,
          response: { 200: Type.Object({ publicKey: Type.String() }) },
        },
      },
      () => ({ publicKey }),
    );

    app.post(
      '/push/subscriptions',
      {
        schema: {
          summary: 'Tell the caller on this device what is new',
          description: 'As PushSubscription.toJSON() says it. Again for the same device: no harm.',
          body: Subscription,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        const { endpoint, keys } = request.body;
        refuseNoKey(keys.p256dh);
        await request.asUser(
          (sql) => sql`select api.subscribe_push(${endpoint}, ${keys.p256dh}, ${keys.auth})`,
        );
        return reply.status(204).send(null);
      },
    );

    app.post(
      '/push/unsubscribe',
      {
        schema: {
          summary: 'Tell the caller nothing more on this device',
          description: 'A device that is told nothing stays so.',
          body: Type.Pick(Subscription, ['endpoint']),
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        await request.asUser(
          (sql) => sql`
            delete from public."PushSubscription" where endpoint = ${request.body.endpoint}`,
        );
        return reply.status(204).send(null);
      },
    );
  };

/** What is written to the device could not be encrypted with it, and every try would fail. */
function refuseNoKey(p256dh: string): void {
  try {
    ECDH.convertKey(Buffer.from(p256dh, 'base64url'), 'prime256v1');
  } catch {
    throw new ProblemError('invalid', {
      errors: [{ field: 'keys.p256dh', message: 'is not a key' }],
    });
  }
}
