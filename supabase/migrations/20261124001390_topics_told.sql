-- A topic is summed up from the browser like any story: what is on its way is known by its topic,
-- and its words lie beside the video.

alter table private.upload add column "topicId" uuid
  references public."PromptCategory" (id) on delete set null;
comment on column private.upload."topicId" is 'The topic that the recording sums up. Null: it answers a question.';
create index on private.upload ("topicId");

create or replace function api.start_topic_recording(sharer uuid, topic uuid, kind text,
  content_type text, file_name text, idempotency_key uuid, out "videoId" uuid, out "uploadId" uuid)
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from public."PromptCategory" c where c.id = topic) then
    raise no_data_found using message = 'there is no such topic';
  end if;
  -- the question only says what the recording answers: here there is none to name
  select s."videoId", s."uploadId" into "videoId", "uploadId"
  from public."Prompt" p cross join lateral
    api.start_recording(sharer, p.id, kind, content_type, file_name, idempotency_key) s
  where p."promptCategoryId" = topic limit 1;
  if "videoId" is null then
    raise object_not_in_prerequisite_state using message = 'the topic has no questions yet';
  end if;
  update public."Video" v set "promptId" = null where v.id = start_topic_recording."videoId";
  update private.upload u set "topicId" = topic where u.id = start_topic_recording."uploadId";
end
$$;
comment on function api.start_topic_recording(uuid, uuid, text, text, text, uuid) is
  'Makes a WAITING Video that belongs to no question, with its upload. Raises as start_recording, which asks who calls; P0002 no such topic; 55000 it has no questions. Definer: clients do not write private.upload.';

-- Not a story, not shown for a topic, and not a telling that gave way to another.
create function private.is_untold(video uuid) returns boolean
language sql stable set search_path = '' as $$
  select not exists (select from public."PromptResponse" r where r."videoId" = video)
    and not exists (select from public."TopicVideo" t where t."videoId" = video)
$$;
select private.grant_functions('{private.is_untold(uuid)}', 'service_role');

drop function api.my_untold_recordings();
create function api.my_untold_recordings()
returns table ("videoId" uuid, "uploadId" uuid, "promptId" uuid, "promptText" text, "topicId" uuid,
  "topicTitle" text, kind text, "createdAt" timestamptz, seconds double precision, complete boolean)
language sql stable security definer set search_path = '' as $$
  select v.id, u.id, p.id, p."promptText", c.id, c.category, u.kind, u."createdAt", u."arrivedSeconds",
    u."completedAt" is not null
  from private.upload u
  join public."Video" v on v.id = u."videoId"
  left join public."Prompt" p on p.id = v."promptId"
  left join public."PromptCategory" c on c.id = u."topicId"
  where u."createdBy" = private.uid()
    and v."profileSharerId" = any (private.managed_sharers())
    and num_nonnulls(p.id, c.id) = 1
    and private.is_untold(v.id)
  order by u."createdAt" desc
$$;
comment on function api.my_untold_recordings() is
  'What the caller began to record and nobody can watch yet, of questions and of topics, newest first. Definer: clients do not read private.upload.';
select private.grant_functions('{api.my_untold_recordings()}', 'authenticated, service_role');

create or replace function private.abandon_upload(upload uuid) returns boolean
language plpgsql set search_path = '' as $$
begin
  delete from public."Video" v using private.upload u
  where u.id = upload and u."videoId" = v.id and u."completedAt" is null and private.is_untold(v.id);
  return found;
end
$$;

-- The words of a topic video ---------------------------------------------------------------
-- People and machines work on the words of its recording. They are copied here by this one rule,
-- so that the data model's table holds what is said.

create function private.copy_words(video uuid) returns void
language plpgsql set search_path = '' as $$
begin
  delete from public."TopicVideoTranscript" mine using public."TopicVideo" v
  where v."videoId" = video and mine."topicVideoId" = v.id
    and not exists (select from public."VideoTranscript" t where t."videoId" = video);
  update public."TopicVideoTranscript" mine set transcript = t.transcript, cues = t.cues,
    source = t.source, type = t.type, language = t.language, name = t.name,
    "isChecked" = t."isChecked", "editSession" = t."editSession"
  from public."TopicVideo" v join public."VideoTranscript" t on t."videoId" = v."videoId"
  where v."videoId" = video and mine."topicVideoId" = v.id;
  insert into public."TopicVideoTranscript" ("topicVideoId", transcript, cues, source, type, language,
    name, "isChecked", "editSession")
  select v.id, t.transcript, t.cues, t.source, t.type, t.language, t.name, t."isChecked", t."editSession"
  from public."TopicVideo" v join public."VideoTranscript" t on t."videoId" = v."videoId"
  where v."videoId" = video
    and not exists (select from public."TopicVideoTranscript" mine where mine."topicVideoId" = v.id);
end
$$;

create function private.follow_words() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    perform private.copy_words(old."videoId");
  else
    perform private.copy_words(new."videoId");
  end if;
  return null;
end
$$;
comment on function private.follow_words() is
  'Definer: the words of a topic video follow those of its recording, whoever writes them.';
create trigger video_transcript_follow_words after insert or update or delete on public."VideoTranscript"
  for each row execute function private.follow_words();
create trigger topic_video_insert_words after insert on public."TopicVideo"
  for each row when (new."videoId" is not null) execute function private.follow_words();
create trigger topic_video_replace_words after update on public."TopicVideo"
  for each row when (new."videoId" is not null and new."videoId" is distinct from old."videoId")
  execute function private.follow_words();
select private.grant_functions('{private.copy_words(uuid), private.follow_words()}', '');
