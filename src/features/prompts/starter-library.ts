import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Type } from 'typebox';
import { Check, Errors } from 'typebox/value';

const promptSchema = Type.Object(
  {
    // The column takes 255; a question that fills it no longer fits a phone in large type.
    text: Type.String({ minLength: 1, maxLength: 200 }),
    context: Type.Optional(Type.Literal(true)),
    object: Type.Optional(Type.Literal(true)),
  },
  { additionalProperties: false },
);

const topicSchema = Type.Object(
  {
    slug: Type.String({ pattern: '^[a-z]+(-[a-z]+)*$' }),
    category: Type.String({ minLength: 1, maxLength: 40 }),
    description: Type.String({ minLength: 1, maxLength: 200 }),
    // CUSTOM is left to what families and admins add themselves.
    theme: Type.Enum([
      'LIFE_EXPERIENCES',
      'HEALTH_AND_WELLBEING',
      'FOOD',
      'FAMILY',
      'WORK',
      'FAITH_AND_VALUES',
      'PLACES',
    ]),
    prompts: Type.Array(promptSchema, { minItems: 1 }),
  },
  { additionalProperties: false },
);

/** One topic of the starter library, as its JSON file holds it; prompts in the order of asking. */
export type Topic = Type.Static<typeof topicSchema>;

/** Runs one parameterised statement; `pg`'s `query` has this shape. */
export type Query = (text: string, values: unknown[]) => Promise<{ rowCount: number | null }>;

// The order a person meets the topics in: easy, early memories first, then the grown years,
// and the heavier ones only once telling has become a habit.
const order = [
  'childhood-home',
  'parents-and-grandparents',
  'brothers-sisters-and-cousins',
  'school-days',
  'play-hobbies-and-music',
  'kitchen-table',
  'holidays-and-traditions',
  'friends',
  'work-and-first-jobs',
  'love',
  'children-in-your-life',
  'places-and-moving',
  'animals-and-outdoors',
  'history-you-lived-through',
  'faith-and-what-matters',
  'health-and-growing-older',
  'hard-times',
  'letters-to-those-who-come-after',
];

function readTopic(slug: string): Topic {
  const file = new URL(`./library/${slug}.json`, import.meta.url);
  const topic: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Check(topicSchema, topic)) {
    const faults = Errors(topicSchema, topic).map((e) => `${e.instancePath || '/'} ${e.message}`);
    throw new Error(`library/${slug}.json: ${faults.join('; ')}`);
  }
  if (topic.slug !== slug) throw new Error(`library/${slug}.json: its slug is "${topic.slug}"`);
  const firstOther = topic.prompts.findIndex((p) => !p.context);
  if (firstOther !== -1 && topic.prompts.slice(firstOther).some((p) => p.context)) {
    throw new Error(`library/${slug}.json: context prompts must come first`);
  }
  return topic;
}

/**
 * The topics that ship with Telloom, in the order to offer them; in each, context prompts first.
 * Throws, naming the file and the fault, when a file is missing or breaks the schema.
 */
export function starterLibrary(): Topic[] {
  return order.map(readTopic);
}

// Drawn at random once. A new value would give every installed prompt a second copy.
const namespace = Buffer.from('f13457f5c8404217bafdc502ad3591c8', 'hex');

/** UUID version 5 (RFC 9562, section 5.5) of a name in the library's own namespace. */
function uuidV5(name: string): string {
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The id of a category of objects that comes along, the same in every installation. */
export function objectCategoryId(name: string): string {
  // No slug of a topic has a space.
  return uuidV5(`object category ${name}`);
}

/** The id of a library topic, the same in every installation. */
export function topicId(slug: string): string {
  return uuidV5(slug);
}

/**
 * The id of a library prompt, the same in every installation. The words are part of it: a
 * reworded question is a new prompt, so an answer stays with the question that was asked.
 */
export function promptId(slug: string, text: string): string {
  // Slugs hold no newline, so no topic can share a name with a prompt.
  return uuidV5(`${slug}\n${text}`);
}

const insertTopics = `
  insert into public."PromptCategory" (id, category, description, theme, position)
  select id, category, description, theme, position
  from jsonb_to_recordset($1::jsonb) as topic(
    id uuid, category text, description text, theme public."Theme", position integer
  )
  on conflict (id) do nothing`;

const insertPrompts = `
  insert into public."Prompt" (
    id, "promptText", "promptType", "isContextEstablishing", "isObjectPrompt",
    "promptCategoryId", position
  )
  select
    id, "promptText", 'default', "isContextEstablishing", "isObjectPrompt",
    "promptCategoryId", position
  from jsonb_to_recordset($1::jsonb) as prompt(
    id uuid, "promptText" text, "isContextEstablishing" boolean, "isObjectPrompt" boolean,
    "promptCategoryId" uuid, position integer
  )
  on conflict (id) do nothing`;

async function insert(query: Query, text: string, rows: object[]): Promise<number> {
  const { rowCount } = await query(text, [JSON.stringify(rows)]);
  if (rowCount === null) throw new Error('The database did not say how many rows it inserted');
  return rowCount;
}

/**
 * Puts the starter library into the database and returns how many topics and prompts were new.
 * Rows that are there already stay as they are, an admin's edits included; a row that an admin
 * deleted comes back, so run it at set-up and on request, not at every start. It is two
 * statements, topics first: run them in one transaction, as a role that may insert into both
 * tables. Errors of the database pass through.
 */
export async function installStarterLibrary(
  query: Query,
): Promise<{ topics: number; prompts: number }> {
  const library = starterLibrary();
  const topicRows = library.map(({ slug, category, description, theme }, index) => ({
    id: topicId(slug),
    category,
    description,
    theme,
    position: index + 1,
  }));
  const promptRows = library.flatMap(({ slug, prompts }) =>
    prompts.map(({ text, context = false, object = false }, index) => ({
      id: promptId(slug, text),
      promptText: text,
      isContextEstablishing: context,
      isObjectPrompt: object,
      promptCategoryId: topicId(slug),
      position: index + 1,
    })),
  );
  const topics = await insert(query, insertTopics, topicRows);
  const prompts = await insert(query, insertPrompts, promptRows);
  return { topics, prompts };
}
