import { type Static, Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { Nullable, Uuid } from '../../server/schemas.ts';

const Following = Type.Object({
  id: Uuid,
  sharerId: Uuid,
  name: Nullable(Type.String()),
  avatarUrl: Nullable(Type.String()),
  hasAccess: Type.Boolean(),
  notifications: Type.Boolean(),
});

/** The storytellers whom the caller follows. */
export const followingRoutes: Feature = () => async (app) => {
  app.get(
    '/following',
    {
      schema: {
        summary: 'Whose stories the caller may watch',
        response: { 200: Type.Object({ items: Type.Array(Following) }) },
      },
    },
    async (request) => ({
      items: await request.asUser(
        (sql) => sql<Static<typeof Following>>`
          select l.id, l."sharerId", c."fullName" as name, c."avatarUrl", l."hasAccess", l.notifications
          from public."ProfileListener" l
          left join public."ProfileSharer" s on s.id = l."sharerId"
          left join api.people c on c.id = s."profileId"
          where l."listenerId" = private.uid() order by name, l.id`,
      ),
    }),
  );
};
