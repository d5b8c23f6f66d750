import { Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';
import { IdParams, Nothing, Nullable, Uuid } from '../../server/schemas.ts';
import { alikePairs, type Text } from './alike.ts';
import { Theme } from './category.ts';
import {
  CuratedPrompt,
  needCategory,
  type PromptRow,
  PromptWords,
  readPrompt,
  toPrompt,
} from './prompt.ts';

const pageSize = 50;
/** From here on two questions look like one. The starter library has no such pair. */
const alike = 0.55;
/** Pairs that are shown at once. */
const mostAlike = 100;

const New = Type.Object({
  text: PromptWords.properties.text,
  ...Type.Partial(Type.Omit(PromptWords, ['text'])).properties,
});
const Change = Type.Partial(Type.Object({ ...PromptWords.properties, retired: Type.Boolean() }));
const Filter = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 255, description: 'A part of its words.' })),
  category: Type.Optional(
    Type.Union([Uuid, Type.Literal('none')], { description: '`none`: those without a topic.' }),
  ),
  theme: Type.Optional(Theme),
  flag: Type.Optional(Type.Enum(['context', 'object'])),
  state: Type.Optional(Type.Enum(['asked', 'retired'])),
  cursor: Type.Optional(Type.String({ pattern: '^\\d{1,9}$' })),
});
const Alike = Type.Object({
  items: Type.Array(
    Type.Object({ likeness: Type.Number(), one: CuratedPrompt, other: CuratedPrompt }),
  ),
});

/** Questions, as admins look after them. */
export const curatedPromptsRoutes: Feature = () => async (app) => {
  app.get(
    '/admin/prompts',
    {
      schema: {
        summary: 'Every question, in the order of asking',
        querystring: Filter,
        response: {
          200: Type.Object({
            items: Type.Array(CuratedPrompt),
            total: Type.Integer({ description: 'How many there are of these.' }),
            nextCursor: Nullable(Type.String()),
          }),
        },
      },
    },
    async (request) => {
      const { q = '', category = null, theme = null, flag = null, state = null } = request.query;
      const { cursor = '0' } = request.query;
      const rows = await request.asAdmin(
        (sql) => sql<PromptRow & { total: number }>`
          with found as (
            select * from api.curated_prompt
            where (${q} = '' or position(
                lower(extensions.unaccent(${q})) in lower(extensions.unaccent(text))) > 0)
              and (${category}::text is null or coalesce("categoryId"::text, 'none') = ${category})
              and (${theme}::public."Theme" is null or theme = ${theme}::public."Theme")
              and (${flag}::text is null or case ${flag}::text
                when 'context' then "isContextEstablishing" else "isObjectPrompt" end)
              and (${state}::text is null or ("retiredAt" is not null) = (${state} = 'retired'))
          )
          select f.*, (select count(*)::integer from found) as total from found f
          where place > ${Number(cursor)} order by place limit ${pageSize + 1}`,
      );
      const items = rows.slice(0, pageSize);
      return {
        items: items.map(({ total: _, ...row }) => toPrompt(row)),
        total: rows[0]?.total ?? 0,
        nextCursor: rows.length > pageSize ? String(items.at(-1)?.place) : null,
      };
    },
  );

  app.get(
    '/admin/prompts/alike',
    {
      schema: {
        summary: 'Pairs of questions that ask nearly the same, the most alike first',
        response: { 200: Alike },
      },
    },
    (request) =>
      request.asAdmin(async (sql) => {
        const asked = await sql<Text>`
          select id, "promptText" as text from public."Prompt" where "retiredAt" is null order by id`;
        const pairs = (await alikePairs(asked, alike))
          .sort((a, b) => b.likeness - a.likeness)
          .slice(0, mostAlike);
        const ids = pairs.flatMap((pair) => [pair.one, pair.other]);
        const rows = await sql<PromptRow>`
          select * from api.curated_prompt where id = any (${ids}::uuid[])`;
        const prompt = (id: string) => toPrompt(one(rows.filter((row) => row.id === id)));
        return {
          items: pairs.map((pair) => ({
            likeness: pair.likeness,
            one: prompt(pair.one),
            other: prompt(pair.other),
          })),
        };
      }),
  );

  app.post(
    '/admin/prompts',
    {
      schema: {
        summary: 'Add a question, after the last one of its topic',
        description: 'With an Idempotency-Key, repeating the request gives the same question.',
        headers: Type.Object({ 'idempotency-key': Type.Optional(Uuid) }),
        body: New,
        response: { 201: CuratedPrompt },
      },
    },
    async (request, reply) => {
      const { text, categoryId = null, type = 'default' } = request.body;
      const { isContextEstablishing = false, isObjectPrompt = false } = request.body;
      const key = request.headers['idempotency-key'] ?? crypto.randomUUID();
      const row = await request.asAdmin(async (sql) => {
        await needCategory(sql, categoryId);
        await sql`
          insert into public."Prompt" (id, "promptText", "promptType", "isContextEstablishing",
            "isObjectPrompt", "promptCategoryId", position)
          select ${key}, ${text.trim()}, ${type.trim()}, ${isContextEstablishing}, ${isObjectPrompt},
            ${categoryId}::uuid, (select coalesce(max(p.position), 0) + 1 from public."Prompt" p
              where p."promptCategoryId" is not distinct from ${categoryId}::uuid)
          on conflict (id) do nothing`;
        return readPrompt(sql, key);
      });
      return reply.status(201).send(toPrompt(row));
    },
  );

  app.get(
    '/admin/prompts/:id',
    {
      schema: { summary: 'A question', params: IdParams, response: { 200: CuratedPrompt } },
    },
    async (request) => toPrompt(await request.asAdmin((sql) => readPrompt(sql, request.params.id))),
  );

  app.patch(
    '/admin/prompts/:id',
    {
      schema: {
        summary: 'Change, move, retire or bring back a question',
        description:
          'Moved to another topic it comes last there. Retired, it is asked no more; what was told stays with it.',
        params: IdParams,
        body: Change,
        response: { 200: CuratedPrompt },
      },
    },
    async (request) => {
      const { id } = request.params;
      const row = await request.asAdmin(async (sql) => {
        const was = await readPrompt(sql, id);
        const now = { ...was, retired: was.retiredAt !== null, ...request.body };
        await needCategory(sql, now.categoryId);
        await sql`
          update public."Prompt" p set "promptText" = ${now.text.trim()},
            "promptType" = ${now.type.trim()}, "isContextEstablishing" = ${now.isContextEstablishing},
            "isObjectPrompt" = ${now.isObjectPrompt}, "promptCategoryId" = ${now.categoryId}::uuid,
            "retiredAt" = case when ${now.retired} then coalesce(p."retiredAt", now()) end,
            position = case when p."promptCategoryId" is not distinct from ${now.categoryId}::uuid
              then p.position else (select coalesce(max(o.position), 0) + 1 from public."Prompt" o
                where o."promptCategoryId" is not distinct from ${now.categoryId}::uuid) end
          where p.id = ${id}`;
        return readPrompt(sql, id);
      });
      return toPrompt(row);
    },
  );

  app.delete(
    '/admin/prompts/:id',
    {
      schema: {
        summary: 'Delete a question that nobody has told',
        problems: ['in-use'],
        description: '409 `in-use` where a story or a recording belongs to it: retire it instead.',
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await request.asAdmin((sql) => sql`select api.remove_prompt(${request.params.id})`);
      return reply.status(204).send(null);
    },
  );
};
