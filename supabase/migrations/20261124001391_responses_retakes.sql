-- A story can be told again: the new recording takes the place of the old one, which stays for its
-- managers and can be brought back.

create table public."EarlierTelling" (
  id uuid primary key default gen_random_uuid(),
  "promptResponseId" uuid not null,
  "videoId" uuid not null unique,
  "profileSharerId" uuid not null references public."ProfileSharer" (id) on delete cascade,
  "createdAt" timestamptz not null default now(),
  foreign key ("promptResponseId", "profileSharerId")
    references public."PromptResponse" (id, "profileSharerId") on delete cascade,
  foreign key ("videoId", "profileSharerId")
    references public."Video" (id, "profileSharerId") on delete cascade
);
comment on table public."EarlierTelling" is
  'Recordings that a story showed before. Written by a trigger alone, so that none is lost, whoever changes the story.';
comment on column public."EarlierTelling"."createdAt" is 'When another recording took its place.';
create index on public."EarlierTelling" ("promptResponseId", "createdAt" desc);
create index on public."EarlierTelling" ("profileSharerId");
select private.close_table('public."EarlierTelling"');
grant select on public."EarlierTelling" to authenticated;
create policy manager_select on public."EarlierTelling" for select to authenticated
  using ("profileSharerId" = any ((select private.managed_sharers())::uuid[]));

create function private.keep_earlier_telling() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public."EarlierTelling" where "videoId" = new."videoId";
  insert into public."EarlierTelling" ("promptResponseId", "videoId", "profileSharerId")
  values (old.id, old."videoId", old."profileSharerId");
  -- where people left off was in the other recording
  update public."PromptResponseRecentlyWatched" set position = null
  where "promptResponseId" = old.id and position is not null;
  return null;
end
$$;
comment on function private.keep_earlier_telling() is
  'Definer: nobody writes this history, whoever puts another recording in place.';
-- a recording that was deleted leaves null, and nothing to keep
create trigger prompt_response_keep_telling after update on public."PromptResponse"
  for each row when (old."videoId" <> new."videoId") execute function private.keep_earlier_telling();
select private.grant_functions('{private.keep_earlier_telling()}', '');

create function api.show_recording(response uuid, recording uuid) returns void
language plpgsql set search_path = '' as $$
declare
  story public."PromptResponse";
begin
  if response is null or recording is null then
    raise null_value_not_allowed using message = 'response and recording are needed';
  end if;
  select r.* into story from public."PromptResponse" r where r.id = response;
  if not found or not exists (
    select from public."Video" v
    where v.id = recording and v."profileSharerId" = story."profileSharerId"
  ) then
    raise no_data_found using message = 'there is no such story or recording';
  end if;
  if exists (select from public."PromptResponse" r where r."videoId" = recording and r.id <> response)
    or exists (select from public."TopicVideo" t where t."videoId" = recording)
    or exists (select from public."EarlierTelling" e
      where e."videoId" = recording and e."promptResponseId" <> response)
    -- a recording of the same question, or one that the story showed before, whatever it was for
    or not exists (
      select from public."Video" v where v.id = recording and v."promptId" = story."promptId"
      union all select from public."EarlierTelling" e where e."videoId" = recording
      union all select where recording = story."videoId")
  then
    raise object_not_in_prerequisite_state using message = 'the recording tells something else';
  end if;
  update public."PromptResponse" r set "videoId" = recording where r.id = response;
  if not found then
    raise insufficient_privilege using message = 'only the storyteller or their keeper';
  end if;
end
$$;
comment on function api.show_recording(uuid, uuid) is
  'Puts a recording in the place of the one that a story shows, which stays among its earlier tellings. Raises 22004; P0002 no such story or recording; 55000 the recording belongs to something else; 42501 not the manager.';
select private.grant_functions('{"api.show_recording(uuid, uuid)"}', 'authenticated');
