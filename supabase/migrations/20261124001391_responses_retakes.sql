-- A story or a topic can be told again: the new recording takes the place of the old one, which stays for
-- its managers and can be brought back.

create table public."EarlierTelling" (
  id uuid primary key default gen_random_uuid(),
  "promptResponseId" uuid,
  "topicVideoId" uuid,
  "videoId" uuid not null unique,
  "profileSharerId" uuid not null references public."ProfileSharer" (id) on delete cascade,
  "createdAt" timestamptz not null default now(),
  foreign key ("promptResponseId", "profileSharerId")
    references public."PromptResponse" (id, "profileSharerId") on delete cascade,
  foreign key ("topicVideoId", "profileSharerId")
    references public."TopicVideo" (id, "profileSharerId") on delete cascade,
  foreign key ("videoId", "profileSharerId")
    references public."Video" (id, "profileSharerId") on delete cascade,
  check (num_nonnulls("promptResponseId", "topicVideoId") = 1)
);
comment on table public."EarlierTelling" is
  'Recordings that a story or a topic video showed before. Written by a trigger alone, so that none is lost, whoever changes what is shown.';
comment on column public."EarlierTelling"."createdAt" is 'When another recording took its place.';
create index on public."EarlierTelling" ("promptResponseId", "createdAt" desc);
create index on public."EarlierTelling" ("topicVideoId", "createdAt" desc);
create index on public."EarlierTelling" ("profileSharerId");
select private.close_table('public."EarlierTelling"');
grant select on public."EarlierTelling" to authenticated;
create policy manager_select on public."EarlierTelling" for select to authenticated
  using ("profileSharerId" = any ((select private.managed_sharers())::uuid[]));

create function private.keep_earlier_telling() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  is_story boolean := tg_table_name = 'PromptResponse';
begin
  delete from public."EarlierTelling" where "videoId" = new."videoId";
  insert into public."EarlierTelling" ("promptResponseId", "topicVideoId", "videoId", "profileSharerId")
  values (case when is_story then old.id end, case when not is_story then old.id end,
    old."videoId", old."profileSharerId");
  if is_story then
    -- where people left off was in the other recording
    update public."PromptResponseRecentlyWatched" set position = null
    where "promptResponseId" = old.id and position is not null;
  end if;
  return null;
end
$$;
comment on function private.keep_earlier_telling() is
  'Definer: nobody writes this history, whoever puts another recording in place.';
-- a recording that was deleted leaves null, and nothing to keep
create trigger prompt_response_keep_telling after update on public."PromptResponse"
  for each row when (old."videoId" <> new."videoId") execute function private.keep_earlier_telling();
create trigger topic_video_keep_telling after update on public."TopicVideo"
  for each row when (old."videoId" <> new."videoId") execute function private.keep_earlier_telling();
select private.grant_functions('{private.keep_earlier_telling()}', '');

-- Shown by this story or topic video, now or before.
create function private.is_told_by(video uuid, teller uuid) returns boolean
language sql stable set search_path = '' as $$
  select exists (select from public."PromptResponse" r where r.id = teller and r."videoId" = video)
    or exists (select from public."TopicVideo" t where t.id = teller and t."videoId" = video)
    or exists (select from public."EarlierTelling" e
      where e."videoId" = video and teller in (e."promptResponseId", e."topicVideoId"))
$$;
select private.grant_functions('{"private.is_told_by(uuid, uuid)"}', 'authenticated');

create function api.show_recording(teller uuid, recording uuid) returns void
language plpgsql set search_path = '' as $$
declare
  sharer uuid;
  question uuid;
begin
  if teller is null or recording is null then
    raise null_value_not_allowed using message = 'teller and recording are needed';
  end if;
  select shown."profileSharerId", shown."promptId" into sharer, question from (
    select r.id, r."profileSharerId", r."promptId" from public."PromptResponse" r
    union all select t.id, t."profileSharerId", null from public."TopicVideo" t) shown
  where shown.id = teller;
  if not found or not exists (
    select from public."Video" v where v.id = recording and v."profileSharerId" = sharer
  ) then
    raise no_data_found using message = 'there is no such story, topic video or recording';
  end if;
  -- one that it showed before, whatever that was for, or a new one of the same question
  if not private.is_told_by(recording, teller) and not (private.is_untold(recording) and exists (
    select from public."Video" v where v.id = recording and v."promptId" = question
  )) then
    raise object_not_in_prerequisite_state using message = 'the recording tells something else';
  end if;
  update public."PromptResponse" r set "videoId" = recording where r.id = teller;
  if not found then
    update public."TopicVideo" t set "videoId" = recording where t.id = teller;
  end if;
  if not found then
    raise insufficient_privilege using message = 'only the storyteller or their keeper';
  end if;
end
$$;
comment on function api.show_recording(uuid, uuid) is
  'Puts a recording in the place of the one that a story or a topic video shows, which stays among its earlier tellings. Raises 22004; P0002 no such story, topic video or recording; 55000 the recording belongs to something else; 42501 not the manager.';
select private.grant_functions('{"api.show_recording(uuid, uuid)"}', 'authenticated');
