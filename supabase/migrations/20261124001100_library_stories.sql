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
    union select f."requestorId" from public."FollowRequest" f
          where f."sharerId" = any (managed) and f.status = 'PENDING'
  );
end
$$;
comment on function private.cards() is
  'Definer: Profile is readable to oneself alone; of people one is tied to this gives a card.';
select private.grant_functions('{private.cards()}', 'authenticated, service_role, telloom_admin');

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
  left join public."ProfileSharer" s on s.id = r."profileSharerId"
  left join private.cards() card on card.id = s."profileId"
  left join public."Video" v on v.id = r."videoId";
comment on view api.story is 'A response with its question, topic and recording, as far as the caller may read them.';
grant select on api.story to authenticated;

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

create view api.question with (security_invoker = true) as
  select p.id, p."promptText" as text, p."isContextEstablishing",
    coalesce(p."isObjectPrompt", false) as "isObjectPrompt",
    p."promptCategoryId" as "topicId", c.category as "topicTitle", c.position as "topicPosition",
    row_number() over topic::integer as number,
    count(*) over (partition by p."promptCategoryId")::integer as "of",
    own.id as "responseId", v.status as "videoStatus"
  from public."Prompt" p
  left join public."PromptCategory" c on c.id = p."promptCategoryId"
  left join lateral (
    select r.id, r."videoId" from public."PromptResponse" r
    where r."promptId" = p.id and r."profileSharerId" = any ((select private.owned_sharers())::uuid[])
    order by r."createdAt" limit 1
  ) own on true
  left join public."Video" v on v.id = own."videoId"
  window topic as (
    partition by p."promptCategoryId"
    order by p."isContextEstablishing" desc, p.position nulls last, p."createdAt", p.id
  );
comment on view api.question is
  'Questions in the order to tell them, context-establishing ones first, with the caller''s own story of each.';
grant select on api.question to authenticated;

create view api.topic with (security_invoker = true) as
  select c.id, coalesce(c.category, '') as title, c.description, c.theme, c.position,
    count(q.id)::integer as questions, count(q."responseId")::integer as told
  from public."PromptCategory" c
  left join api.question q on q."topicId" = c.id
  group by c.id;
comment on view api.topic is 'Topics, with how many of their questions the caller has told.';
grant select on api.topic to authenticated;

create function api.next_questions(topic uuid, after uuid) returns setof api.question
language sql stable set search_path = '' as $$
  with open as materialized (
    select q.*, bool_or(q."responseId" is not null) over (partition by q."topicId") as begun
    from api.question q
  ), skipped as (
    select o."topicId", o."topicPosition", o.number from open o where o.id = after
  )
  select o.id, o.text, o."isContextEstablishing", o."isObjectPrompt", o."topicId", o."topicTitle",
    o."topicPosition", o.number, o."of", o."responseId", o."videoStatus"
  from open o left join skipped s on true
  where o."responseId" is null and o.id is distinct from after
    and (topic is null or o."topicId" = topic)
  order by
    -- what follows the skipped question in its topic, then the other topics, then what came before
    case when s.number is null then 0
      when o."topicId" = s."topicId" and o.number > s.number then 0
      when o."topicId" is distinct from s."topicId" then 1
      else 2 end,
    case when s.number is not null and o."topicPosition" <= s."topicPosition" then 1 else 0 end,
    o.begun desc, o."topicPosition" nulls last, o."topicId", o.number
$$;
comment on function api.next_questions(uuid, uuid) is
  'Unanswered questions in the order to ask them, of one topic or of all; after: the question that was skipped, or null.';
select private.grant_functions('{"api.next_questions(uuid, uuid)"}', 'authenticated');

-- Connections ------------------------------------------------------------------------------

create view api.invitation with (security_invoker = true) as
  select i.id, i."inviteeEmail" as email, i.role, i."createdAt",
    i."createdAt" + interval '14 days' as "expiresAt",
    case when i.status = 'PENDING' and i."createdAt" <= now() - interval '14 days'
      then 'EXPIRED' else i.status end as status
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
