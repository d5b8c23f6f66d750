import { adminId, idOf, listenerId, personOf, sizesOf, wordOf } from './data.ts';
import type { Ask, Sides } from './measure.ts';

export interface Read {
  what: string;
  /** The most that it may take, over the same read written by hand. */
  bar: number;
  sides: Sides;
  /** The same read of somebody for whom it is slow under policies by the letter. */
  naive?: (n: number) => Ask;
}

const columns = `r.id, r."promptId", r."profileSharerId", r."videoId", r."privacyLevel", r.summary,
  r."responseNotes", r."createdAt"`;

/** The rule for a listener, by hand: $1 is the listener, `sharer` an expression. */
const listens = (sharer: string) => `exists (select from public."ProfileListener" l
    where l."listenerId" = $1 and l."sharerId" = ${sharer} and l."hasAccess")`;
const permitted = `(
    (r."privacyLevel" = 'Public' and not exists (select from public."ResponsePermission" n
      where n."responseId" = r.id and n."userId" = $1 and n."permissionLevel" = 'none'))
    or (r."privacyLevel" = 'Custom' and exists (select from public."ResponsePermission" n
      where n."responseId" = r.id and n."userId" = $1 and n."permissionLevel" in ('read', 'write'))))`;
const followed = `array(select l."sharerId" from public."ProfileListener" l
    where l."listenerId" = $1 and l."hasAccess")`;
const newest = 'order by r."createdAt" desc, r.id desc limit 31';

/** Both sides of a listener's read; the first parameter of the hand-written one is the listener. */
function listeners(
  responses: number,
  rls: string,
  byHand: string,
  values: (n: number) => unknown[],
): Pick<Read, 'sides' | 'naive'> {
  const sub = (n: number) => listenerId(responses, n % sizesOf(responses).listeners);
  const throughPolicies = (n: number): Ask => ({
    text: rls,
    values: values(n),
    as: { role: 'authenticated', sub: sub(n) },
  });
  return {
    sides: {
      rls: throughPolicies,
      hand: (n) => ({ text: byHand, values: [sub(n), ...values(n)] }),
    },
    naive: throughPolicies,
  };
}

export function readsOf(responses: number): Read[] {
  const { sharers, listeners: listenerCount } = sizesOf(responses);
  /** A sharer whom listener n follows: the first of theirs, as data.ts ties them. */
  const followedBy = (n: number) => ((n % listenerCount) * 7919 + 104_729) % sharers;
  const sharerOf = (n: number) => [idOf('sharer', followedBy(n))];
  const page = listeners(
    responses,
    `select ${columns} from public."PromptResponse" r where r."profileSharerId" = $1 ${newest}`,
    `select ${columns} from public."PromptResponse" r where r."profileSharerId" = $2
      and ${listens('$2')} and ${permitted} ${newest}`,
    sharerOf,
  );
  const byId = listeners(
    responses,
    `select ${columns} from public."PromptResponse" r where r.id = $1`,
    `select ${columns} from public."PromptResponse" r where r.id = $2
      and ${listens('r."profileSharerId"')} and ${permitted}`,
    (n) => [idOf('response', followedBy(n))],
  );
  const counts = listeners(
    responses,
    `select "profileSharerId", count(*) from public."PromptResponse" r group by 1`,
    `select "profileSharerId", count(*) from public."PromptResponse" r
      where r."profileSharerId" = any (${followed}) and ${permitted} group by 1`,
    () => [],
  );
  const feed = listeners(
    responses,
    `select * from api.feed(null, null, 31)`,
    `select ${viewColumns('$1')} ${viewJoins}
      where r."profileSharerId" = any (${followed}) and ${permitted} and v.status = 'READY' ${newest}`,
    () => [],
  );
  const search = (word: string) =>
    listeners(
      responses,
      'select s.id, s.rank from api.search_stories($1, $2, 30) s',
      `select id, ts_rank(search_vector, q) as rank from (
        select r.id, r.search_vector, q from private.to_query($3, $2) q,
          unnest(${followed}) f (id) cross join lateral (
            select * from public."PromptResponse" r where r."profileSharerId" = f.id
              and r.search_vector @@ q and ${permitted}) r
        order by r."createdAt" desc limit 500) found
      order by rank desc limit 30`,
      () => [word, 'en'],
    );
  const photos = (word: string) =>
    listeners(
      responses,
      'select s.id, s.rank from private.find_attachments(private.to_query($2, $1), 30, null) s',
      `select id, ts_rank(search_vector, q) as rank from (
        select a.id, a.search_vector, q from private.to_query($3, $2) q,
          unnest(${followed}) f (id) cross join lateral (
            select a.* from public."PromptResponseAttachment" a
            join public."PromptResponse" r on r.id = a."promptResponseId"
            where a."profileSharerId" = f.id and a.search_vector @@ q and ${permitted}) a
        order by a."uploadedAt" desc limit 500) found
      order by rank desc limit 30`,
      () => [word, 'en'],
    ).sides;
  const person = listeners(
    responses,
    'select s.id, s.rank from private.find_people(private.name_words($1, $2), 30, null) s',
    `select t.id, l.likeness from (select private.name_words($2, $3) as words offset 0) asked
      cross join unnest(${followed}) f (id)
      join public."PersonTag" t on t."profileSharerId" = f.id
      cross join lateral (select private.likeness(asked.words, t."nameKey") as likeness) l
      where l.likeness > 0 and exists (
        select from public."PromptResponseAttachmentPersonTag" j
        join public."PromptResponseAttachment" a on a.id = j."promptResponseAttachmentId"
        join public."PromptResponse" r on r.id = a."promptResponseId"
        where j."personTagId" = t.id and ${permitted})
      order by l.likeness desc limit 30`,
    (n) => [personOf(followedBy(n), 0), 'en'],
  ).sides;
  return [
    { what: "a sharer's page", bar: 1.15, ...page },
    { what: 'own list', bar: 1.25, ...own(responses, ownList, ownListByHand) },
    { what: 'feed of 30 sharers', bar: 0.85, ...feed },
    { what: 'one response by id', bar: 1.35, ...byId },
    { what: 'counts', bar: 1.25, ...counts },
    { what: 'search, rare word', bar: 1.15, ...search(rareWord) },
    { what: 'search, common word', bar: 1.15, ...search(commonWord) },
    { what: 'photos, rare word', bar: 1.15, sides: photos(rareWord) },
    { what: 'photos, common word', bar: 1.15, sides: photos(commonWord) },
    { what: 'people by name', bar: 1.15, sides: person },
    { what: 'api.story, own list', bar: 1.25, ...own(responses, ownStories, ownStoriesByHand) },
    { what: "admin's newest 50", bar: 1.15, ...admins(responses) },
  ];
}

export const commonWord = wordOf(20);
export const rareWord = wordOf(19_990);

const ownList = `select ${columns} from public."PromptResponse" r
  where r."profileSharerId" = (select (private.owned_sharers())[1]) ${newest}`;
const ownListByHand = `select ${columns} from public."PromptResponse" r
  where r."profileSharerId" = (select id from public."ProfileSharer" where "profileId" = $1) ${newest}`;

/** What api.story says, by hand. */
const viewColumns = (me: string) => `${columns}, private.cursor_time(r."createdAt") as at,
  p."promptText" as question, c.id as "topicId", c.category as "topicTitle", o."fullName", o."avatarUrl",
  v.status, v.progress, v."errorMessage", v.duration, v."dateRecorded",
  case when v.status = 'READY' then v."maxWidth" is not null end as "hasPicture",
  exists (select from public."PromptResponseRecentlyWatched" w
    where w."promptResponseId" = r.id and w."profileId" = ${me}) as seen`;
const viewJoins = `from public."PromptResponse" r
  left join public."Prompt" p on p.id = r."promptId"
  left join public."PromptCategory" c on c.id = p."promptCategoryId"
  left join public."ProfileSharer" s on s.id = r."profileSharerId"
  left join public."Profile" o on o.id = s."profileId"
  left join public."Video" v on v.id = r."videoId"`;
const ownStories = `select * from api.story r
  where r."profileSharerId" = (select (private.owned_sharers())[1]) ${newest}`;
const ownStoriesByHand = `select ${viewColumns('$1')} ${viewJoins}
  where r."profileSharerId" = (select id from public."ProfileSharer" where "profileId" = $1) ${newest}`;

function own(responses: number, rls: string, byHand: string): Pick<Read, 'sides' | 'naive'> {
  const sub = (n: number) => idOf('profile', n % sizesOf(responses).sharers);
  const ask = (n: number): Ask => ({
    text: rls,
    values: [],
    as: { role: 'authenticated', sub: sub(n) },
  });
  return { sides: { rls: ask, hand: (n) => ({ text: byHand, values: [sub(n)] }) }, naive: ask };
}

/** The admin's newest 50: telloom_admin against the plain table, and `authenticated` by the letter. */
function admins(responses: number): Pick<Read, 'sides' | 'naive'> {
  const text = `select ${columns} from public."PromptResponse" r
    order by r."createdAt" desc, r.id desc limit 50`;
  const sub = adminId(responses);
  return {
    sides: {
      rls: () => ({ text, values: [], as: { role: 'telloom_admin', sub } }),
      hand: () => ({ text, values: [] }),
    },
    naive: () => ({ text, values: [], as: { role: 'authenticated', sub } }),
  };
}

/** An admin's search for the common word. */
export const adminSearch = (responses: number) => (): Ask => ({
  text: 'select s.id, s.rank from api.search_stories($1, $2, 30) s',
  values: [commonWord, 'en'],
  as: { role: 'telloom_admin', sub: adminId(responses) },
});
