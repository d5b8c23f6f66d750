import type { TestDatabase } from './database.ts';
import { people, rows } from './ids.ts';

type Sql = TestDatabase['sql'];
const stories = ['private', 'public', 'custom', 'other'] as const;

/** What belongs to the stories: recordings' assets, topic videos, photos with people, files. */
export async function makeCollections(sql: Sql): Promise<void> {
  for (const story of stories) await illustrate(sql, story);
  await sql`insert into public."PersonTag" (id, "profileSharerId", name)
    values (${rows.looseTag}, ${rows.sharer}, 'Ana')`;
  await sumUp(sql, 'topicVideo', 'topicTranscript', rows.sharer);
  await sumUp(sql, 'otherTopicVideo', 'otherTopicTranscript', rows.otherSharer);
  // one is published from a recording, the other came without
  await sql`update public."Video" set "muxAssetId" = 'asset-topicVideo' where id = ${rows.looseVideo}`;
  await sql`update public."TopicVideo" set "videoId" = ${rows.looseVideo} where id = ${rows.topicVideo}`;
  await sql`insert into public."EarlierTelling" ("promptResponseId", "videoId", "profileSharerId")
    values (${rows.publicResponse}, ${rows.muteVideo}, ${rows.sharer}),
      (${rows.otherResponse}, ${rows.otherLooseVideo}, ${rows.otherSharer})`;
  await sql`insert into public."TrimmedVideo"
      ("videoId", "wholeId", "profileSharerId", "start", "end", "promptResponseId")
    values (${rows.muteVideo}, ${rows.publicVideo}, ${rows.sharer}, 1, 9, null),
      (${rows.otherLooseVideo}, ${rows.otherVideo}, ${rows.otherSharer}, 1, 9, null)`;
  for (const [id, sharer, actor] of [
    [rows.keeperEntry, rows.sharer, people.executor],
    [rows.writerEntry, rows.sharer, people.writer],
    [rows.otherEntry, rows.otherSharer, people.otherExecutor],
  ]) {
    await sql`insert into public."SharerLogEntry" (id, "profileSharerId", "actorId", "actedAs", action, thing)
      values (${id}, ${sharer}, ${actor}, 'EXECUTOR', 'UPDATE', 'story')`;
  }
  await sql`insert into public."_PromptResponseToThematicVideo" ("A", "B")
    values (${rows.publicResponse}, ${rows.topicVideo}), (${rows.privateResponse}, ${rows.topicVideo}),
      (${rows.otherResponse}, ${rows.otherTopicVideo})`;
  await makeFiles(sql);
}

/** A photo of a story, with a person in it; and the name of its recording at the video host. */
async function illustrate(sql: Sql, story: (typeof stories)[number]): Promise<void> {
  const sharer = story === 'other' ? rows.otherSharer : rows.sharer;
  const attachment = rows[`${story}Attachment`];
  const tag = rows[`${story}Tag`];
  await sql`update public."Video" set "muxAssetId" = ${`asset-${story}`} where id = ${rows[`${story}Video`]}`;
  await sql`insert into public."PromptResponseAttachment" (id, "promptResponseId", "profileSharerId")
    values (${attachment}, ${rows[`${story}Response`]}, ${sharer})`;
  await sql`insert into public."PersonTag" (id, "profileSharerId", name) values (${tag}, ${sharer}, 'Ana')`;
  await sql`insert into public."PromptResponseAttachmentPersonTag" (id, "promptResponseAttachmentId", "personTagId")
    values (${rows[`${story}Tagging`]}, ${attachment}, ${tag})`;
}

async function sumUp(
  sql: Sql,
  video: 'topicVideo' | 'otherTopicVideo',
  transcript: 'topicTranscript' | 'otherTopicTranscript',
  sharer: string,
): Promise<void> {
  await sql`insert into public."TopicVideo" (id, "profileSharerId", "promptCategoryId", "muxAssetId")
    values (${rows[video]}, ${sharer}, ${rows.topic}, ${`asset-${video}`})`;
  await sql`insert into public."TopicVideoTranscript" (id, "topicVideoId", transcript)
    values (${rows[transcript]}, ${rows[video]}, 'All of it.')`;
}

async function makeFiles(sql: Sql): Promise<void> {
  const { sharer, otherSharer, publicResponse, otherResponse } = rows;
  for (const [id, bucket, name] of [
    [rows.listenerAvatar, 'avatars', `${people.listener}/me.jpg`],
    [rows.ownerAvatar, 'avatars', `${people.owner}/me.jpg`],
    [rows.publicFile, 'attachments', `${sharer}/${publicResponse}/a.jpg`],
    [rows.privateFile, 'attachments', `${sharer}/${rows.privateResponse}/a.jpg`],
    [rows.customFile, 'attachments', `${sharer}/${rows.customResponse}/deep/a.jpg`],
    [rows.otherFile, 'attachments', `${otherSharer}/${otherResponse}/a.jpg`],
    // paths that name nothing, or what does not belong together
    [rows.oddFile, 'attachments', `${sharer}/${otherResponse}/a.jpg`],
    [rows.odderFile, 'attachments', `${otherSharer}/${publicResponse}/a.jpg`],
    [rows.looseFile, 'attachments', 'x/y/z.jpg'],
    [rows.dotFile, 'attachments', `${sharer}/${publicResponse}/../a.jpg`],
    // in buckets of the service, under names that would be good in another
    [rows.videoFile, 'videos', `${sharer}/${publicResponse}/a.mp4`],
    [rows.exportFile, 'exports', `${people.owner}/a.zip`],
  ]) {
    await sql`insert into storage.objects (id, bucket_id, name) values (${id}, ${bucket}, ${name})`;
  }
}
