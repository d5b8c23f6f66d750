-- Stories: a sharer's answer to a prompt, and who may see it.

create table public."PromptResponse" (
  id uuid primary key default gen_random_uuid(),
  "profileSharerId" uuid not null references public."ProfileSharer" (id) on delete cascade,
  "videoId" uuid unique,
  "promptId" uuid references public."Prompt" (id) on delete restrict,
  "privacyLevel" text not null default 'Private' check ("privacyLevel" in ('Private', 'Public', 'Custom')),
  search_vector tsvector,
  summary text,
  "responseNotes" text,
  "airtableRecordId" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  -- a response and its video belong to one sharer
  constraint "PromptResponse_videoId_fkey" foreign key ("videoId", "profileSharerId")
    references public."Video" (id, "profileSharerId") on delete set null ("videoId"),
  unique (id, "profileSharerId")
);
comment on column public."PromptResponse"."privacyLevel" is
  'Private: its managers. Public: the sharer''s listeners, never the internet. Custom: listeners named in ResponsePermission.';
create index on public."PromptResponse" ("profileSharerId", "createdAt" desc, id desc)
  include ("privacyLevel", "promptId", "videoId"); -- the feed looks at no other page
create index on public."PromptResponse" ("promptId");
create index on public."PromptResponse" ("createdAt" desc, id desc); -- the admins' newest
create index on public."PromptResponse" using gin ("profileSharerId", search_vector);
select private.close_table('public."PromptResponse"');
create trigger prompt_response_touch before update on public."PromptResponse"
  for each row execute function private.touch();

create table public."ResponsePermission" (
  id uuid primary key default gen_random_uuid(),
  "userId" uuid not null references public."Profile" (id) on delete cascade,
  "responseId" uuid not null references public."PromptResponse" (id) on delete cascade,
  "permissionLevel" text not null check ("permissionLevel" in ('none', 'read', 'write')),
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  unique ("userId", "responseId") include ("permissionLevel") -- what the policies ask, from the index
);
create index on public."ResponsePermission" ("responseId");
select private.close_table('public."ResponsePermission"');
create trigger response_permission_touch before update on public."ResponsePermission"
  for each row execute function private.touch();

create table public."PromptResponseFavorite" (
  id uuid primary key default gen_random_uuid(),
  "profileId" uuid not null references public."Profile" (id) on delete cascade,
  "promptResponseId" uuid not null references public."PromptResponse" (id) on delete cascade,
  "favoritedAt" timestamptz not null default now(),
  unique ("profileId", "promptResponseId")
);
create index on public."PromptResponseFavorite" ("promptResponseId");
select private.close_table('public."PromptResponseFavorite"');

create table public."PromptResponseRecentlyWatched" (
  id uuid primary key default gen_random_uuid(),
  "profileId" uuid not null references public."Profile" (id) on delete cascade,
  "promptResponseId" uuid not null references public."PromptResponse" (id) on delete cascade,
  "watchedAt" timestamptz not null default now(),
  unique ("profileId", "promptResponseId")
);
create index on public."PromptResponseRecentlyWatched" ("promptResponseId");
select private.close_table('public."PromptResponseRecentlyWatched"');

-- What one may read -----------------------------------------------------------------------

create function private.permitted_responses(levels text[]) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select "responseId" from public."ResponsePermission"
    where "userId" = private.uid() and "permissionLevel" = any (levels)
  );
end
$$;
comment on function private.permitted_responses(text[]) is
  'Definer: the responses for which the caller is named with one of these levels. Whether the caller still listens to the sharer is asked beside it.';
select private.grant_functions('{"private.permitted_responses(text[])"}',
  'authenticated, service_role, telloom_admin');

create function private.heard_sharers() returns uuid[]
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
comment on function private.heard_sharers() is
  'Definer: whom the caller manages or listens to now; the same one may be in it twice.';
select private.grant_functions('{private.heard_sharers()}', 'authenticated, service_role, telloom_admin');
-- whom one listens to, from a page or two of the index instead of a page of the table for each
create index on public."ProfileListener" ("listenerId") include ("sharerId") where "hasAccess";

-- The rule of reading a story of someone who is heard, for the policy and for what searches on its
-- behalf. Its body is bound when it is made, so it needs no search_path, and is therefore inlined.
create function private.may_hear(
  sharer uuid, level text, response uuid, managed uuid[], refused uuid[], named uuid[]
) returns boolean
language sql immutable
return sharer = any (managed)
  or (level = 'Public' and response <> all (refused))
  or (level = 'Custom' and response = any (named));
comment on function private.may_hear(uuid, text, uuid, uuid[], uuid[], uuid[]) is
  'Whether a response may be read, given whom one manages and for which responses one is named with none, or with read or write. That one hears the sharer is asked beside it.';
select private.grant_functions('{"private.may_hear(uuid, text, uuid, uuid[], uuid[], uuid[])"}',
  'authenticated, service_role, telloom_admin');

grant select, delete on public."PromptResponse" to authenticated;
grant insert (id, "profileSharerId", "videoId", "promptId", "privacyLevel", summary, "responseNotes")
  on public."PromptResponse" to authenticated;
grant update ("videoId", "promptId", "privacyLevel", summary, "responseNotes")
  on public."PromptResponse" to authenticated;
create policy reader_select on public."PromptResponse" for select to authenticated
  using (
    -- alone in front, so that one scan of one index serves it, in the index's order
    "profileSharerId" = any ((select private.heard_sharers())::uuid[])
    and private.may_hear("profileSharerId", "privacyLevel", id,
      (select private.managed_sharers())::uuid[],
      (select private.permitted_responses('{none}'))::uuid[],
      (select private.permitted_responses('{read,write}'))::uuid[])
  );
create policy manager_insert on public."PromptResponse" for insert to authenticated
  with check ("profileSharerId" = any ((select private.managed_sharers())::uuid[]));
create policy writer_update on public."PromptResponse" for update to authenticated
  using (
    "profileSharerId" = any ((select private.managed_sharers())::uuid[])
    or (
      "privacyLevel" <> 'Private'
      and "profileSharerId" = any ((select private.followed_sharers())::uuid[])
      and id = any ((select private.permitted_responses('{write}'))::uuid[])
    )
  );
create policy manager_delete on public."PromptResponse" for delete to authenticated
  using ("profileSharerId" = any ((select private.managed_sharers())::uuid[]));

create function private.guard_prompt_response() returns trigger
language plpgsql set search_path = '' as $$
begin
  if (new."videoId", new."promptId", new."privacyLevel")
      is distinct from (old."videoId", old."promptId", old."privacyLevel")
    and not (old."profileSharerId" = any (private.managed_sharers()))
  then
    raise insufficient_privilege using message = 'a listener may change summary and responseNotes alone';
  end if;
  return new;
end
$$;
create trigger prompt_response_guard before update on public."PromptResponse"
  for each row when (current_user = 'authenticated')
  execute function private.guard_prompt_response();

-- Search ----------------------------------------------------------------------------------

create function public.prompt_response_search_update() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  question text := (select "promptText" from public."Prompt" where id = new."promptId");
  said text;
  spoken text;
begin
  select t.transcript, coalesce(t.language, v."languageCode") into said, spoken
  from public."Video" v left join public."VideoTranscript" t on t."videoId" = v.id
  where v.id = new."videoId";
  loop
    begin
      new.search_vector :=
        setweight(private.to_search(spoken, question), 'A')
        || setweight(private.to_search(spoken, new.summary), 'B')
        || setweight(private.to_search(spoken, new."responseNotes"), 'C')
        || setweight(private.to_search(spoken, said), 'D');
      return new;
    exception when program_limit_exceeded then
      if coalesce(said, '') = '' then
        raise program_limit_exceeded using message = 'summary and responseNotes are too long';
      end if;
      -- a tsvector holds 1 MB: the rest of a very long recording is kept, and not searched
      said := left(said, length(said) / 2);
    end;
  end loop;
end
$$;
comment on function public.prompt_response_search_update() is
  'Definer: a writer may be someone who does not see every part that is searched.';
create trigger prompt_response_search_vector_update
  before insert or update of "promptId", "videoId", summary, "responseNotes", search_vector
  on public."PromptResponse" for each row execute function public.prompt_response_search_update();

create function private.refresh_search_of_prompt() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public."PromptResponse" set search_vector = null where "promptId" = new.id;
  return null;
end
$$;
comment on function private.refresh_search_of_prompt() is
  'Definer: the search vector of a response follows its question, whoever changes it.';
create function private.refresh_search_of_transcript() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public."PromptResponse" set search_vector = null
  where "videoId" = case tg_op when 'DELETE' then old."videoId" else new."videoId" end;
  return null;
end
$$;
comment on function private.refresh_search_of_transcript() is
  'Definer: the search vector of a response follows its transcript, whoever changes it.';
create trigger prompt_refresh_search after update of "promptText" on public."Prompt"
  for each row when (old."promptText" is distinct from new."promptText")
  execute function private.refresh_search_of_prompt();
create trigger video_transcript_refresh_search
  after insert or delete or update of transcript, cues, language on public."VideoTranscript"
  for each row execute function private.refresh_search_of_transcript();

select private.grant_functions(array[
    'private.guard_prompt_response()', 'public.prompt_response_search_update()',
    'private.refresh_search_of_prompt()', 'private.refresh_search_of_transcript()'
  ]::regprocedure[], '');

-- Recordings follow the responses that use them -------------------------------------------

grant select, delete on public."Video" to authenticated;
grant insert (id, "profileSharerId", "promptId", "languageCode", "dateRecorded") on public."Video" to authenticated;
grant update ("promptId", "languageCode", "dateRecorded") on public."Video" to authenticated;
create policy reader_select on public."Video" for select to authenticated
  using (
    "profileSharerId" = any ((select private.managed_sharers())::uuid[])
    or exists (select from public."PromptResponse" r where r."videoId" = "Video".id)
  );
create policy manager_insert on public."Video" for insert to authenticated
  with check ("profileSharerId" = any ((select private.managed_sharers())::uuid[]));
create policy manager_update on public."Video" for update to authenticated
  using ("profileSharerId" = any ((select private.managed_sharers())::uuid[]));
create policy manager_delete on public."Video" for delete to authenticated
  using ("profileSharerId" = any ((select private.managed_sharers())::uuid[]));

-- Of single new rows: planning the policies of Video and PromptResponse anew for each insert takes
-- longer than the insert.
create function private.manages_video(video uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select from public."Video" v
    where v.id = video and v."profileSharerId" = any (private.managed_sharers())
  );
end
$$;
comment on function private.manages_video(uuid) is
  'Definer: whether the caller manages the recording''s sharer, without the policies that let listeners read it.';
select private.grant_functions('{private.manages_video(uuid)}', 'authenticated, service_role, telloom_admin');

grant select, delete on public."VideoTranscript" to authenticated;
grant insert (id, "videoId", transcript, cues, source, type, language, name) on public."VideoTranscript" to authenticated;
grant update (transcript, cues, source, type, language, name) on public."VideoTranscript" to authenticated;
create policy reader_select on public."VideoTranscript" for select to authenticated
  using (exists (select from public."Video" v where v.id = "videoId"));
create policy manager_insert on public."VideoTranscript" for insert to authenticated
  with check (private.manages_video("videoId"));
create policy manager_update on public."VideoTranscript" for update to authenticated
  using (exists (
    select from public."Video" v
    where v.id = "videoId" and v."profileSharerId" = any ((select private.managed_sharers())::uuid[])
  ));
create policy manager_delete on public."VideoTranscript" for delete to authenticated
  using (exists (
    select from public."Video" v
    where v.id = "videoId" and v."profileSharerId" = any ((select private.managed_sharers())::uuid[])
  ));

-- What a person watched lately; when the right to read goes, the row stays and shows nothing.
grant select, delete on public."PromptResponseRecentlyWatched" to authenticated;
grant insert (id, "profileId", "promptResponseId", "watchedAt"), update ("watchedAt")
  on public."PromptResponseRecentlyWatched" to authenticated;
create policy self_select on public."PromptResponseRecentlyWatched" for select to authenticated
  using ("profileId" = (select private.uid()));
create policy self_insert on public."PromptResponseRecentlyWatched" for insert to authenticated
  with check (
    "profileId" = (select private.uid())
    and exists (select from public."PromptResponse" r where r.id = "promptResponseId")
  );
create policy self_update on public."PromptResponseRecentlyWatched" for update to authenticated
  using ("profileId" = (select private.uid()));
create policy self_delete on public."PromptResponseRecentlyWatched" for delete to authenticated
  using ("profileId" = (select private.uid()));

-- Favourites, likewise.
grant select, delete on public."PromptResponseFavorite" to authenticated;
grant insert (id, "profileId", "promptResponseId", "favoritedAt") on public."PromptResponseFavorite" to authenticated;
create policy self_select on public."PromptResponseFavorite" for select to authenticated
  using ("profileId" = (select private.uid()));
create policy self_insert on public."PromptResponseFavorite" for insert to authenticated
  with check (
    "profileId" = (select private.uid())
    and exists (select from public."PromptResponse" r where r.id = "promptResponseId")
  );
create policy self_delete on public."PromptResponseFavorite" for delete to authenticated
  using ("profileId" = (select private.uid()));

-- Who is named for a story, by its managers and among its sharer's listeners alone.
grant select, delete on public."ResponsePermission" to authenticated;
grant insert (id, "userId", "responseId", "permissionLevel"), update ("permissionLevel")
  on public."ResponsePermission" to authenticated;
create policy named_select on public."ResponsePermission" for select to authenticated
  using (
    "userId" = (select private.uid())
    or exists (
      select from public."PromptResponse" r
      where r.id = "responseId" and r."profileSharerId" = any ((select private.managed_sharers())::uuid[])
    )
  );
create policy manager_insert on public."ResponsePermission" for insert to authenticated
  with check (exists (
    select from public."PromptResponse" r
    join public."ProfileListener" l on l."sharerId" = r."profileSharerId"
    where r.id = "responseId" and l."listenerId" = "userId"
      and r."profileSharerId" = any ((select private.managed_sharers())::uuid[])
  ));
create policy manager_update on public."ResponsePermission" for update to authenticated
  using (exists (
    select from public."PromptResponse" r
    where r.id = "responseId" and r."profileSharerId" = any ((select private.managed_sharers())::uuid[])
  ));
create policy manager_delete on public."ResponsePermission" for delete to authenticated
  using (exists (
    select from public."PromptResponse" r
    where r.id = "responseId" and r."profileSharerId" = any ((select private.managed_sharers())::uuid[])
  ));

-- Topic videos are for all of a sharer's listeners ------------------------------------------

grant select, delete on public."TopicVideo" to authenticated;
grant insert (id, title, description, "profileSharerId", "promptCategoryId", "languageCode", url,
    metadata, summary, "dateRecorded", "videoId")
  on public."TopicVideo" to authenticated;
grant update (title, description, "promptCategoryId", "languageCode", url, metadata, summary, "dateRecorded",
    "videoId")
  on public."TopicVideo" to authenticated;
create policy reader_select on public."TopicVideo" for select to authenticated
  using (
    "profileSharerId" = any ((select private.managed_sharers())::uuid[])
    or "profileSharerId" = any ((select private.followed_sharers())::uuid[])
  );
create policy manager_insert on public."TopicVideo" for insert to authenticated
  with check ("profileSharerId" = any ((select private.managed_sharers())::uuid[]));
create policy manager_update on public."TopicVideo" for update to authenticated
  using ("profileSharerId" = any ((select private.managed_sharers())::uuid[]));
create policy manager_delete on public."TopicVideo" for delete to authenticated
  using ("profileSharerId" = any ((select private.managed_sharers())::uuid[]));

grant select, delete on public."TopicVideoTranscript" to authenticated;
grant insert (id, "topicVideoId", transcript, cues, source, type, language, name) on public."TopicVideoTranscript" to authenticated;
grant update (transcript, cues, source, type, language, name) on public."TopicVideoTranscript" to authenticated;
create policy reader_select on public."TopicVideoTranscript" for select to authenticated
  using (exists (select from public."TopicVideo" v where v.id = "topicVideoId"));
-- Only where there is no recording are the words a topic video's own.
create policy manager_insert on public."TopicVideoTranscript" for insert to authenticated
  with check (exists (
    select from public."TopicVideo" v
    where v.id = "topicVideoId" and v."videoId" is null
      and v."profileSharerId" = any ((select private.managed_sharers())::uuid[])
  ));
create policy manager_update on public."TopicVideoTranscript" for update to authenticated
  using (exists (
    select from public."TopicVideo" v
    where v.id = "topicVideoId" and v."videoId" is null
      and v."profileSharerId" = any ((select private.managed_sharers())::uuid[])
  ));
create policy manager_delete on public."TopicVideoTranscript" for delete to authenticated
  using (exists (
    select from public."TopicVideo" v
    where v.id = "topicVideoId" and v."videoId" is null
      and v."profileSharerId" = any ((select private.managed_sharers())::uuid[])
  ));
