-- What somebody else did with what is a storyteller's, for them to read. Written by triggers alone, whichever
-- way the row was written, and never changed afterwards.

create table public."SharerLogEntry" (
  id uuid primary key default gen_random_uuid(),
  "profileSharerId" uuid not null references public."ProfileSharer" (id) on delete cascade,
  "actorId" uuid references public."Profile" (id) on delete set null,
  "actorName" text,
  "actedAs" public."Role" not null,
  action text not null check (action in ('INSERT', 'UPDATE', 'DELETE')),
  thing text not null,
  "thingId" uuid,
  name text,
  about text,
  changed text[] not null default '{}',
  became text,
  "editSession" uuid,
  "createdAt" timestamptz not null default clock_timestamp()
);
comment on table public."SharerLogEntry" is
  'What keepers, admins and listeners who may write did with what is a storyteller''s. It stays as long as the storyteller does, names what is gone by now, and nobody changes it.';
comment on column public."SharerLogEntry"."actorName" is 'As it was then; it stays when the person leaves.';
comment on column public."SharerLogEntry".thing is 'What kind of thing: the first argument of the table''s trigger.';
comment on column public."SharerLogEntry".name is 'What it was called then; about: what it belongs to.';
comment on column public."SharerLogEntry".became is 'Of a choice among few, such as who may see a story: what was chosen.';
create index on public."SharerLogEntry" ("profileSharerId", "createdAt" desc, id desc);
create index on public."SharerLogEntry" ("actorId");
-- words are saved every few seconds: one entry for each sitting and day
create unique index on public."SharerLogEntry"
  ("thingId", "actorId", "editSession", (("createdAt" at time zone 'utc')::date));
select private.close_table('public."SharerLogEntry"');
revoke insert, update, delete on public."SharerLogEntry" from service_role, telloom_admin;
grant select on public."SharerLogEntry" to authenticated;
create policy reader_select on public."SharerLogEntry" for select to authenticated
  using (
    "profileSharerId" = any ((select private.owned_sharers())::uuid[])
    or (
      "actorId" = (select private.uid())
      and "profileSharerId" = any ((select private.executed_sharers())::uuid[])
    )
  );

-- What things are called ------------------------------------------------------------------

create function private.name_of_story(story uuid) returns text
language sql stable set search_path = '' as $$
  select p."promptText" from public."PromptResponse" r join public."Prompt" p on p.id = r."promptId"
  where r.id = story
$$;

create function private.name_of_topic_video(topic_video uuid) returns text
language sql stable set search_path = '' as $$
  select coalesce(t.title, c.category) from public."TopicVideo" t
  left join public."PromptCategory" c on c.id = t."promptCategoryId" where t.id = topic_video
$$;

create function private.name_of_recording(recording uuid) returns text
language sql stable set search_path = '' as $$
  select coalesce(private.name_of_story(r.id), p."promptText", private.name_of_topic_video(t.id))
  from public."Video" v
  left join public."PromptResponse" r on r."videoId" = v.id
  left join public."Prompt" p on p.id = v."promptId"
  left join public."TopicVideo" t on t."videoId" = v.id where v.id = recording
$$;

create function private.name_of_person(person uuid) returns text
language sql stable set search_path = '' as $$
  select p."fullName" from public."Profile" p where p.id = person
$$;

-- The row may be gone already; what it points to is not.
create function private.names_for_log(thing text, it jsonb, out name text, out about text)
language plpgsql stable set search_path = '' as $$
declare
  story uuid := coalesce(it ->> 'promptResponseId', it ->> 'responseId')::uuid;
begin
  name := case thing
    when 'story' then (select p."promptText" from public."Prompt" p where p.id = (it ->> 'promptId')::uuid)
    when 'recording' then (select p."promptText" from public."Prompt" p where p.id = (it ->> 'promptId')::uuid)
    when 'words' then coalesce(private.name_of_recording((it ->> 'videoId')::uuid),
      private.name_of_topic_video((it ->> 'topicVideoId')::uuid))
    when 'topicVideo' then coalesce(it ->> 'title', (
      select c.category from public."PromptCategory" c where c.id = (it ->> 'promptCategoryId')::uuid))
    when 'topic' then (
      select c.category from public."PromptCategory" c where c.id = (it ->> 'promptCategoryId')::uuid)
    when 'attachment' then coalesce(it ->> 'title', it ->> 'fileName')
    when 'person' then it ->> 'name'
    when 'personInPhoto' then (
      select t.name from public."PersonTag" t where t.id = (it ->> 'personTagId')::uuid)
    when 'object' then it ->> 'objectName'
    when 'permission' then private.name_of_person((it ->> 'userId')::uuid)
    when 'listener' then private.name_of_person((it ->> 'listenerId')::uuid)
    when 'keeper' then private.name_of_person((it ->> 'executorId')::uuid)
    when 'followRequest' then private.name_of_person((it ->> 'requestorId')::uuid)
    when 'invitation' then it ->> 'inviteeEmail'
    when 'suggestion' then left(it ->> 'suggested', 200)
    when 'drawnOn' then private.name_of_story((it ->> 'A')::uuid)
  end;
  about := case
    when thing = 'drawnOn' then private.name_of_topic_video((it ->> 'B')::uuid)
    when thing = 'personInPhoto' then (
      select coalesce(a.title, a."fileName") from public."PromptResponseAttachment" a
      where a.id = (it ->> 'promptResponseAttachmentId')::uuid)
    when story is not null then private.name_of_story(story)
  end;
end
$$;

-- Writing -----------------------------------------------------------------------------------
-- A trigger's arguments: what the thing is called here, the column that leads to the storyteller, and
-- the columns whose change is worth an entry.

create function private.write_log() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.uid();
  it record;
  sharer uuid;
  acted_as public."Role";
  what_changed text[] := '{}'::text[];
  of_it jsonb;
begin
  if me is null then
    return null; -- a job, a webhook, a command: nobody's act
  end if;
  if tg_op = 'DELETE' then it := old; else it := new; end if;
  case tg_argv[1]
    when 'profileSharerId' then sharer := it."profileSharerId";
    when 'sharerId' then sharer := it."sharerId";
    when 'profileId' then
      sharer := (select s.id from public."ProfileSharer" s where s."profileId" = it."profileId");
    when 'userId' then
      sharer := (select s.id from public."ProfileSharer" s where s."profileId" = it."userId");
    when 'videoId' then
      sharer := (select v."profileSharerId" from public."Video" v where v.id = it."videoId");
    when 'topicVideoId' then
      sharer := (select t."profileSharerId" from public."TopicVideo" t where t.id = it."topicVideoId");
    when 'responseId' then
      sharer := (select r."profileSharerId" from public."PromptResponse" r where r.id = it."responseId");
    when 'promptResponseAttachmentId' then
      sharer := (select a."profileSharerId" from public."PromptResponseAttachment" a
        where a.id = it."promptResponseAttachmentId");
    when 'B' then
      sharer := (select t."profileSharerId" from public."TopicVideo" t where t.id = it."B");
  end case;
  -- whoever acts on what is their own needs no entry, and pays for no more than this
  if not exists (select from public."ProfileSharer" s where s.id = sharer and s."profileId" <> me) then
    return null;
  end if;
  of_it := to_jsonb(it);
  acted_as := private.acts_as(sharer, tg_argv[0], of_it);
  if acted_as is null then
    return null; -- their own tie to the storyteller: an invitation answered, a connection ended
  end if;
  if tg_op = 'UPDATE' then
    what_changed := array(select c from unnest(tg_argv[2:]) c
      where to_jsonb(old) -> c is distinct from of_it -> c);
  end if;
  insert into public."SharerLogEntry" ("profileSharerId", "actorId", "actorName", "actedAs", action,
    thing, "thingId", name, about, changed, became, "editSession")
  select sharer, me, private.name_of_person(me), acted_as, tg_op,
    tg_argv[0], (of_it ->> 'id')::uuid, n.name, n.about, what_changed, (
      select of_it ->> c from unnest(array['privacyLevel', 'hasAccess', 'permissionLevel', 'status']) c
      where c = any (what_changed) or (tg_op = 'INSERT' and c = 'permissionLevel') limit 1
    ), (of_it ->> 'editSession')::uuid
  from private.names_for_log(tg_argv[0], of_it) n
  on conflict do nothing; -- more words in a sitting that is written down
  return null;
end
$$;
comment on function private.write_log() is
  'Definer: nobody writes this log by hand, and the names in it are of rows that the writer may not read.';

create function private.acts_as(sharer uuid, thing text, it jsonb) returns public."Role"
language plpgsql stable set search_path = '' as $$
begin
  return case
    when current_setting('role') = 'telloom_admin' then 'ADMIN'
    -- who accepts an invitation to look after them: the tie that it makes is written down
    when thing = 'invitation' and lower(it ->> 'inviteeEmail') = private.my_confirmed_email() then null
    when exists (select from public."ProfileExecutor" e
      where e."sharerId" = sharer and e."executorId" = private.uid()) then 'EXECUTOR'
    -- the tie that made them one is gone by now
    when thing = 'keeper' and (it ->> 'executorId')::uuid = private.uid() then 'EXECUTOR'
    -- a listener whom the storyteller lets write
    when thing = 'story' then 'LISTENER'
  end::public."Role";
end
$$;
comment on function private.acts_as(uuid, text, jsonb) is
  'As what the caller acts on something of this storyteller''s; null where it is no business of the log.';

select private.grant_functions(array[
    'private.name_of_story(uuid)', 'private.name_of_topic_video(uuid)', 'private.name_of_recording(uuid)',
    'private.name_of_person(uuid)', 'private.names_for_log(text, jsonb)', 'private.write_log()',
    'private.acts_as(uuid, text, jsonb)'
  ]::regprocedure[], '');

-- At depth 0: what a statement did by itself, and not what went along with it, such as the tags of a
-- photo that was deleted.
do $$
declare
  watched record;
  arguments text;
begin
  for watched in
    select * from (values
      ('PromptResponse', 'prompt_response', 'story', 'profileSharerId',
        array['privacyLevel', 'videoId', 'summary', 'responseNotes', 'promptId']),
      ('Video', 'video', 'recording', 'profileSharerId', array['promptId', 'dateRecorded', 'languageCode']),
      ('VideoTranscript', 'video_transcript', 'words', 'videoId',
        array['transcript', 'cues', 'isChecked', 'language', 'name', 'type', 'source']),
      ('TopicVideo', 'topic_video', 'topicVideo', 'profileSharerId',
        array['title', 'summary', 'description', 'videoId', 'promptCategoryId', 'languageCode', 'url',
          'metadata', 'dateRecorded']),
      ('TopicVideoTranscript', 'topic_video_transcript', 'words', 'topicVideoId',
        array['transcript', 'cues', 'isChecked', 'language', 'name', 'type', 'source']),
      ('TranscriptSuggestion', 'transcript_suggestion', 'suggestion', 'profileSharerId', array['status']),
      ('PromptResponseAttachment', 'attachment', 'attachment', 'profileSharerId',
        array['title', 'description', 'estimatedYear', 'dateCaptured', 'yearCaptured', 'objectId',
          'fileUrl', 'fileType', 'fileName', 'fileSize']),
      ('PersonTag', 'person_tag', 'person', 'profileSharerId', array['name', 'relation']),
      ('PromptResponseAttachmentPersonTag', 'attachment_person_tag', 'personInPhoto',
        'promptResponseAttachmentId', array['personTagId']),
      ('Object', 'object', 'object', 'userId',
        array['objectName', 'objectDescription', 'promptResponseId', 'categoryId']),
      ('ResponsePermission', 'response_permission', 'permission', 'responseId', array['permissionLevel']),
      ('_PromptResponseToThematicVideo', 'thematic_video', 'drawnOn', 'B', array['A', 'B']),
      ('TopicFavorite', 'topic_favorite', 'topic', 'profileId', array['promptCategoryId']),
      ('TopicQueueItem', 'topic_queue_item', 'topic', 'profileId', array['promptCategoryId']),
      ('ProfileListener', 'profile_listener', 'listener', 'sharerId', array['hasAccess']),
      ('ProfileExecutor', 'profile_executor', 'keeper', 'sharerId', array['executorId']),
      ('Invitation', 'invitation', 'invitation', 'sharerId', array['status', 'role']),
      ('FollowRequest', 'follow_request', 'followRequest', 'sharerId', array['status'])
    ) w (tab, trigger_name, thing, way, columns)
  loop
    arguments := (select string_agg(quote_literal(a), ', ')
      from unnest(array[watched.thing, watched.way] || watched.columns) a);
    execute format('create trigger %I after insert or delete on public.%I for each row
        when (pg_trigger_depth() = 0) execute function private.write_log(%s)',
      watched.trigger_name || '_log', watched.tab, arguments);
    execute format('create trigger %I after update on public.%I for each row
        when (pg_trigger_depth() = 0 and (%s) is distinct from (%s)) execute function private.write_log(%s)',
      watched.trigger_name || '_log_change', watched.tab,
      (select string_agg(format('old.%I', c), ', ') from unnest(watched.columns) c),
      (select string_agg(format('new.%I', c), ', ') from unnest(watched.columns) c), arguments);
  end loop;
end
$$;
