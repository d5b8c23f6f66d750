import pg from 'pg';
import { Type } from 'typebox';
import type { Feature } from '../../../server/deps.ts';
import { ProblemError } from '../../../server/errors.ts';
import { byAnybody } from '../../../server/security.ts';
import { bytesOf, isSigned, keepBytes } from '../../../server/signed-webhook.ts';

/** Where Mux says what became of a recording. Anything but 200 makes it say so again, for a day. */
export const muxWebhook: Feature =
  ({ config, service }) =>
  async (app) => {
    keepBytes(app);
    app.post(
      '/webhooks/mux',
      {
        schema: {
          summary: 'Events of Mux',
          security: byAnybody,
          problems: ['unsigned'],
          description: 'The body is an event as Mux sends it, signed in the header mux-signature.',
          consumes: ['application/json'],
          response: { 200: Type.Object({}) },
        },
      },
      async (request) => {
        const body = bytesOf(request);
        const signature = request.headers['mux-signature'];
        const secret = config.muxWebhookSecret;
        const now = Math.floor(Date.now() / 1000);
        if (secret === null || !isSigned(body, signature, { secret, now })) {
          throw new ProblemError('unsigned');
        }
        const event = body.toString();
        await service
          .asService((sql) => sql`select public.handle_mux_webhook(${event}::jsonb)`)
          .catch(async (error: unknown) => {
            if (!(error instanceof pg.DatabaseError)) throw error;
            if (error.code?.startsWith('22')) throw new ProblemError('malformed');
            // seen by an admin until Mux has sent it again, and it was taken
            await service.asService(
              (sql) => sql`select private.note_failed_mux_event(${event}::jsonb, ${error.message})`,
            );
            throw error;
          });
        return {};
      },
    );
  };
