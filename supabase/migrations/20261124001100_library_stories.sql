-- What the pages read. Views run as the caller, so the policies of the tables decide.

-- People one is tied to: a card and no more.
create function private.cards() returns table (id uuid, "fullName" text, username text, "avatarUrl" text)
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.uid();
  managed uuid[] := private.managed_sharers();
  circle uuid[] := managed || private.followed_sharers()
    || array(select i."sharerId" from public."Invitation" i
             where lower(i."inviteeEmail") = private.my_confirmed_email()
               and i.status = 'PENDING' and i."createdAt" > now() - interval '14 days')
    || array(select f."sharerId" from public."FollowRequest" f where f."requestorId" = me and f.status = 'PENDING');
begin
  return query
  select p.id, p."fullName", p.username, p."avatarUrl" from public."Profile" p
  where p.id in (
    select me
    union select s."profileId" from public."ProfileSharer" s where s.id = any (circle)
    union select e."executorId" from public."ProfileExecutor" e where e."sharerId" = any (circle)
    union select l."listenerId" from public."ProfileListener" l where l."sharerId" = any (managed)
    union select u.id from auth.users u join public."Invitation" i
          on lower(i."inviteeEmail") = lower(u.email)
          where i."sharerId" = any (private.owned_sharers()) and i.status = 'PENDING'
            and i."createdAt" > now() - interval '14 days' and u.email_confirmed_at is not null
    union select f."requestorId" from public."FollowRequest" f
          where f."sharerId" = any (managed) and f.status = 'PENDING'
  );
end
$$;
comment on function private.cards() is
  'Definer: Profile is readable to oneself alone; of people one is tied to this gives a card.';
select private.grant_functions('{private.cards()}', 'authenticated, service_role, telloom_admin');

create function private.sharer_cards()
returns table ("sharerId" uuid, "fullName" text, "avatarUrl" text) rows 30
language plpgsql stable security definer set search_path = ''
set plan_cache_mode = 'force_generic_plan' as $$
declare
  circle uuid[] := private.heard_sharers();
begin
  return query
  select s.id, p."fullName", p."avatarUrl"
  from public."ProfileSharer" s join public."Profile" p on p.id = s."profileId"
  where s.id = any (circle);
end
$$;
comment on function private.sharer_cards() is
  'Definer: as cards(), of the storytellers alone whose stories the caller manages or listens to.';
select private.grant_functions('{private.sharer_cards()}', 'authenticated, service_role, telloom_admin');

create view api.people with (security_invoker = true) as
  select c.id, c."fullName", c.username, c."avatarUrl" from private.cards() c;
comment on view api.people is 'Cards of the people the caller is tied to by a connection, a pending invitation or a pending follow request.';
grant select on api.people to authenticated;

create view api.story with (security_invoker = true) as
  select r.id, r."promptId", r."profileSharerId", r."videoId", r."privacyLevel", r.summary,
    r."responseNotes", r."createdAt", private.cursor_time(r."createdAt") as at,
    p."promptText" as question, c.id as "topicId", c.category as "topicTitle",
    card."fullName" as "sharerName", card."avatarUrl" as "sharerAvatarUrl",
    v.status as "videoStatus", v.progress, v."errorMessage", v.duration, v."dateRecorded",
    case when v.status = 'READY' then v."maxWidth" is not null end as "hasPicture",
    exists (
      select from public."PromptResponseRecentlyWatched" w
      where w."promptResponseId" = r.id and w."profileId" = (select private.uid())
    ) as seen,
    r."profileSharerId" = any ((select private.managed_sharers())::uuid[]) as "canManage"
  from public."PromptResponse" r
  left join public."Prompt" p on p.id = r."promptId"
  left join public."PromptCategory" c on c.id = p."promptCategoryId"
  left join private.sharer_cards() card on card."sharerId" = r."profileSharerId"
  left join public."Video" v on v.id = r."videoId";
comment on view api.story is 'A response with its question, topic and recording, as far as the caller may read them.';
grant select on api.story to authenticated;

create view api.me with (security_invoker = true) as
  select
    p.id, p."fullName", p."firstName", p."lastName", p.username, p."avatarUrl", p.email,
    (select private.my_confirmed_email()) is not null as "emailConfirmed",
    (select private.told_sharers())[1] as "sharerId",
    exists (
      select from public."ProfileRole" r where r."profileId" = p.id and r.role = 'ADMIN'
    ) as "isAdmin",
    (
      select count(*)::integer from public."ProfileListener" l
      where l."listenerId" = p.id and l."hasAccess"
    ) as "followsCount",
    (select l."dueAt" from public."AccountDeletion" l where l."profileId" = p.id) as "leavesAt",
    (
      select count(*)::integer from public."ProfileExecutor" e where e."executorId" = p.id
    ) as "keepsCount",
    (
      select jsonb_build_object('id', card."sharerId", 'name', card."fullName", 'avatarUrl', card."avatarUrl")
      from private.sharer_cards() card where card."sharerId" = private.acting_for()
    ) as "actingFor"
  from public."Profile" p
  where p.id = (select private.uid());
comment on view api.me is 'The caller, as the first thing the web app asks for. One row, or none.';
revoke all on api.me from public, anon;
grant select on api.me to authenticated;

-- The feed ---------------------------------------------------------------------------------
-- A policy on the recording is asked for every row before the newest can be taken. The feed therefore
-- begins with ids from a definer, which starts at the caller's own sharers and asks may_hear() as the
-- policy of PromptResponse does; the tables are then joined as the caller, and the policies decide.

create function private.feed_candidates(
  sharer uuid, topic uuid, before timestamptz, before_id uuid, wanted integer
) returns setof uuid rows 31
language plpgsql stable security definer set search_path = ''
set plan_cache_mode = 'force_generic_plan' as $$
declare
  followed uuid[] := array(
    select f from unnest(private.followed_sharers()) f where f = coalesce(sharer, f)
  );
  managed uuid[] := private.managed_sharers();
  refused uuid[] := private.permitted_responses('{none}');
  named uuid[] := private.permitted_responses('{read,write}');
  upto timestamptz := coalesce(before, 'infinity');
  upto_id uuid := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  -- the newest may not be ready yet
  looked_at integer := wanted + wanted / 8 + 1;
  since timestamptz;
  newest uuid[];
  videos uuid[];
  ready uuid[];
begin
  loop
    -- The newest few of each: as many as are looked at of these are there, so that nothing older
    -- than the last of them can be among the newest of all. Null when they are not enough.
    since := (
      select f."createdAt" from unnest(followed) s (id) cross join lateral (
        select r."createdAt" from public."PromptResponse" r
        where r."profileSharerId" = s.id and (r."createdAt", r.id) < (upto, upto_id)
          and private.may_hear(s.id, r."privacyLevel", r.id, managed, refused, named)
          and (topic is null or exists (
            select from public."Prompt" p where p.id = r."promptId" and p."promptCategoryId" = topic))
        order by r."createdAt" desc, r.id desc
        limit 2 + 2 * looked_at / greatest(cardinality(followed), 1)
      ) f order by f."createdAt" desc offset looked_at - 1 limit 1
    );
    select array_agg(f.id), array_agg(f."videoId") into newest, videos from (
      select f.id, f."videoId" from unnest(followed) s (id) cross join lateral (
        select r.id, r."createdAt", r."videoId" from public."PromptResponse" r
        where r."profileSharerId" = s.id and (r."createdAt", r.id) < (upto, upto_id)
          and r."createdAt" >= coalesce(since, '-infinity')
          and private.may_hear(s.id, r."privacyLevel", r.id, managed, refused, named)
          and (topic is null or exists (
            select from public."Prompt" p where p.id = r."promptId" and p."promptCategoryId" = topic))
        order by r."createdAt" desc, r.id desc limit looked_at
      ) f order by f."createdAt" desc, f.id desc limit looked_at
    ) f;
    ready := array(
      select n.id from unnest(newest, videos) with ordinality n (id, video, place)
      join public."Video" v on v.id = n.video
      where v.status = 'READY' order by n.place limit wanted
    );
    exit when (cardinality(ready) < wanted and cardinality(newest) = looked_at) is not true;
    looked_at := looked_at * 4;
  end loop;
  return query select r from unnest(ready) with ordinality r (r, place) order by place;
end
$$;
comment on function private.feed_candidates(uuid, uuid, timestamptz, uuid, integer) is
  'Definer: finds the newest stories of those whom the caller follows without asking a policy for each row. Only ids that the caller may read, the newest first.';

-- Planned once for each connection: as SQL its join, with the policies of five tables in it, was
-- planned anew for every call, which took as long as running it.
create function api.feed(
  before timestamptz, before_id uuid, max integer, sharer uuid default null, topic uuid default null
) returns setof api.story
language plpgsql stable set search_path = '' as $$
begin
  return query
    select s.*
    from private.feed_candidates(sharer, topic, before, before_id, least(greatest(max, 1), 101)) c (id)
    join api.story s on s.id = c.id
    where s."videoStatus" = 'READY'
    order by s."createdAt" desc, s.id desc;
end
$$;
comment on function api.feed(timestamptz, uuid, integer, uuid, uuid) is
  'Stories that can be played of everybody the caller follows, or of one storyteller or topic, newest first: those after the given one, or from the start with nulls. At most max, 1 to 101.';

select private.grant_functions(array[
    'private.feed_candidates(uuid, uuid, timestamptz, uuid, integer)',
    'api.feed(timestamptz, uuid, integer, uuid, uuid)'
  ]::regprocedure[], 'authenticated');

create function api.become_sharer() returns table ("sharerId" uuid, made boolean)
language plpgsql set search_path = '' as $$
begin
  insert into public."ProfileRole" ("profileId", role) values (private.uid(), 'SHARER')
  on conflict do nothing;
  insert into public."ProfileSharer" ("profileId") values (private.uid()) on conflict do nothing;
  made := found;
  select s.id into "sharerId" from public."ProfileSharer" s where s."profileId" = private.uid();
  return next;
end
$$;
comment on function api.become_sharer() is 'Makes the caller a storyteller; made is false when they were one.';
select private.grant_functions('{api.become_sharer()}', 'authenticated');

-- Questions and topics with the caller's own stories in them -------------------------------

-- A retired question stays with whoever told it or began to, and nobody else meets it.
create view api.question with (security_invoker = true) as
  select p.id, p."promptText" as text, p."isContextEstablishing",
    coalesce(p."isObjectPrompt", false) as "isObjectPrompt",
    p."promptCategoryId" as "topicId", c.category as "topicTitle", c.position as "topicPosition",
    row_number() over topic::integer as number,
    count(*) over (partition by p."promptCategoryId")::integer as "of",
    own.id as "responseId", v.status as "videoStatus", p."retiredAt" is not null as retired
  from public."Prompt" p
  left join public."PromptCategory" c on c.id = p."promptCategoryId"
  left join lateral (
    select r.id, r."videoId" from public."PromptResponse" r
    where r."promptId" = p.id and r."profileSharerId" = any ((select private.told_sharers())::uuid[])
    order by r."createdAt" limit 1
  ) own on true
  left join public."Video" v on v.id = own."videoId"
  where p."retiredAt" is null or own.id is not null or exists (
    select from public."Video" begun where begun."promptId" = p.id
      and begun."profileSharerId" = any ((select private.told_sharers())::uuid[])
  )
  window topic as (
    partition by p."promptCategoryId"
    order by p."isContextEstablishing" desc, p.position nulls last, p."createdAt", p.id
  );
comment on view api.question is
  'Questions in the order to tell them, context-establishing ones first, with the story of each that the caller told, or whom they act for.';
grant select on api.question to authenticated;

create function private.told_profile() returns uuid
language sql stable set search_path = '' as $$
  select case when private.acting_for() is null then private.uid()
    else (select s."profileId" from public."ProfileSharer" s where s.id = private.acting_for()) end
$$;
comment on function private.told_profile() is
  'Whose stories the caller tells: their own, or those of whom they act for.';
select private.grant_functions('{private.told_profile()}', 'authenticated, telloom_admin');

create view api.topic with (security_invoker = true) as
  select c.id, coalesce(c.category, '') as title, c.description, c.theme, c.position,
    count(q.id)::integer as questions, count(q."responseId")::integer as told,
    exists (
      select from public."TopicFavorite" f
      where f."promptCategoryId" = c.id and f."profileId" = (select private.told_profile())
    ) as favorite,
    (
      select i."createdAt" from public."TopicQueueItem" i
      where i."promptCategoryId" = c.id and i."profileId" = (select private.told_profile())
    ) as "queuedAt"
  from public."PromptCategory" c
  left join api.question q on q."topicId" = c.id
  group by c.id;
comment on view api.topic is
  'Topics, with how many of their questions the caller has told, whether they are a favourite, and since when they are on the list of those to tell next.';
grant select on api.topic to authenticated;

create function api.next_questions(topic uuid, after uuid) returns setof api.question
language sql stable set search_path = '' as $$
  with open as materialized (
    select q.*, bool_or(q."responseId" is not null) over (partition by q."topicId") as begun,
      i."createdAt" as queued
    from api.question q
    left join public."TopicQueueItem" i
      on i."promptCategoryId" = q."topicId" and i."profileId" = (select private.told_profile())
  ), turns as materialized (
    select o.*, dense_rank() over (
      order by o.queued, o.begun desc, o."topicPosition" nulls last, o."topicId"
    ) as turn
    from open o
  ), skipped as (
    select t.turn, t.number from turns t where t.id = after
  )
  select t.id, t.text, t."isContextEstablishing", t."isObjectPrompt", t."topicId", t."topicTitle",
    t."topicPosition", t.number, t."of", t."responseId", t."videoStatus", t.retired
  from turns t left join skipped s on true
  where t."responseId" is null and not t.retired and t.id is distinct from after
    and (topic is null or t."topicId" = topic)
  order by
    -- what follows the skipped question, then from the beginning
    s.turn is not null and (t.turn, t.number) < (s.turn, s.number), t.turn, t.number
$$;
comment on function api.next_questions(uuid, uuid) is
  'Unanswered questions in the order to ask them, of one topic or of all: topics on the list, then those that are begun, then the others. after: the question that was skipped, or null.';
select private.grant_functions('{"api.next_questions(uuid, uuid)"}', 'authenticated');

-- Connections ------------------------------------------------------------------------------

create view api.invitation with (security_invoker = true) as
  select i.id, i."inviteeEmail" as email, i.role, i."createdAt",
    i."createdAt" + interval '14 days' as "expiresAt",
    case when i.status = 'PENDING' and i."createdAt" <= now() - interval '14 days'
      then 'EXPIRED' else i.status end as status,
    i."sharerId"
  from public."Invitation" i
  where i."sharerId" = any ((select private.managed_sharers())::uuid[]);
comment on view api.invitation is 'Invitations to the stories that the caller manages.';
grant select on api.invitation to authenticated;

create view api.listener with (security_invoker = true) as
  select l.id, l."sharerId", c."fullName" as name, c."avatarUrl", l."hasAccess", l."sharedSince",
    l."lastViewed" at time zone 'utc' as "lastViewed"
  from public."ProfileListener" l
  left join private.cards() c on c.id = l."listenerId"
  where l."sharerId" = any ((select private.managed_sharers())::uuid[]);
comment on view api.listener is 'Who listens to the stories that the caller manages.';
grant select on api.listener to authenticated;
