import { Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { one, ProblemError } from '../../server/errors.ts';
import {
  type Cursor,
  IdParams,
  Nothing,
  Nullable,
  PageOf,
  PageQuery,
  page,
  readCursor,
  Uuid,
} from '../../server/schemas.ts';
import { Story, type StoryRow, toStory } from '../responses/story.ts';
import { MadeSummary, readMadeSummary } from '../responses/summary/made-summary.ts';
import { createSigner } from '../videos/media-address.ts';
import { muxAddresses } from '../videos/mux/addresses.ts';
import { deleteWithTellings, type TellerKind, tellingsOf } from '../videos/tellings.ts';
import { trimsOf } from '../videos/trims.ts';
import { readVideo, Video } from '../videos/video.ts';
import { TopicVideo, type TopicVideoRow, toTopicVideo } from './topic-video.ts';

const pageSize = 30;
const New = Type.Object({ topicId: Uuid, videoId: Uuid });
const words = (maxLength: number) => Nullable(Type.String({ maxLength }));
const Change = Type.Partial(
  Type.Object({
    title: words(200),
    description: words(2000),
    summary: words(20_000),
    storyIds: Type.Array(Uuid, { maxItems: 500, description: 'All the stories it draws on.' }),
  }),
);
const Detail = Type.Object({
  ...TopicVideo.properties,
  ...MadeSummary.properties,
  video: Nullable(Video),
  stories: Type.Array(Story, { description: 'What it draws on, as far as the caller may watch.' }),
});

/** Topics summed up by their storytellers, one video for each topic. */
export const topicVideosRoutes: Feature =
  ({ config, secret }) =>
  async (app) => {
    const mux = muxAddresses(config);
    app.get(
      '/topic-videos',
      {
        schema: {
          summary: 'Topics summed up by those whom the caller manages or listens to, newest first',
          querystring: Type.Object({
            ...PageQuery.properties,
            topicId: Type.Optional(Uuid),
            sharerId: Type.Optional(Uuid),
          }),
          response: { 200: PageOf(TopicVideo) },
        },
      },
      async (request) => {
        const { cursor, topicId = null, sharerId = null } = request.query;
        const { at, id } = readCursor(cursor) ?? { at: null, id: null };
        const rows = await request.asUser(
          (sql) => sql<TopicVideoRow & Cursor>`
            select t.*, private.cursor_time(t."createdAt") as at from api.topic_video t
            where (${topicId}::uuid is null or t."topicId" = ${topicId}::uuid)
              and (${sharerId}::uuid is null or t."profileSharerId" = ${sharerId}::uuid)
              and (t.status = 'READY' or t."canManage")
              and (${at}::timestamptz is null
                or (t."createdAt", t.id) < (${at}::timestamptz, ${id}::uuid))
            order by t."createdAt" desc, t.id desc limit ${pageSize + 1}`,
        );
        const sign = createSigner(secret, request.sessionToken ?? '');
        const { items, nextCursor } = page(rows, pageSize);
        return { items: items.map((row) => toTopicVideo(row, sign)), nextCursor };
      },
    );

    app.post(
      '/topic-videos',
      {
        schema: {
          summary: 'Keep a recording as the video that sums a topic up',
          description:
            'There is one for each topic: in a former one it takes the place of the recording, which stays among the earlier ones. A new one draws on all stories of the topic.',
          body: New,
          response: { 201: Type.Object({ id: Uuid }) },
        },
      },
      async (request, reply) => {
        const { topicId, videoId } = request.body;
        const kept = await request.asUser(async (sql) => {
          const made = one(
            await sql<{ id: string }>`select api.keep_topic_video(${videoId}, ${topicId}) as id`,
          );
          // the words may have been there before
          await sql`select api.request_summary(${videoId}, false)`;
          return made;
        });
        return reply.status(201).send(kept);
      },
    );

    app.get(
      '/topic-videos/:id',
      {
        schema: {
          summary: 'A topic summed up, with its recording and the stories it draws on',
          params: IdParams,
          response: { 200: Detail },
        },
      },
      (request) =>
        request.asUser(async (sql) => {
          const sign = createSigner(secret, request.sessionToken ?? '');
          const row = await readTopicVideo(sql, request.params.id);
          const stories = await sql<StoryRow>`
            select s.* from public."_PromptResponseToThematicVideo" d join api.story s on s.id = d."A"
            where d."B" = ${row.id} order by s."createdAt", s.id`;
          return {
            ...toTopicVideo(row, sign),
            ...(await readMadeSummary(sql, row.id)),
            video: row.videoId === null ? null : await readVideo(sql, row.videoId, { sign, mux }),
            stories: stories.map((story) => toStory(story, sign)),
          };
        }),
    );

    app.patch(
      '/topic-videos/:id',
      {
        schema: {
          summary: 'Change the words of a topic video, or what it draws on',
          params: IdParams,
          body: Change,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        const { title, description, summary, storyIds } = request.body;
        await request.asUser(async (sql) => {
          await readTopicVideo(sql, id);
          const changed = await sql`
            update public."TopicVideo" set
              title = case when ${title !== undefined} then ${title ?? null} else title end,
              description = case when ${description !== undefined}
                then ${description ?? null} else description end,
              summary = case when ${summary !== undefined} then ${summary ?? null} else summary end
            where id = ${id} returning id`;
          if (changed.length === 0) throw new ProblemError('not-allowed');
          if (storyIds) await sql`select api.draw_on_stories(${id}, ${storyIds}::uuid[])`;
        });
        return reply.status(204).send(null);
      },
    );

    app.delete(
      '/topic-videos/:id',
      {
        schema: {
          summary: 'Delete a topic video and its recordings, earlier ones too',
          params: IdParams,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        await request.asUser(async (sql) => {
          const item = await readTopicVideo(sql, id);
          await deleteWithTellings(
            sql,
            item,
            () => sql`delete from public."TopicVideo" where id = ${id} returning id`,
          );
        });
        return reply.status(204).send(null);
      },
    );
  };

const readTopicVideo = async (sql: Sql, id: string) =>
  one(await sql<TopicVideoRow>`select * from api.topic_video where id = ${id}`);

const topicVideo: TellerKind = {
  path: '/topic-videos',
  name: 'a topic video',
  read: readTopicVideo,
};

/** The recordings of a topic video, over time, and how much of one it shows. */
export const topicTellingsRoutes = tellingsOf(topicVideo);
export const topicTrimsRoutes = trimsOf(topicVideo);
