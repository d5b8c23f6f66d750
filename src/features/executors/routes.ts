import { type Static, Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { Nullable, When } from '../../server/schemas.ts';
import { keeperRoutes } from './keeper.ts';
import { logRoutes } from './log.ts';

const LookedAfter = Type.Object({
  id: Type.String({ format: 'uuid', description: 'Their sharerId, for the header Telloom-For.' }),
  name: Nullable(Type.String()),
  avatarUrl: Nullable(Type.String()),
  stories: Type.Integer(),
  newestQuestion: Nullable(Type.String({ description: 'Of the newest story.' })),
  newestAt: Nullable(When),
  suggestions: Type.Integer({ description: 'Other words that listeners suggested, not answered.' }),
  troubled: Type.Integer({ description: 'Recordings that could not be made ready.' }),
  unanswered: Type.Integer({ description: 'Invitations that nobody answered yet.' }),
});

/** For whoever looks after the stories of others, and what others did with one's own. */
export const executorsRoutes: Feature = (deps) => async (app) => {
  app.get(
    '/looked-after',
    {
      schema: {
        summary: 'Whose stories the caller looks after',
        response: { 200: Type.Object({ items: Type.Array(LookedAfter) }) },
      },
    },
    async (request) => ({
      items: await request.asUser(
        (sql) => sql<Static<typeof LookedAfter>>`
          select * from api.looked_after order by name, id`,
      ),
    }),
  );
  await app.register(keeperRoutes(deps));
  await app.register(logRoutes(deps));
};
