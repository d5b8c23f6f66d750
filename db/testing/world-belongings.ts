import type { TestDatabase } from './database.ts';
import { people, rows } from './ids.ts';

type Sql = TestDatabase['sql'];

/** What belongs to people: objects, favourites, requests, purchases, downloads, what they watched, messages. */
export async function makeBelongings(sql: Sql): Promise<void> {
  await makeObjects(sql);
  await makeFavorites(sql);
  await makeRequests(sql);
  await makePurchases(sql);
  await makeDownloads(sql);
  await makeSuggestions(sql);
  await makeMessages(sql);
  await makeNotifications(sql);
}

/** One to each family, one to a topic of neither, and one of a kind that nobody is offered. */
async function makeMessages(sql: Sql): Promise<void> {
  for (const [id, topic, extension] of [
    [rows.familyMessage, `sharer:${rows.sharer}`, 'broadcast'],
    [rows.familyPresence, `sharer:${rows.sharer}`, 'presence'],
    [rows.looseMessage, 'room', 'broadcast'],
    [rows.otherMessage, `sharer:${rows.otherSharer}`, 'broadcast'],
  ]) {
    await sql`insert into realtime.messages (id, topic, extension, event, payload, private)
      values (${id}, ${topic}, ${extension}, 'news', '{}', true)`;
  }
}

async function makeObjects(sql: Sql): Promise<void> {
  await sql`insert into public."ObjectCategory" (id, "categoryName") values (${rows.objectCategory}, 'Tools')`;
  for (const [id, person, response] of [
    [rows.ownerObject, people.owner, null],
    [rows.privateObject, people.owner, rows.privateResponse],
    [rows.publicObject, people.owner, rows.publicResponse],
    [rows.customObject, people.owner, rows.customResponse],
    [rows.listenerObject, people.listener, null],
    [rows.otherObject, people.other, rows.otherResponse],
  ]) {
    await sql`insert into public."Object" (id, "userId", "objectName", "promptResponseId", "categoryId")
      values (${id}, ${person}, 'A pan', ${response}, ${rows.objectCategory})`;
  }
}

async function makeFavorites(sql: Sql): Promise<void> {
  await sql`insert into public."PromptResponseFavorite" (id, "profileId", "promptResponseId") values
    (${rows.ownerFavorite}, ${people.owner}, ${rows.privateResponse}),
    (${rows.listenerFavorite}, ${people.listener}, ${rows.publicResponse}),
    (${rows.revokedFavorite}, ${people.revoked}, ${rows.publicResponse})`;
  for (const person of ['owner', 'listener', 'other'] as const) {
    await sql`insert into public."TopicFavorite" (id, "profileId", "promptCategoryId")
      values (${rows[`${person}TopicFavorite`]}, ${people[person]}, ${rows.topic})`;
    await sql`insert into public."TopicQueueItem" (id, "profileId", "promptCategoryId")
      values (${rows[`${person}TopicQueueItem`]}, ${people[person]}, ${rows.topic})`;
  }
}

async function makeRequests(sql: Sql): Promise<void> {
  for (const [id, sharer, person, status] of [
    [rows.pendingRequest, rows.sharer, people.follower, 'PENDING'],
    [rows.approvedRequest, rows.sharer, people.listener, 'APPROVED'],
    [rows.deniedRequest, rows.sharer, people.refused, 'DENIED'],
    [rows.otherRequest, rows.otherSharer, people.follower, 'PENDING'],
  ]) {
    await sql`insert into public."FollowRequest" (id, "sharerId", "requestorId", status)
      values (${id}, ${sharer}, ${person}, ${status})`;
  }
  await sql`insert into public."FollowLink" ("sharerId", code)
    values (${rows.sharer}, 'world-code'), (${rows.otherSharer}, 'other-code')`;
}

async function makePurchases(sql: Sql): Promise<void> {
  await sql`insert into public."Product" (id) values (${rows.product})`;
  await sql`insert into public."Entitlement" (id) values (${rows.entitlement})`;
  await sql`insert into public."Offering" (id) values (${rows.offering})`;
  await sql`insert into public."Package" (id, "offeringId", "productId")
    values (${rows.package}, ${rows.offering}, ${rows.product})`;
  for (const person of ['owner', 'other'] as const) {
    const subscription = rows[`${person}Subscription`];
    await sql`insert into public."Subscription" (id, "userId", "productId")
      values (${subscription}, ${people[person]}, ${rows.product})`;
    await sql`insert into public."SubscriptionEntitlement" (id, "subscriptionId", "entitlementId")
      values (${rows[`${person}SubscriptionEntitlement`]}, ${subscription}, ${rows.entitlement})`;
    await sql`insert into public."Purchase" (id, "userId", "productId")
      values (${rows[`${person}Purchase`]}, ${people[person]}, ${rows.product})`;
  }
}

async function makeDownloads(sql: Sql): Promise<void> {
  for (const [person, video, topicVideo] of [
    ['owner', 'asset-private', 'asset-topicVideo'],
    ['listener', 'asset-public', 'asset-topicVideo'],
    ['revoked', 'asset-public', 'asset-topicVideo'],
    ['other', 'asset-other', 'asset-otherTopicVideo'],
  ] as const) {
    await sql`insert into public."VideoDownload" (id, "profileId", "muxAssetId")
      values (${rows[`${person}VideoDownload`]}, ${people[person]}, ${video})`;
    await sql`insert into public."TopicVideoDownload" (id, "profileId", "muxAssetId")
      values (${rows[`${person}TopicVideoDownload`]}, ${people[person]}, ${topicVideo})`;
  }
  for (const [listener, story] of [
    ['listener', 'public'],
    ['revoked', 'public'],
    ['otherListener', 'other'],
  ] as const) {
    const row = rows[`${listener}Row`];
    await sql`insert into public."_ListenerPromptViews" ("A", "B") values (${row}, ${rows[`${story}Response`]})`;
    await sql`insert into public."_ListenerVideoViews" ("A", "B") values (${row}, ${rows[`${story}Video`]})`;
  }
}

/** Corrections of transcripts; `hidden` and `revoked` are of those that their people may not read. */
async function makeSuggestions(sql: Sql): Promise<void> {
  for (const [id, person, transcript, topicTranscript, status] of [
    [rows.listenerSuggestion, people.listener, rows.publicTranscript, null, 'PENDING'],
    [rows.settledSuggestion, people.listener, rows.publicTranscript, null, 'DECLINED'],
    [rows.hiddenSuggestion, people.listener, rows.privateTranscript, null, 'PENDING'],
    [rows.topicSuggestion, people.listener, null, rows.topicTranscript, 'PENDING'],
    [rows.writerSuggestion, people.writer, rows.publicTranscript, null, 'PENDING'],
    [rows.revokedSuggestion, people.revoked, rows.publicTranscript, null, 'PENDING'],
    [rows.otherSuggestion, people.otherListener, rows.otherTranscript, null, 'PENDING'],
  ]) {
    await sql`insert into public."TranscriptSuggestion" (id, "suggestedBy", "videoTranscriptId",
        "topicVideoTranscriptId", status, "start", "was", "suggested")
      values (${id}, ${person}, ${transcript}, ${topicTranscript}, ${status}, 0, 'cinamon', 'cinnamon')`;
  }
}

/** Where a person's device is reached. */
export const pushEndpoint = (person: string) =>
  `https://updates.push.services.mozilla.com/wpush/v2/${person}`;

/** Beside those that triggers wrote: of stories that some of these may hear, or could before. */
async function makeNotifications(sql: Sql): Promise<void> {
  for (const [person, response] of [
    [people.listener, rows.publicResponse],
    [people.none, rows.publicResponse],
    [people.revoked, rows.publicResponse],
    [people.stranger, rows.privateResponse],
    [people.reader, rows.customResponse],
  ]) {
    await sql`insert into public."Notification" ("profileId", kind, "profileSharerId", "subjectId")
      values (${person}, 'story', ${rows.sharer}, ${response})`;
  }
  for (const person of [people.owner, people.listener]) {
    await sql`insert into public."NotificationSwitch" ("profileId", about, channel, "isOn")
      values (${person}, 'access', 'push', false)`;
    await sql`insert into public."ContactPreference" ("profileId", language) values (${person}, 'es')`;
    await sql`insert into public."PushSubscription" ("profileId", endpoint, p256dh, auth)
      values (${person}, ${pushEndpoint(person)}, repeat('B', 87), repeat('A', 22))`;
  }
}
