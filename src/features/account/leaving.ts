import { Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';
import { Nothing, When } from '../../server/schemas.ts';
import { bySessionOnly } from '../../server/security.ts';
import { leavingMail } from '../notifications/mails.ts';

const Leaving = Type.Object({ leavesAt: When });

/** Deleting one's account, with days to think it over. The job `account.sweep` does it then. */
export const leavingRoutes: Feature =
  ({ config }) =>
  async (app) => {
    const tell = async (sql: Sql, due: Date) => {
      const { subject, text } = leavingMail({ due, publicUrl: config.publicUrl });
      await sql`select private.mail_leaving(${subject}, ${text}, ${config.smtpUrl !== null})`;
    };

    app.put(
      '/me/leaving',
      {
        schema: {
          summary: 'Ask that one’s account and all that is one’s own be deleted in 14 days',
          description: 'Until then everything is as it was. Asking again changes nothing.',
          security: bySessionOnly,
          response: { 200: Leaving },
        },
      },
      (request) =>
        request.asUser(async (sql) => {
          const [asked] = await sql<{ due: Date }>`
            insert into public."AccountDeletion" ("profileId") values (private.uid())
            on conflict do nothing returning "dueAt" as due`;
          if (asked) await tell(sql, asked.due);
          return one(
            await sql<{ leavesAt: string }>`
              select "dueAt" as "leavesAt" from public."AccountDeletion"
              where "profileId" = private.uid()`,
          );
        }),
    );

    app.delete(
      '/me/leaving',
      {
        schema: {
          summary: 'Keep one’s account after all',
          security: bySessionOnly,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        await request.asUser(
          (sql) => sql`delete from public."AccountDeletion" where "profileId" = private.uid()`,
        );
        return reply.status(204).send(null);
      },
    );
  };
