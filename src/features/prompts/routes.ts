import { type Static, Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';
import { IdParams, Nullable, Uuid } from '../../server/schemas.ts';

const Prompt = Type.Object({
  id: Uuid,
  text: Type.String(),
  isObjectPrompt: Type.Boolean(),
  topicId: Nullable(Uuid),
  topicTitle: Nullable(Type.String()),
  number: Type.Integer({ description: 'Its place in the topic, from 1.' }),
  of: Type.Integer({ description: 'How many questions the topic has.' }),
  responseId: Nullable(Uuid),
});
type PromptRow = Static<typeof Prompt>;

const NextQuery = Type.Object({
  topicId: Type.Optional(Uuid),
  after: Type.Optional(
    Type.String({ format: 'uuid', description: 'Skip up to this question: “Not this one”.' }),
  ),
});

/** Single questions, as a storyteller meets them. */
export const promptsRoutes: Feature = () => async (app) => {
  app.get(
    '/prompts/next',
    {
      schema: {
        summary: 'The next question to answer',
        description:
          'The first unanswered one of a topic that is begun, then of the topics in their order. After the last it begins again.',
        querystring: NextQuery,
        response: { 200: Type.Object({ prompt: Nullable(Prompt) }) },
      },
    },
    async (request) => {
      const { topicId = null, after = null } = request.query;
      const rows = await request.asUser(
        (sql) => sql<PromptRow>`
          select id, text, "isObjectPrompt", "topicId", "topicTitle", number, "of", "responseId"
          from api.next_questions(${topicId}, ${after}) limit 1`,
      );
      return { prompt: rows[0] ?? null };
    },
  );

  app.get(
    '/prompts/:id',
    { schema: { summary: 'A question', params: IdParams, response: { 200: Prompt } } },
    (request) =>
      request.asUser(async (sql) =>
        one(
          await sql<PromptRow>`
            select id, text, "isObjectPrompt", "topicId", "topicTitle", number, "of", "responseId"
            from api.question where id = ${request.params.id}`,
        ),
      ),
  );
};
