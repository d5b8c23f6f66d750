import { type Static, Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { ProblemError } from '../../server/errors.ts';
import {
  type Cursor,
  IdParams,
  Nothing,
  Nullable,
  PageOf,
  PageQuery,
  page,
  readCursor,
  Uuid,
  When,
} from '../../server/schemas.ts';
import { byAnybody } from '../../server/security.ts';

const pageSize = 30;
const status = Type.Enum(['kept', 'queued', 'sent', 'failed'], {
  description: 'failed: the last attempt was refused; more may follow.',
});
const Mail = Type.Object({
  id: Uuid,
  to: Type.String(),
  subject: Type.String(),
  text: Nullable(
    Type.String({ description: 'null: it lets somebody in, and no admin has to pass it on.' }),
  ),
  createdAt: When,
  status,
  attempts: Type.Integer(),
  lastError: Nullable(Type.String()),
  sentAt: Nullable(When),
  canSendAgain: Type.Boolean(),
});

type MailRow = Static<typeof Mail> & Cursor;

/** The outbox: what was sent, and what waits for a reader where there is no mail server. */
export const mailRoutes: Feature =
  ({ config }) =>
  async (app) => {
    const sendsMail = config.smtpUrl !== null;
    app.get(
      '/about',
      {
        schema: {
          summary: 'What a visitor may know of this Telloom',
          security: byAnybody,
          response: {
            200: Type.Object({
              sendsMail: Type.Boolean({ description: 'False: an admin passes mail on by hand.' }),
              signInServices: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }), {
                description: 'Other services that one may sign in through.',
              }),
            }),
          },
        },
      },
      () => ({
        sendsMail,
        signInServices: config.oidcProviders.map(({ id, name }) => ({ id, name })),
      }),
    );

    app.get(
      '/admin/mail',
      {
        schema: {
          summary: 'Mail that was written, newest first',
          querystring: Type.Object({ ...PageQuery.properties, status: Type.Optional(status) }),
          response: { 200: PageOf(Mail) },
        },
      },
      async (request) => {
        const { at, id } = readCursor(request.query.cursor) ?? { at: null, id: null };
        const { status: wanted = null } = request.query;
        const rows = await request.asAdmin(
          (sql) => sql<MailRow>`
          select * from api.mail
          where (${at}::timestamptz is null or ("createdAt", id) < (${at}::timestamptz, ${id}::uuid))
            and (${wanted}::text is null or status = ${wanted})
          order by "createdAt" desc, id desc limit ${pageSize + 1}`,
        );
        return page(
          rows.map((row) => ({ ...row, canSendAgain: row.canSendAgain && sendsMail })),
          pageSize,
        );
      },
    );

    app.post(
      '/admin/mail/:id/send',
      {
        schema: {
          summary: 'Send a mail at once, also one that was sent',
          description:
            '409 where there is no mail server, while it is under way, and where what it said is forgotten.',
          params: IdParams,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        await request.asAdmin(async (sql) => {
          if (!sendsMail) throw new ProblemError('wrong-state');
          await sql`select api.send_mail_again(${request.params.id})`;
        });
        return reply.status(204).send(null);
      },
    );
  };
