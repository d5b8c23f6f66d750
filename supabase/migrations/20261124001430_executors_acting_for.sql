-- Acting for one storyteller. A request may name whom it is made for; then everything in its transaction
-- is about that one, as if the caller managed and heard nobody else, themselves included. The rules stay
-- what they are: naming somebody can only take rows away.

create function private.acting_for() returns uuid
language sql stable set search_path = '' as $$
  select nullif(current_setting('telloom.acting_for', true), '')::uuid
$$;
comment on function private.acting_for() is
  'For whom this transaction acts, a ProfileSharer that the caller looks after; null: for oneself.';

create or replace function private.owned_sharers() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select id from public."ProfileSharer"
    where "profileId" = private.uid() and private.acting_for() is null
  );
end
$$;

create or replace function private.executed_sharers() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select "sharerId" from public."ProfileExecutor"
    where "executorId" = private.uid() and "sharerId" = coalesce(private.acting_for(), "sharerId")
  );
end
$$;

create or replace function private.managed_sharers() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.uid();
  acting_for uuid := private.acting_for();
begin
  -- one function rather than the two above: it is asked by nearly every statement
  return array(
    select id from public."ProfileSharer" where "profileId" = me and acting_for is null
    union all select "sharerId" from public."ProfileExecutor"
      where "executorId" = me and "sharerId" = coalesce(acting_for, "sharerId")
  );
end
$$;

create or replace function private.executed_owners() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select s."profileId" from public."ProfileExecutor" e
    join public."ProfileSharer" s on s.id = e."sharerId"
    where e."executorId" = private.uid() and s.id = coalesce(private.acting_for(), s.id)
  );
end
$$;

create or replace function private.followed_sharers() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select "sharerId" from public."ProfileListener"
    where "listenerId" = private.uid() and "hasAccess" and private.acting_for() is null
  );
end
$$;

create or replace function private.heard_sharers() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.uid();
  acting_for uuid := private.acting_for();
begin
  return array(
    select id from public."ProfileSharer" where "profileId" = me and acting_for is null
    union all select "sharerId" from public."ProfileExecutor"
      where "executorId" = me and "sharerId" = coalesce(acting_for, "sharerId")
    union all select "sharerId" from public."ProfileListener"
      where "listenerId" = me and "hasAccess" and acting_for is null
  );
end
$$;

create function private.told_sharers() returns uuid[]
language plpgsql stable set search_path = '' as $$
begin
  if private.acting_for() is null then
    return private.owned_sharers();
  end if;
  return private.managed_sharers();
end
$$;
comment on function private.told_sharers() is
  'The ProfileSharer whose stories the caller tells now, as an array of none or one: their own, or of whom they act for.';
select private.grant_functions('{private.acting_for(), private.told_sharers()}',
  'authenticated, service_role, telloom_admin');

create function private.enter_for(session_token text, sharer uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  role_to_take text := private.enter(session_token);
begin
  if (sharer = any (private.executed_sharers())) is not true then
    raise insufficient_privilege using message = 'only their keeper acts for a storyteller',
      detail = 'not-keeper';
  end if;
  perform set_config('telloom.acting_for', sharer::text, true);
  return role_to_take;
end
$$;
comment on function private.enter_for(text, uuid) is
  'As private.enter(), for whoever acts for a storyteller. TL401; 42501 they do not look after those stories, or no longer. Definer: as private.enter().';
select private.grant_functions('{"private.enter_for(text, uuid)"}', 'authenticator');

-- What is about the caller's own stories is about those that they tell now --------------------

create or replace view api.question with (security_invoker = true) as
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
    where r."promptId" = p.id and r."profileSharerId" = any ((select private.told_sharers())::uuid[])
    order by r."createdAt" limit 1
  ) own on true
  left join public."Video" v on v.id = own."videoId"
  window topic as (
    partition by p."promptCategoryId"
    order by p."isContextEstablishing" desc, p.position nulls last, p."createdAt", p.id
  );
comment on view api.question is
  'Questions in the order to tell them, context-establishing ones first, with the story of each that the caller told, or whom they act for.';

create or replace view api.invitation with (security_invoker = true) as
  select i.id, i."inviteeEmail" as email, i.role, i."createdAt",
    i."createdAt" + interval '14 days' as "expiresAt",
    case when i.status = 'PENDING' and i."createdAt" <= now() - interval '14 days'
      then 'EXPIRED' else i.status end as status,
    i."sharerId"
  from public."Invitation" i
  where i."sharerId" = any ((select private.managed_sharers())::uuid[]);

create or replace function api.my_untold_recordings()
returns table ("videoId" uuid, "uploadId" uuid, "promptId" uuid, "promptText" text, "topicId" uuid,
  "topicTitle" text, kind text, "createdAt" timestamptz, seconds double precision, complete boolean)
language sql stable security definer set search_path = '' as $$
  select v.id, u.id, p.id, p."promptText", c.id, c.category, u.kind, u."createdAt", u."arrivedSeconds",
    u."completedAt" is not null or v."muxAssetId" is not null
  from private.upload u
  join public."Video" v on v.id = u."videoId"
  left join public."Prompt" p on p.id = v."promptId"
  left join public."PromptCategory" c on c.id = u."topicId"
  where u."createdBy" = private.uid()
    and v."profileSharerId" = any (private.told_sharers())
    and num_nonnulls(p.id, c.id) = 1
    and private.is_untold(v.id)
  order by u."createdAt" desc
$$;
comment on function api.my_untold_recordings() is
  'What the caller began to record, for whom they act now, and nobody can watch yet; of questions and of topics, newest first. Definer: clients do not read private.upload.';

create or replace view api.me with (security_invoker = true) as
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

create or replace view api.object with (security_invoker = true) as
  select o.id, o."userId", coalesce(o."objectName", '') as name, o."objectDescription" as description,
    o."categoryId", c."categoryName" as category, r.id as "responseId", p."promptText" as question,
    o."createdAt", private.cursor_time(o."createdAt") as at,
    (
      select a.id from public."PromptResponseAttachment" a
      where a."objectId" = o.id and a.state = 'ready' and a.width is not null
      order by a."uploadedAt", a.id limit 1
    ) as "coverId",
    o."userId" = (select private.uid())
      or o."userId" = any ((select private.executed_owners())::uuid[]) as "canManage",
    (select s.id from public."ProfileSharer" s where s."profileId" = o."userId") as "sharerId"
  from public."Object" o
  left join public."ObjectCategory" c on c.id = o."categoryId"
  left join public."PromptResponse" r on r.id = o."promptResponseId"
  left join public."Prompt" p on p.id = r."promptId"
  where o."userId" <> (select private.uid()) or (select private.acting_for()) is null;

-- The keeper's first page --------------------------------------------------------------------

create view api.looked_after with (security_invoker = true) as
  select s.id, card."fullName" as name, card."avatarUrl",
    (
      select count(*)::integer from public."PromptResponse" r where r."profileSharerId" = s.id
    ) as stories,
    newest.question as "newestQuestion", newest."createdAt" as "newestAt",
    (
      select count(*)::integer from public."TranscriptSuggestion" w
      where w."profileSharerId" = s.id and w.status = 'PENDING'
    ) as suggestions,
    (
      select count(*)::integer from public."Video" v
      where v."profileSharerId" = s.id and v.status = 'ERRORED'
    ) as troubled,
    (
      select count(*)::integer from api.invitation i
      where i."sharerId" = s.id and i.status = 'PENDING'
    ) as unanswered
  from public."ProfileSharer" s
  left join private.sharer_cards() card on card."sharerId" = s.id
  left join lateral (
    select coalesce(p."promptText", '') as question, r."createdAt"
    from public."PromptResponse" r left join public."Prompt" p on p.id = r."promptId"
    where r."profileSharerId" = s.id order by r."createdAt" desc, r.id desc limit 1
  ) newest on true
  where s.id = any ((select private.executed_sharers())::uuid[]);
comment on view api.looked_after is
  'Whom the caller looks after, with what is new and what waits for somebody to see to it.';
grant select on api.looked_after to authenticated;
