import { type Static, Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';
import { IdParams, Nullable, Uuid } from '../../server/schemas.ts';
import { VideoStatus } from '../videos/video.ts';
import { topicListRoutes } from './lists.ts';

const Topic = Type.Object({
  id: Uuid,
  title: Type.String(),
  description: Nullable(Type.String()),
  theme: Nullable(Type.String()),
  questions: Type.Integer({ description: 'How many questions it has.' }),
  told: Type.Integer({ description: "How many of them the caller's own stories answer." }),
  favorite: Type.Boolean({ description: 'Whether it is a favourite of whoever tells.' }),
  queuedAt: Nullable(
    Type.String({
      format: 'date-time',
      description: 'Since when it is on the list of topics to tell next; the earliest comes first.',
    }),
  ),
});
/** A row of api.topic. */
type TopicRow = Omit<Static<typeof Topic>, 'queuedAt'> & { queuedAt: Date | null };

const toTopic = ({ queuedAt, ...topic }: TopicRow): Static<typeof Topic> => ({
  ...topic,
  queuedAt: queuedAt?.toISOString() ?? null,
});

const Question = Type.Object({
  id: Uuid,
  text: Type.String(),
  isContextEstablishing: Type.Boolean(),
  isObjectPrompt: Type.Boolean(),
  responseId: Nullable(Uuid),
  videoStatus: Nullable(VideoStatus),
});
const TopicWithQuestions = Type.Object({
  ...Topic.properties,
  questions: Type.Array(Question),
});

/** Topics with the caller's own progress in them. */
export const topicsRoutes: Feature = (deps) => async (app) => {
  await app.register(topicListRoutes(deps));

  app.get(
    '/topics',
    {
      schema: {
        summary: 'All topics that ask something',
        response: { 200: Type.Object({ items: Type.Array(Topic) }) },
      },
    },
    async (request) => {
      const topics = await request.asUser(
        (sql) => sql<TopicRow>`
          select id, title, description, theme, questions, told, favorite, "queuedAt"
          from api.topic t
          -- not one whose questions are all retired; a new one has yet to get its first
          where questions > 0 or not exists (
            select from public."Prompt" p where p."promptCategoryId" = t.id)
          order by position, title`,
      );
      return { items: topics.map(toTopic) };
    },
  );

  app.get(
    '/topics/:id',
    {
      schema: {
        summary: 'A topic and its questions, in the order to tell them',
        params: IdParams,
        response: { 200: TopicWithQuestions },
      },
    },
    (request) =>
      request.asUser(async (sql) => {
        const { id } = request.params;
        const [topics, questions] = await Promise.all([
          sql<TopicRow>`
            select id, title, description, theme, questions, told, favorite, "queuedAt"
            from api.topic where id = ${id}`,
          sql<Static<typeof Question>>`
            select id, text, "isContextEstablishing", "isObjectPrompt", "responseId", "videoStatus"
            from api.question where "topicId" = ${id} order by number`,
        ]);
        return { ...toTopic(one(topics)), questions };
      }),
  );
};
