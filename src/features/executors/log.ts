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
const text = Nullable(Type.String());

/** As the triggers of the tables call them. */
const things = [
  'story',
  'recording',
  'words',
  'suggestion',
  'topicVideo',
  'drawnOn',
  'topic',
  'attachment',
  'person',
  'personInPhoto',
  'object',
  'permission',
  'listener',
  'keeper',
  'invitation',
  'followRequest',
] as const;

const LogEntry = Type.Object({
  id: Uuid,
  actorName: text,
  actorAvatarUrl: text,
  actedAs: Type.Enum(['EXECUTOR', 'ADMIN', 'LISTENER', 'SHARER'], {
    description: 'As keeper, admin, or a listener who may write.',
  }),
  action: Type.Enum(['INSERT', 'UPDATE', 'DELETE']),
  thing: Type.Enum(things),
  name: Nullable(Type.String({ description: 'What it was called then.' })),
  about: Nullable(
    Type.String({ description: 'What it belongs to, such as the story of a photo.' }),
  ),
  changed: Type.Array(Type.String(), { description: 'The columns, of an UPDATE.' }),
  became: Nullable(Type.String({ description: 'What was chosen, such as who may see a story.' })),
  createdAt: When,
});
type LogRow = Static<typeof LogEntry> & Cursor;

/** What others did with what is a storyteller's. The database writes it; here it is read. */
export const logRoutes: Feature = () => async (app) => {
  app.get(
    '/log',
    {
      schema: {
        summary: 'What others did with what is the caller’s own, newest first',
        description: 'A keeper who acts for a storyteller reads what they did themselves.',
        querystring: PageQuery,
        response: { 200: PageOf(LogEntry) },
      },
    },
    async (request) => {
      const { at, id } = readCursor(request.query.cursor) ?? { at: null, id: null };
      const rows = await request.asUser(
        (sql) => sql<LogRow>`
          select l.id, l."actorName", c."avatarUrl" as "actorAvatarUrl", l."actedAs", l.action, l.thing,
            l.name, l.about, l.changed, l.became, l."createdAt", private.cursor_time(l."createdAt") as at
          from public."SharerLogEntry" l left join api.people c on c.id = l."actorId"
          where l."profileSharerId" = (select (private.told_sharers())[1])
            and (${at}::timestamptz is null or (l."createdAt", l.id) < (${at}::timestamptz, ${id}::uuid))
          order by l."createdAt" desc, l.id desc limit ${pageSize + 1}`,
      );
      return page(rows, pageSize);
    },
  );
};
