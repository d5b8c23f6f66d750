import { type Static, Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { IdParams, Nullable } from '../../server/schemas.ts';

const Listener = Type.Object({
  listenerId: Type.String({ format: 'uuid', description: 'As in GET /listeners.' }),
  name: Nullable(Type.String()),
  avatarUrl: Nullable(Type.String()),
  sees: Type.Boolean({ description: 'Whether the story is there for them now.' }),
  watched: Type.Boolean({ description: 'False, too, for those who keep no history.' }),
});

/** Who sees a story and who has watched it, for those who decide about it. */
export const audienceRoutes: Feature = () => async (app) => {
  app.get(
    '/responses/:id/audience',
    {
      schema: {
        summary: 'Who of the listeners sees a story, and who has watched it, for its managers',
        params: IdParams,
        response: { 200: Type.Object({ items: Type.Array(Listener) }) },
      },
    },
    async (request) => ({
      items: await request.asUser(
        (sql) =>
          sql<
            Static<typeof Listener>
          >`select * from api.story_audience(${request.params.id}::uuid)`,
      ),
    }),
  );
};
