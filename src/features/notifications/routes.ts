import { type Static, Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import {
  type Cursor,
  Nullable,
  PageQuery,
  page,
  readCursor,
  Uuid,
  When,
} from '../../server/schemas.ts';

const pageSize = 30;
const Mail = Type.Object({
  id: Uuid,
  to: Type.String(),
  subject: Type.String(),
  text: Type.String(),
  createdAt: When,
  status: Type.Enum(['kept', 'queued', 'sent', 'failed']),
});

/** The outbox: what was sent, and what waits for a reader where there is no mail server. */
export const mailRoutes: Feature =
  ({ config }) =>
  async (app) => {
    app.get(
      '/about',
      {
        schema: {
          summary: 'What a visitor may know of this Telloom',
          security: [],
          response: {
            200: Type.Object({
              sendsMail: Type.Boolean({ description: 'False: an admin passes mail on by hand.' }),
            }),
          },
        },
      },
      () => ({ sendsMail: config.smtpUrl !== null }),
    );

    app.get(
      '/admin/mail',
      {
        schema: {
          summary: 'Mail that was written, newest first',
          querystring: PageQuery,
          response: {
            200: Type.Object({ items: Type.Array(Mail), nextCursor: Nullable(Type.String()) }),
          },
        },
      },
      async (request) => {
        const { at, id } = readCursor(request.query.cursor) ?? { at: null, id: null };
        const rows = await request.asAdmin(
          (sql) => sql<Static<typeof Mail> & Cursor>`
          select * from api.mail
          where ${at}::timestamptz is null or ("createdAt", id) < (${at}::timestamptz, ${id}::uuid)
          order by "createdAt" desc, id desc limit ${pageSize + 1}`,
        );
        return page(rows, pageSize);
      },
    );
  };
