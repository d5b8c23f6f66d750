import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { ProblemError } from '../../server/errors.ts';

const MailItem = Type.Object({
  id: Type.String({ format: 'uuid' }),
  to: Type.String(),
  subject: Type.String(),
  text: Type.String(),
  createdAt: Type.Unsafe<Date>({ type: 'string', format: 'date-time' }),
  status: Type.Union([
    Type.Literal('kept'),
    Type.Literal('queued'),
    Type.Literal('sent'),
    Type.Literal('failed'),
  ]),
});
interface MailRow extends Type.Static<typeof MailItem> {
  /** The creation time to the microsecond, which a Date cannot hold. */
  position: string;
}

const pageSize = 30;

/** The outbox, newest first: what was sent, and what waits for a reader where there is no mail server. */
export const mailRoutes = (): FastifyPluginAsyncTypebox => async (app) => {
  const Query = Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 200 })) });
  const Page = Type.Object({
    items: Type.Array(MailItem),
    nextCursor: Type.Union([Type.String(), Type.Null()]),
  });
  app.get(
    '/admin/mail',
    { schema: { querystring: Query, response: { 200: Page } } },
    async (request) => {
      const after = readCursor(request.query.cursor);
      const rows = await request.asAdmin(
        (sql) => sql<MailRow>`
            select *, "createdAt"::text as position from api.mail
            where ${after === null}
              or ("createdAt", id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid)
            order by "createdAt" desc, id desc limit ${pageSize + 1}`,
      );
      const items = rows.slice(0, pageSize);
      const last = items.at(-1);
      return { items, nextCursor: rows.length > pageSize && last ? writeCursor(last) : null };
    },
  );
};

const writeCursor = (row: MailRow): string =>
  Buffer.from(`${row.position}|${row.id}`).toString('base64url');

function readCursor(cursor: string | undefined): { at: string; id: string } | null {
  if (cursor === undefined) return null;
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split('|');
  if (!at || !id) throw new ProblemError('invalid', { detail: 'This cursor is not one of ours.' });
  return { at, id };
}
