import { Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';
import {
  type Cursor,
  IdParams,
  Nothing,
  PageOf,
  PageQuery,
  page,
  readCursor,
  Uuid,
} from '../../server/schemas.ts';
import { Line, type LineRow, toLine } from './line.ts';

const pageSize = 30;
const Unread = Type.Object({ count: Type.Integer({ description: 'Lines that are unread.' }) });

/** What somebody was told in the app, and that they have read it. */
export const notificationListRoutes: Feature = () => async (app) => {
  app.get(
    '/notifications',
    {
      schema: {
        summary: 'What the caller was told of, newest first',
        description:
          'Without what they may no longer see. New stories of one storyteller are one line.',
        querystring: PageQuery,
        response: { 200: PageOf(Line) },
      },
    },
    async (request) => {
      const { at, id } = readCursor(request.query.cursor) ?? { at: null, id: null };
      const rows = await request.asUser(
        (sql) => sql<LineRow & Cursor>`
          select l.*, private.cursor_time(l."createdAt") as at
          from api.notification_lines('app', false) l
          where ${at}::timestamptz is null
            or (l."createdAt", l.id) < (${at}::timestamptz, ${id}::uuid)
          order by l."createdAt" desc, l.id desc limit ${pageSize + 1}`,
      );
      const { items, nextCursor } = page(rows, pageSize);
      return { items: items.map(toLine), nextCursor };
    },
  );

  app.get(
    '/notifications/unread',
    { schema: { summary: 'How much is unread', response: { 200: Unread } } },
    async (request) => request.asUser(async (sql) => one(await countUnread(sql))),
  );

  app.post(
    '/notifications/:id/read',
    {
      schema: {
        summary: 'Mark a line as read, with all that is folded into it',
        params: IdParams,
        response: { 200: Unread },
      },
    },
    (request) =>
      request.asUser(async (sql) => {
        const { id } = request.params;
        const { kind, lineId } = one(
          await sql<{ kind: string; lineId: string }>`
            select kind, "lineId" from api.notification where id = ${id}`,
        );
        await sql`
          update public."Notification" set "readAt" = now()
          where "readAt" is null and id in (
            select n.id from api.notification n where n.kind = ${kind} and n."lineId" = ${lineId})`;
        return one(await countUnread(sql));
      }),
  );

  app.post(
    '/notifications/read',
    {
      schema: {
        summary: 'Mark as read all that there was',
        description: 'Up to the newest line that the caller sees: what came later stays unread.',
        body: Type.Object({ upTo: Uuid }),
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await request.asUser(async (sql) => {
        const { id } = one(
          await sql<{
            id: string;
          }>`select id from api.notification where id = ${request.body.upTo}`,
        );
        await sql`
          update public."Notification" set "readAt" = now()
          where "readAt" is null and id in (
            select n.id from api.notification n join api.notification newest on newest.id = ${id}
            where n.about = any (private.switched_on('app'))
              and n."createdAt" <= newest."createdAt")`;
      });
      return reply.status(204).send(null);
    },
  );
};

const countUnread = (sql: Sql) => sql<{ count: number }>`
  select count(distinct (kind, "lineId"))::integer as count from api.notification
  where "readAt" is null and about = any (private.switched_on('app'))`;
