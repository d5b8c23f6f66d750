import pg from 'pg';
import { Type } from 'typebox';
import type { Feature } from '../../../server/deps.ts';
import { ProblemError } from '../../../server/errors.ts';
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
          security: [],
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
        await service
          .asService((sql) => sql`select public.handle_mux_webhook(${body.toString()}::jsonb)`)
          .catch((error: unknown) => {
            const isNoEvent = error instanceof pg.DatabaseError && error.code?.startsWith('22');
            throw isNoEvent ? new ProblemError('malformed') : error;
          });
        return {};
      },
    );
  };
