import { Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';
import { IdParams, Nothing, Nullable, Uuid } from '../../server/schemas.ts';
import { CategoryWords, CuratedCategory } from './category.ts';
import { mustBeAll, Order } from './order.ts';
import { CuratedPrompt, type PromptRow, toPrompt } from './prompt.ts';

const New = Type.Object({
  category: CategoryWords.properties.category,
  ...Type.Partial(Type.Omit(CategoryWords, ['category'])).properties,
});

const readCategory = async (sql: Sql, id: string) =>
  one(
    await sql<CuratedCategory>`
      select id, category, description, theme, asked, retired, "topicVideos"
      from api.curated_category where id = ${id}`,
  );

/** Topics, as admins look after them. */
export const curatedCategoriesRoutes: Feature = () => async (app) => {
  app.get(
    '/admin/prompt-categories',
    {
      schema: {
        summary: 'Every topic, in its order',
        response: { 200: Type.Object({ items: Type.Array(CuratedCategory) }) },
      },
    },
    async (request) => ({
      items: await request.asAdmin(
        (sql) => sql<CuratedCategory>`
          select id, category, description, theme, asked, retired, "topicVideos"
          from api.curated_category order by place`,
      ),
    }),
  );

  app.post(
    '/admin/prompt-categories',
    {
      schema: {
        summary: 'Add a topic, after the last one',
        description: 'With an Idempotency-Key, repeating the request gives the same topic.',
        headers: Type.Object({ 'idempotency-key': Type.Optional(Uuid) }),
        body: New,
        response: { 201: CuratedCategory },
      },
    },
    async (request, reply) => {
      const { category, description = null, theme = null } = request.body;
      const key = request.headers['idempotency-key'] ?? crypto.randomUUID();
      const row = await request.asAdmin(async (sql) => {
        await sql`
          insert into public."PromptCategory" (id, category, description, theme, position)
          select ${key}, ${category.trim()}, ${description}, ${theme}::public."Theme",
            (select coalesce(max(c.position), 0) + 1 from public."PromptCategory" c)
          on conflict (id) do nothing`;
        return readCategory(sql, key);
      });
      return reply.status(201).send(row);
    },
  );

  app.put(
    '/admin/prompt-categories/order',
    {
      schema: {
        summary: 'Put the topics in order',
        problems: ['changed-meanwhile'],
        description: '412 where there are others by now.',
        body: Order,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { ids } = request.body;
      await request.asAdmin(async (sql) => {
        mustBeAll(ids, await sql`select id from public."PromptCategory" for update`);
        await sql`
          update public."PromptCategory" c set position = o.place
          from unnest(${ids}::uuid[]) with ordinality o (id, place)
          where c.id = o.id and c.position is distinct from o.place`;
      });
      return reply.status(204).send(null);
    },
  );

  app.get(
    '/admin/prompt-categories/:id',
    { schema: { summary: 'A topic', params: IdParams, response: { 200: CuratedCategory } } },
    (request) => request.asAdmin((sql) => readCategory(sql, request.params.id)),
  );

  app.patch(
    '/admin/prompt-categories/:id',
    {
      schema: {
        summary: 'Change a topic',
        params: IdParams,
        body: Type.Partial(CategoryWords),
        response: { 200: CuratedCategory },
      },
    },
    (request) =>
      request.asAdmin(async (sql) => {
        const { id } = request.params;
        const { category, description, theme } = {
          ...(await readCategory(sql, id)),
          ...request.body,
        };
        await sql`
          update public."PromptCategory" set category = ${category.trim()},
            description = ${description}, theme = ${theme}::public."Theme" where id = ${id}`;
        return readCategory(sql, id);
      }),
  );

  app.delete(
    '/admin/prompt-categories/:id',
    {
      schema: {
        summary: 'Delete a topic that nothing belongs to',
        problems: ['in-use'],
        description:
          'It leaves the lists of those who marked it. 409 `in-use` while questions or recordings belong to it.',
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await request.asAdmin((sql) => sql`select api.remove_prompt_category(${request.params.id})`);
      return reply.status(204).send(null);
    },
  );

  app.get(
    '/admin/prompt-categories/:id/prompts',
    {
      schema: {
        summary: 'All questions of a topic, in the order of asking',
        params: IdParams,
        response: { 200: Type.Object({ items: Type.Array(CuratedPrompt) }) },
      },
    },
    (request) =>
      request.asAdmin(async (sql) => {
        await readCategory(sql, request.params.id);
        const rows = await sql<PromptRow>`
          select * from api.curated_prompt where "categoryId" = ${request.params.id} order by place`;
        return { items: rows.map(toPrompt) };
      }),
  );

  app.put(
    '/admin/prompt-categories/:id/order',
    {
      schema: {
        summary: 'Put the questions of a topic in order',
        problems: ['changed-meanwhile'],
        description:
          'Those that are asked before the others stay before them. 412 where the topic has others by now.',
        params: IdParams,
        body: Order,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { ids } = request.body;
      await request.asAdmin(async (sql) => {
        await readCategory(sql, request.params.id);
        mustBeAll(
          ids,
          await sql`
            select id from public."Prompt" where "promptCategoryId" = ${request.params.id} for update`,
        );
        await sql`
          update public."Prompt" p set position = o.place
          from unnest(${ids}::uuid[]) with ordinality o (id, place)
          where p.id = o.id and p.position is distinct from o.place`;
      });
      return reply.status(204).send(null);
    },
  );

  app.post(
    '/admin/prompt-categories/:id/empty',
    {
      schema: {
        summary: 'Move all questions of a topic to the end of another',
        params: IdParams,
        body: Type.Object({
          to: Nullable(Type.String({ format: 'uuid', description: 'null: to no topic.' })),
        }),
        response: { 200: CuratedCategory },
      },
    },
    (request) =>
      request.asAdmin(async (sql) => {
        const { id } = request.params;
        const { to } = request.body;
        await readCategory(sql, id);
        if (to !== null) await readCategory(sql, to);
        if (to !== id) await moveQuestions(sql, id, to);
        return readCategory(sql, id);
      }),
  );
};

async function moveQuestions(sql: Sql, from: string, to: string | null): Promise<void> {
  await sql`
    update public."Prompt" p set "promptCategoryId" = ${to}::uuid, position = last.position + m.nth
    from (
      select id, row_number() over (order by place) as nth from api.curated_prompt
      where "categoryId" = ${from}
    ) m, (
      select coalesce(max(o.position), 0) as position from public."Prompt" o
      where o."promptCategoryId" is not distinct from ${to}::uuid
    ) last
    where p.id = m.id`;
}
