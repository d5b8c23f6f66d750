import { Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import {
  IdParams,
  Nothing,
  Nullable,
  PageOf,
  PageQuery,
  page,
  readCursor,
  When,
} from '../../server/schemas.ts';
import { readStory, Story, type StoryRow, toStory, toStoryPage } from '../responses/story.ts';
import { createSigner } from '../videos/media-address.ts';

const pageSize = 30;
const Watched = Type.Object({
  ...Story.properties,
  watchedAt: When,
  position: Nullable(Type.Number({ description: 'Seconds: where the caller left off.' })),
});

const Again = Type.Object(
  { watchedAt: When, position: Nullable(Type.Number({ exclusiveMinimum: 0, maximum: 1_000_000 })) },
  { additionalProperties: false },
);

interface WatchedRow extends StoryRow {
  watchedAt: Date;
  position: number | null;
  /** When it came onto the shelf, to the microsecond, for the cursor. */
  since: string;
}

/** A person's own shelves: what they watched lately, and what they want to find again. */
export const shelvesRoutes: Feature =
  ({ secret }) =>
  async (app) => {
    app.get(
      '/recently-watched',
      {
        schema: {
          summary: 'What the caller watched, the latest first',
          description: 'Without stories that they may no longer watch.',
          querystring: PageQuery,
          response: { 200: PageOf(Watched) },
        },
      },
      async (request) => {
        const { at, id } = readCursor(request.query.cursor) ?? { at: null, id: null };
        const rows = await request.asUser(
          (sql) => sql<WatchedRow>`
            select s.*, w."watchedAt", w.position, private.cursor_time(w."watchedAt") as since
            from public."PromptResponseRecentlyWatched" w
            join api.story s on s.id = w."promptResponseId"
            where w."profileId" = private.uid() and (${at}::timestamptz is null
              or (w."watchedAt", w."promptResponseId") < (${at}::timestamptz, ${id}::uuid))
            order by w."watchedAt" desc, w."promptResponseId" desc limit ${pageSize + 1}`,
        );
        const sign = createSigner(secret, request.sessionToken ?? '');
        const { items, nextCursor } = page(rows.map(shelved), pageSize);
        return {
          items: items.map(({ watchedAt, position, ...row }) => ({
            ...toStory(row, sign),
            watchedAt: watchedAt.toISOString(),
            position,
          })),
          nextCursor,
        };
      },
    );

    app.delete(
      '/recently-watched',
      { schema: { summary: 'Forget all that the caller watched', response: { 204: Nothing } } },
      async (request, reply) => {
        await request.asUser(
          (sql) => sql`
            delete from public."PromptResponseRecentlyWatched" where "profileId" = private.uid()`,
        );
        return reply.status(204).send(null);
      },
    );

    app.delete(
      '/recently-watched/:id',
      {
        schema: {
          summary: 'Forget that the caller watched this story',
          params: IdParams,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        await request.asUser(
          (sql) => sql`
            delete from public."PromptResponseRecentlyWatched"
            where "profileId" = private.uid() and "promptResponseId" = ${request.params.id}`,
        );
        return reply.status(204).send(null);
      },
    );

    app.put(
      '/recently-watched/:id',
      {
        schema: {
          summary: 'Remember again that the caller watched this story, and when',
          description: 'For taking back that it was forgotten.',
          params: IdParams,
          body: Again,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        const { watchedAt, position } = request.body;
        await request.asUser(async (sql) => {
          await readStory(sql, id);
          await sql`
            insert into public."PromptResponseRecentlyWatched"
              ("profileId", "promptResponseId", "watchedAt", position)
            values (private.uid(), ${id}, least(${watchedAt}::timestamptz, now()), ${position})
            on conflict ("profileId", "promptResponseId") do nothing`;
        });
        return reply.status(204).send(null);
      },
    );

    app.get(
      '/favorites',
      {
        schema: {
          summary: "The caller's favourite stories, the latest first",
          description: 'Without stories that they may no longer watch.',
          querystring: PageQuery,
          response: { 200: PageOf(Story) },
        },
      },
      async (request) => {
        const { at, id } = readCursor(request.query.cursor) ?? { at: null, id: null };
        const rows = await request.asUser(
          (sql) => sql<StoryRow & { since: string }>`
            select s.*, private.cursor_time(f."favoritedAt") as since
            from public."PromptResponseFavorite" f
            join api.story s on s.id = f."promptResponseId"
            where f."profileId" = private.uid() and (${at}::timestamptz is null
              or (f."favoritedAt", f."promptResponseId") < (${at}::timestamptz, ${id}::uuid))
            order by f."favoritedAt" desc, f."promptResponseId" desc limit ${pageSize + 1}`,
        );
        const sign = createSigner(secret, request.sessionToken ?? '');
        return toStoryPage(rows.map(shelved), pageSize, sign);
      },
    );

    app.post(
      '/responses/:id/favorite',
      {
        schema: {
          summary: 'Make a story a favourite',
          params: IdParams,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        await request.asUser((sql) => like(sql, request.params.id));
        return reply.status(204).send(null);
      },
    );

    app.delete(
      '/responses/:id/favorite',
      {
        schema: {
          summary: 'A story is no longer a favourite',
          params: IdParams,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        await request.asUser(
          (sql) => sql`
            delete from public."PromptResponseFavorite"
            where "profileId" = private.uid() and "promptResponseId" = ${request.params.id}`,
        );
        return reply.status(204).send(null);
      },
    );
  };

/** A row whose place in the list is when it came onto the shelf, not when it was told. */
const shelved = <Row extends { since: string }>({ since, ...row }: Row) => ({ ...row, at: since });

async function like(sql: Sql, id: string): Promise<void> {
  await readStory(sql, id);
  await sql`
    insert into public."PromptResponseFavorite" ("profileId", "promptResponseId")
    values (private.uid(), ${id}) on conflict do nothing`;
}
