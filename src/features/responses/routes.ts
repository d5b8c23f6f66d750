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
  readCursor,
  Uuid,
} from '../../server/schemas.ts';
import { createSigner } from '../videos/media-address.ts';
import { muxAddresses } from '../videos/mux/addresses.ts';
import { deleteWithTellings, type TellerKind, tellingsOf } from '../videos/tellings.ts';
import { trimsOf } from '../videos/trims.ts';
import { readVideo, Video } from '../videos/video.ts';
import { people } from './audience.ts';
import { PrivacyLevel, readStory, Story, type StoryRow, toStory, toStoryPage } from './story.ts';
import { MadeSummary, readMadeSummary } from './summary/made-summary.ts';

const pageSize = 30;
const New = Type.Object({
  promptId: Uuid,
  videoId: Uuid,
  privacyLevel: Type.Optional(PrivacyLevel),
  people: people('Who may watch a Custom story, and who may help with its words.'),
});
const Change = Type.Partial(
  Type.Object({
    privacyLevel: PrivacyLevel,
    summary: Nullable(Type.String({ maxLength: 20_000 })),
    responseNotes: Nullable(Type.String({ maxLength: 20_000 })),
  }),
);
const StoryWithVideo = Type.Object({
  ...Story.properties,
  ...MadeSummary.properties,
  video: Nullable(Video),
  favorite: Type.Boolean({ description: "Whether it is among the caller's favourites." }),
  position: Nullable(Type.Number({ description: 'Seconds: where the caller left off.' })),
  mayWrite: Type.Boolean({
    description: 'Whether the caller, without managing it, may write its summary and notes.',
  }),
});

/** What the caller themselves made of a story that they may read, and may make of it. */
const readMarks = async (sql: Sql, id: string) =>
  one(
    await sql<{ favorite: boolean; position: number | null; mayWrite: boolean }>`
      select
        exists (select from public."PromptResponseFavorite"
          where "profileId" = private.uid() and "promptResponseId" = ${id}) as favorite,
        (select position from public."PromptResponseRecentlyWatched"
          where "profileId" = private.uid() and "promptResponseId" = ${id}) as position,
        exists (select from public."ResponsePermission"
          where "userId" = private.uid() and "responseId" = ${id}
            and "permissionLevel" = 'write') as "mayWrite"`,
  );

/** Stories: a storyteller's answers, and reading any story that one may read. */
export const responsesRoutes: Feature =
  ({ config, secret }) =>
  async (app) => {
    const mux = muxAddresses(config);
    app.get(
      '/responses',
      {
        schema: {
          summary: "The caller's own stories, newest first",
          querystring: PageQuery,
          response: { 200: PageOf(Story) },
        },
      },
      async (request) => {
        const { at, id } = readCursor(request.query.cursor) ?? { at: null, id: null };
        const rows = await request.asUser(
          (sql) => sql<StoryRow & Cursor>`
            select * from api.story
            where "profileSharerId" = (select (private.told_sharers())[1])
              and (${at}::timestamptz is null or ("createdAt", id) < (${at}::timestamptz, ${id}::uuid))
            order by "createdAt" desc, id desc limit ${pageSize + 1}`,
        );
        return toStoryPage(rows, pageSize, createSigner(secret, request.sessionToken ?? ''));
      },
    );

    app.post(
      '/responses',
      {
        schema: {
          summary: 'Keep a recording as the story that answers a question',
          description:
            'The same recording again gives the same story; another one for the question, or one that tells something else: 409. 404 for people who do not listen.',
          body: New,
          response: { 201: Type.Object({ id: Uuid }) },
        },
      },
      async (request, reply) => {
        const { promptId, videoId, privacyLevel = 'Private', people } = request.body;
        const { id } = await request.asUser(async (sql) => {
          const video = one(
            await sql<{ sharer: string; storyId: string | null; untold: boolean }>`
              select v."profileSharerId" as sharer, r.id as "storyId",
                private.is_untold(v.id) as untold
              from public."Video" v left join public."PromptResponse" r on r."videoId" = v.id
              where v.id = ${videoId} and v."profileSharerId" = any (private.managed_sharers())`,
          );
          if (video.storyId !== null) return { id: video.storyId };
          const told = await sql`
            select from public."PromptResponse"
            where "promptId" = ${promptId} and "profileSharerId" = ${video.sharer}`;
          if (told.length > 0 || !video.untold) throw new ProblemError('conflict');
          const made = one(
            await sql<{ id: string }>`
              insert into public."PromptResponse" ("profileSharerId", "videoId", "promptId", "privacyLevel")
              values (${video.sharer}, ${videoId}, ${promptId}, ${privacyLevel}) returning id`,
          );
          if (people) {
            await sql`select api.share_story(${made.id}, ${privacyLevel},
              ${JSON.stringify(people)}::jsonb, api.sharing_version(${made.id}))`;
          }
          // the words may have been there before the story
          await sql`select api.request_summary(${videoId}, false)`;
          return made;
        });
        return reply.status(201).send({ id });
      },
    );

    app.get(
      '/responses/:id',
      {
        schema: {
          summary: 'A story with its recording',
          params: IdParams,
          response: { 200: StoryWithVideo },
        },
      },
      (request) =>
        request.asUser(async (sql) => {
          const sign = createSigner(secret, request.sessionToken ?? '');
          const row = await readStory(sql, request.params.id);
          const video =
            row.videoId === null ? null : await readVideo(sql, row.videoId, { sign, mux });
          return {
            ...toStory(row, sign),
            ...(await readMadeSummary(sql, row.id)),
            ...(await readMarks(sql, row.id)),
            video,
          };
        }),
    );

    app.patch(
      '/responses/:id',
      {
        schema: {
          summary: 'Change who sees a story, or its words',
          params: IdParams,
          body: Change,
          response: { 200: Story },
        },
      },
      (request) =>
        request.asUser(async (sql) => {
          const { id } = request.params;
          const { privacyLevel, summary, responseNotes } = request.body;
          await readStory(sql, id);
          const changed = await sql`
            update public."PromptResponse" set
              "privacyLevel" = coalesce(${privacyLevel ?? null}, "privacyLevel"),
              summary = case when ${summary !== undefined} then ${summary ?? null} else summary end,
              "responseNotes" = case when ${responseNotes !== undefined}
                then ${responseNotes ?? null} else "responseNotes" end
            where id = ${id} returning id`;
          if (changed.length === 0) throw new ProblemError('not-allowed');
          const sign = createSigner(secret, request.sessionToken ?? '');
          return toStory(await readStory(sql, id), sign);
        }),
    );

    app.delete(
      '/responses/:id',
      {
        schema: {
          summary: 'Delete a story and its recordings, earlier ones too',
          params: IdParams,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        await request.asUser(async (sql) => {
          const story = await readStory(sql, id);
          await deleteWithTellings(
            sql,
            story,
            () => sql`delete from public."PromptResponse" where id = ${id} returning id`,
          );
        });
        return reply.status(204).send(null);
      },
    );
  };

const story: TellerKind = { path: '/responses', name: 'a story', read: readStory };

/** The recordings of a story, over time, and how much of one it shows. */
export const storyTellingsRoutes = tellingsOf(story);
export const storyTrimsRoutes = trimsOf(story);
