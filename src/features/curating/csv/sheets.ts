import type { Sql } from '../../../../db/session.ts';
import { longest } from '../category.ts';
import { id, oneOf, place, theme, words, wordsOrDefault, yesNo } from './kinds.ts';
import type { Plan, Row, Sheet } from './plan.ts';

/** A table that leaves and comes back as a sheet. */
export interface SheetTable {
  /** The path under /admin, and what it holds in words. */
  path: string;
  holds: string;
  fileName: string;
  /** Nobody else changes it until the end of the transaction. Telling and recording go on. */
  hold: (sql: Sql) => Promise<unknown>;
  open: (sql: Sql) => Promise<Sheet>;
  /** What is planned, in as many statements as there are kinds of change. */
  put: (sql: Sql, plan: Pick<Plan, 'added' | 'changed'>) => Promise<void>;
}

const rowsOf = (planned: Plan['added']) => JSON.stringify(planned.map(({ row }) => row));

const prompts: SheetTable = {
  path: 'prompts',
  holds: 'questions',
  fileName: 'telloom-questions.csv',
  hold: (sql) => sql`lock table public."Prompt" in share row exclusive mode`,
  open: async (sql) => {
    const categories = await sql<{ id: string; name: string }>`
      select id, coalesce(category, '') as name from public."PromptCategory" order by position, id`;
    return {
      columns: {
        id,
        question: words({ max: longest.prompt, needed: true }),
        category: oneOf(categories),
        type: wordsOrDefault(255),
        context: yesNo,
        object: yesNo,
        position: place,
        retired: yesNo,
      },
      called: 'question',
      defaults: {
        type: 'default',
        context: false,
        object: null,
        category: null,
        position: null,
        retired: false,
      },
      rows: await sql<Row>`
        select p.id, p."promptText" as question, p."promptCategoryId" as category,
          p."promptType" as type, p."isContextEstablishing" as context, p."isObjectPrompt" as object,
          p.position, p."retiredAt" is not null as retired
        from public."Prompt" p join api.curated_prompt o on o.id = p.id order by o.place`,
    };
  },
  put: async (sql, { added, changed }) => {
    await sql`
      insert into public."Prompt" (id, "promptText", "promptCategoryId", "promptType",
        "isContextEstablishing", "isObjectPrompt", position, "retiredAt")
      select coalesce(n.id, gen_random_uuid()), n.question, n.category, n.type, n.context, n.object,
        -- something new without a place: after the last one, in the order of the file
        case when n.id is null then coalesce(n.position, last.position + n.nth) else n.position end,
        case when n.retired then now() end
      from rows from (jsonb_to_recordset(${rowsOf(added)}::jsonb) as (id uuid, question text,
        category uuid, type text, context boolean, object boolean, position integer, retired boolean))
        with ordinality n (id, question, category, type, context, object, position, retired, nth)
      cross join lateral (
        select coalesce(max(p.position), 0) as position from public."Prompt" p
        where p."promptCategoryId" is not distinct from n.category
      ) last`;
    await sql`
      update public."Prompt" p set "promptText" = n.question, "promptCategoryId" = n.category,
        "promptType" = n.type, "isContextEstablishing" = n.context, "isObjectPrompt" = n.object,
        position = n.position, "retiredAt" = case when n.retired then coalesce(p."retiredAt", now()) end
      from jsonb_to_recordset(${rowsOf(changed)}::jsonb) as n (id uuid, question text, category uuid,
        type text, context boolean, object boolean, position integer, retired boolean)
      where p.id = n.id`;
  },
};

const categories: SheetTable = {
  path: 'prompt-categories',
  holds: 'topics',
  fileName: 'telloom-topics.csv',
  hold: (sql) => sql`lock table public."PromptCategory" in share row exclusive mode`,
  open: async (sql) => {
    return {
      columns: {
        id,
        category: words({ max: longest.name }),
        description: words({ max: longest.description }),
        theme,
        position: place,
      },
      called: 'category',
      defaults: { description: null, theme: null, position: null },
      rows: await sql<Row>`
        select c.id, c.category, c.description, c.theme, c.position
        from public."PromptCategory" c order by c.position, c.category, c.id`,
    };
  },
  put: async (sql, { added, changed }) => {
    await sql`
      insert into public."PromptCategory" (id, category, description, theme, position)
      select coalesce(n.id, gen_random_uuid()), n.category, n.description, n.theme,
        case when n.id is null then coalesce(n.position, last.position + n.nth) else n.position end
      from rows from (jsonb_to_recordset(${rowsOf(added)}::jsonb) as (id uuid, category text,
        description text, theme public."Theme", position integer))
        with ordinality n (id, category, description, theme, position, nth)
      cross join (select coalesce(max(position), 0) as position from public."PromptCategory") last`;
    await sql`
      update public."PromptCategory" c set category = n.category, description = n.description,
        theme = n.theme, position = n.position
      from jsonb_to_recordset(${rowsOf(changed)}::jsonb) as n (id uuid, category text,
        description text, theme public."Theme", position integer)
      where c.id = n.id`;
  },
};

const objectCategories: SheetTable = {
  path: 'object-categories',
  holds: 'kinds of things',
  fileName: 'telloom-kinds-of-things.csv',
  hold: (sql) => sql`lock table public."ObjectCategory" in share row exclusive mode`,
  open: async (sql) => {
    return {
      columns: {
        id,
        category: words({ max: longest.name }),
        description: words({ max: longest.description }),
      },
      called: 'category',
      defaults: { description: null },
      rows: await sql<Row>`
        select c.id, c."categoryName" as category, c.description
        from public."ObjectCategory" c order by c."createdAt", c."categoryName", c.id`,
    };
  },
  put: async (sql, { added, changed }) => {
    await sql`
      insert into public."ObjectCategory" (id, "categoryName", description)
      select coalesce(n.id, gen_random_uuid()), n.category, n.description
      from jsonb_to_recordset(${rowsOf(added)}::jsonb) as n (id uuid, category text, description text)`;
    await sql`
      update public."ObjectCategory" c set "categoryName" = n.category, description = n.description
      from jsonb_to_recordset(${rowsOf(changed)}::jsonb) as n (id uuid, category text, description text)
      where c.id = n.id`;
  },
};

export const sheetTables = [prompts, categories, objectCategories];
