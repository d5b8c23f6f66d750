import { type Static, Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { type Cursor, PageOf, PageQuery, readCursor, Uuid } from '../../server/schemas.ts';
import { Story, type StoryRow, toStoryPage } from '../responses/story.ts';
import { createSigner } from '../videos/media-address.ts';
import { searchRoutes } from './search/routes.ts';
import { shelvesRoutes } from './shelves.ts';
import { watchingRoutes } from './watching.ts';

const pageSize = 30;
const FeedQuery = Type.Object({
  ...PageQuery.properties,
  sharer: Type.Optional(Type.String({ format: 'uuid', description: 'Of this storyteller alone.' })),
  topic: Type.Optional(Type.String({ format: 'uuid', description: 'Of this topic alone.' })),
});
const FeedTopic = Type.Object({
  id: Uuid,
  title: Type.String(),
  stories: Type.Integer(),
  unseen: Type.Integer({ description: 'How many of them the caller has not watched.' }),
});

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
        querystring: FeedQuery,
        response: { 200: PageOf(Story) },
      },
    },
    async (request) => {
      const { cursor, sharer = null, topic = null } = request.query;
      const { at, id } = readCursor(cursor) ?? { at: null, id: null };
      const rows = await request.asUser(
        (sql) => sql<StoryRow & Cursor>`
          select * from api.feed(${at}::timestamptz, ${id}::uuid, ${pageSize + 1},
            ${sharer}::uuid, ${topic}::uuid)`,
      );
      return toStoryPage(rows, pageSize, createSigner(secret, request.sessionToken ?? ''));
    },
  );
  app.get(
    '/feed/topics',
    {
      schema: {
        summary: 'The topics of the feed, and how much is new in each',
        response: { 200: Type.Object({ items: Type.Array(FeedTopic) }) },
      },
    },
    async (request) => ({
      items: await request.asUser(
        (sql) => sql<Static<typeof FeedTopic>>`select * from api.feed_topics()`,
      ),
    }),
  );
};
