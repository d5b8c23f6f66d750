import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';
import { IdParams, Nothing } from '../../server/schemas.ts';

/** A topic is on a list of whoever tells, or not. */
interface List {
  path: 'favorite' | 'queue';
  add: string;
  take: string;
  put: (sql: Sql, topic: string) => Promise<unknown>;
  remove: (sql: Sql, topic: string) => Promise<unknown>;
}

const lists: List[] = [
  {
    path: 'favorite',
    add: 'Make a topic a favourite',
    take: 'Make a topic a favourite no longer',
    put: (sql, topic) => sql`
      insert into public."TopicFavorite" ("profileId", "promptCategoryId")
      values (private.told_profile(), ${topic})
      on conflict ("profileId", "promptCategoryId") do nothing`,
    remove: (sql, topic) => sql`
      delete from public."TopicFavorite"
      where "profileId" = private.told_profile() and "promptCategoryId" = ${topic}`,
  },
  {
    path: 'queue',
    add: 'Put a topic on the list of those to tell next, at its end',
    take: 'Take a topic off the list of those to tell next',
    put: (sql, topic) => sql`
      insert into public."TopicQueueItem" ("profileId", "promptCategoryId")
      values (private.told_profile(), ${topic})
      on conflict ("profileId", "promptCategoryId") do nothing`,
    remove: (sql, topic) => sql`
      delete from public."TopicQueueItem"
      where "profileId" = private.told_profile() and "promptCategoryId" = ${topic}`,
  },
];

/** Favourite topics, and those that are to be told next: of the caller, or of whom they act for. */
export const topicListRoutes: Feature = () => async (app) => {
  for (const { path, add, take, put, remove } of lists) {
    app.post(
      `/topics/:id/${path}`,
      { schema: { summary: add, params: IdParams, response: { 204: Nothing } } },
      async (request, reply) => {
        const { id } = request.params;
        await request.asUser(async (sql) => {
          one(await sql`select from public."PromptCategory" where id = ${id}`);
          await put(sql, id);
        });
        return reply.status(204).send(null);
      },
    );
    app.delete(
      `/topics/:id/${path}`,
      { schema: { summary: take, params: IdParams, response: { 204: Nothing } } },
      async (request, reply) => {
        await request.asUser((sql) => remove(sql, request.params.id));
        return reply.status(204).send(null);
      },
    );
  }
};
