import { type Static, Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import {
  type Cursor,
  Nullable,
  PageOf,
  PageQuery,
  page,
  readCursor,
  Uuid,
  When,
} from '../../server/schemas.ts';

const pageSize = 50;
const Entry = Type.Object({
  id: Uuid,
  actorName: Nullable(Type.String({ description: 'As it was then.' })),
  action: Type.Enum(['INSERT', 'UPDATE', 'DELETE', 'ACT']),
  thing: Type.String({ description: 'The table; of an ACT, what was done, such as `mail.again`.' }),
  thingId: Nullable(Type.String()),
  name: Nullable(Type.String({ description: 'What it was called then.' })),
  changed: Type.Array(Type.String(), { description: 'Columns.' }),
  createdAt: When,
});

/** What admins did, written by the database. */
export const logRoutes: Feature = () => async (app) => {
  app.get(
    '/admin/log',
    {
      schema: {
        summary: 'What admins did, newest first',
        querystring: PageQuery,
        response: { 200: PageOf(Entry) },
      },
    },
    async (request) => {
      const { at, id } = readCursor(request.query.cursor) ?? { at: null, id: null };
      const rows = await request.asAdmin(
        (sql) => sql<Static<typeof Entry> & Cursor>`
          select * from api.admin_log
          where ${at}::timestamptz is null or ("createdAt", id) < (${at}::timestamptz, ${id}::uuid)
          order by "createdAt" desc, id desc limit ${pageSize + 1}`,
      );
      return page(rows, pageSize);
    },
  );
};
