import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { IdParams, Nothing, Nullable } from '../../server/schemas.ts';
import { readStory, Story, toStory } from '../responses/story.ts';
import { createSigner } from '../videos/media-address.ts';

const Watched = Type.Object({
  position: Type.Optional(
    Nullable(Type.Number({ minimum: 0, maximum: 1_000_000, description: 'Seconds.' })),
  ),
});
const Preferences = Type.Object({
  keepsHistory: Type.Boolean({ description: 'Whether it is remembered what one watched.' }),
  captions: Type.Boolean({ description: 'Whether captions show from the start.' }),
  playsOn: Type.Boolean({ description: 'Whether the next story of a list starts by itself.' }),
});
type Preferences = Static<typeof Preferences>;
const defaults: Preferences = { keepsHistory: true, captions: true, playsOn: false };
const List = Type.Object({
  in: Type.Optional(
    Type.Enum(['topic', 'feed', 'favorites'], {
      description:
        'Its topic, as the storyteller tells it; what is new; the favourites. Else topic.',
    }),
  ),
  sharer: Type.Optional(
    Type.String({ format: 'uuid', description: 'In the feed of this storyteller alone.' }),
  ),
  topic: Type.Optional(
    Type.String({ format: 'uuid', description: 'In the feed of this topic alone.' }),
  ),
});

/** While somebody watches: where they are, how they like it, what comes next. */
export const watchingRoutes: Feature =
  ({ secret }) =>
  async (app) => {
    app.post(
      '/responses/:id/watched',
      {
        schema: {
          summary: 'Remember that the caller watched this story, and how far',
          description:
            'Sent every now and then while it plays, and when it stops. Without a position, or near the end, the story begins anew the next time.',
          params: IdParams,
          body: Watched,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        const { position = null } = request.body;
        await request.asUser(
          (sql) => sql`select api.note_watching(${request.params.id}, ${position})`,
        );
        return reply.status(204).send(null);
      },
    );

    app.get(
      '/responses/:id/next',
      {
        schema: {
          summary: 'The story that follows in the list where this one is watched',
          params: IdParams,
          querystring: List,
          response: { 200: Type.Object({ story: Nullable(Story) }) },
        },
      },
      (request) =>
        request.asUser(async (sql) => {
          const { id } = request.params;
          await readStory(sql, id);
          const next = await nextIn(sql, id, request.query);
          if (next === null) return { story: null };
          const sign = createSigner(secret, request.sessionToken ?? '');
          return { story: toStory(await readStory(sql, next), sign) };
        }),
    );

    app.get(
      '/me/watching',
      { schema: { summary: 'How the caller likes to watch', response: { 200: Preferences } } },
      async (request) => {
        const [row] = await request.asUser(
          (sql) => sql<Preferences>`
            select "keepsHistory", captions, "playsOn" from public."WatchingPreference"
            where "profileId" = private.uid()`,
        );
        return row ?? defaults;
      },
    );

    app.patch(
      '/me/watching',
      {
        schema: {
          summary: 'Change how the caller likes to watch',
          body: Type.Partial(Preferences),
          response: { 200: Preferences },
        },
      },
      async (request) => {
        const { keepsHistory = null, captions = null, playsOn = null } = request.body;
        const [row] = await request.asUser(
          (sql) => sql<Preferences>`
            insert into public."WatchingPreference" as p
              ("profileId", "keepsHistory", captions, "playsOn")
            values (private.uid(), coalesce(${keepsHistory}, true), coalesce(${captions}, true),
              coalesce(${playsOn}, false))
            on conflict ("profileId") do update set
              "keepsHistory" = coalesce(${keepsHistory}, p."keepsHistory"),
              captions = coalesce(${captions}, p.captions),
              "playsOn" = coalesce(${playsOn}, p."playsOn")
            returning "keepsHistory", captions, "playsOn"`,
        );
        return row as Preferences;
      },
    );
  };

async function nextIn(sql: Sql, id: string, list: Static<typeof List>): Promise<string | null> {
  const { sharer = null, topic = null } = list;
  const [next] = await {
    topic: () => sql<{ id: string | null }>`select api.next_in_topic(${id}) as id`,
    feed: () => sql<{ id: string | null }>`
      select api.next_in_feed(${id}, ${sharer}::uuid, ${topic}::uuid) as id`,
    favorites: () => sql<{ id: string | null }>`select api.next_favorite(${id}) as id`,
  }[list.in ?? 'topic']();
  return next?.id ?? null;
}
