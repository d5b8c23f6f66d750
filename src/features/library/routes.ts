import type { Feature } from '../../server/deps.ts';
import { type Cursor, PageOf, PageQuery, readCursor } from '../../server/schemas.ts';
import { Story, type StoryRow, toStoryPage } from '../responses/story.ts';
import { createSigner } from '../videos/media-address.ts';
import { searchRoutes } from './search/routes.ts';
import { shelvesRoutes } from './shelves.ts';
import { watchingRoutes } from './watching.ts';

const pageSize = 30;

/** What a listener opens first: the stories of everybody they follow. */
export const libraryRoutes: Feature = (deps) => async (app) => {
  const { secret } = deps;
  for (const part of [watchingRoutes, shelvesRoutes, searchRoutes]) await app.register(part(deps));

  app.get(
    '/feed',
    {
      schema: {
        summary: 'Stories of everybody the caller follows, newest first',
        description: 'Stories whose recording can be played. Ready ones only.',
        querystring: PageQuery,
        response: { 200: PageOf(Story) },
      },
    },
    async (request) => {
      const { at, id } = readCursor(request.query.cursor) ?? { at: null, id: null };
      const rows = await request.asUser(
        (sql) => sql<StoryRow & Cursor>`
            select * from api.feed(${at}::timestamptz, ${id}::uuid, ${pageSize + 1})`,
      );
      return toStoryPage(rows, pageSize, createSigner(secret, request.sessionToken ?? ''));
    },
  );
};
