-- The words of a topic video have one door, those of its recording; its summary comes from them
-- too. A recording tells one thing: a story, what a story showed before, or a topic.

-- Only where there is no recording are the words a topic video's own.
alter policy manager_insert on public."TopicVideoTranscript" with check (exists (
  select from public."TopicVideo" v
  where v.id = "topicVideoId" and v."videoId" is null
    and v."profileSharerId" = any ((select private.managed_sharers())::uuid[])
));
alter policy manager_update on public."TopicVideoTranscript" using (exists (
  select from public."TopicVideo" v
  where v.id = "topicVideoId" and v."videoId" is null
    and v."profileSharerId" = any ((select private.managed_sharers())::uuid[])
));
alter policy manager_delete on public."TopicVideoTranscript" using (exists (
  select from public."TopicVideo" v
  where v.id = "topicVideoId" and v."videoId" is null
    and v."profileSharerId" = any ((select private.managed_sharers())::uuid[])
));

create or replace view api.transcript with (security_invoker = true) as
  select v.id as "videoId", t.id as "videoTranscriptId", null::uuid as "topicVideoTranscriptId",
    t.transcript as text, coalesce(t.cues, '[]') as cues, coalesce(t.language, v."languageCode") as language,
    t.source, coalesce(t.version, 0) as version, coalesce(t."isChecked", false) as "isChecked",
    v.duration, v."transcriptPending" as pending, t."updatedAt",
    v."profileSharerId" = any ((select private.managed_sharers())::uuid[]) as "canManage"
  from public."Video" v left join public."VideoTranscript" t on t."videoId" = v.id
  union all
  select v.id, null, t.id, t.transcript, coalesce(t.cues, '[]'), coalesce(t.language, v."languageCode"),
    t.source, coalesce(t.version, 0), coalesce(t."isChecked", false), v.duration, false, t."updatedAt",
    v."profileSharerId" = any ((select private.managed_sharers())::uuid[])
  from public."TopicVideo" v left join lateral (
    select * from public."TopicVideoTranscript" own where own."topicVideoId" = v.id
    order by own."updatedAt" desc, own.id limit 1
  ) t on true
  where v."videoId" is null;
comment on view api.transcript is
  'A recording, or a topic video that came without one, with its transcript, as far as the caller may read them; version 0 where nothing is written yet.';

create or replace function private.write_summary(video uuid, made text, links jsonb, made_by text, asked boolean)
returns integer language plpgsql security definer set search_path = '' as $$
declare
  stories integer;
  topics integer;
begin
  update public."PromptResponse" r set summary = made, "summaryLinks" = links, "summarySource" = made_by
  where r."videoId" = video and private.may_summarise(r.summary, r."summarySource", asked);
  get diagnostics stories = row_count;
  update public."TopicVideo" v set summary = made, "summaryLinks" = links, "summarySource" = made_by
  where (v."videoId" = video or v.id = video) and private.may_summarise(v.summary, v."summarySource", asked);
  get diagnostics topics = row_count;
  return stories + topics;
end
$$;
comment on function private.write_summary(uuid, text, jsonb, text, boolean) is
  'Writes the summary of a recording''s story or topic video, or of a topic video that came without a recording, unless a person has; how many it wrote. Definer: the columns that say who made it are nobody''s to write.';

create or replace function api.request_summary(video uuid, asked boolean) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select from api.transcript t where t."videoId" = video and t.version > 0 and t."canManage"
  ) then
    return false;
  end if;
  -- while somebody corrects the words, once they have paused
  perform private.request_summary(video, asked, case when asked then '0' else '2 minutes' end::interval);
  return true;
end
$$;

-- Asked before a recording becomes a story, too.
select private.grant_functions('{private.is_untold(uuid)}', 'authenticated, service_role');

create or replace function api.keep_topic_video(recording uuid, topic uuid) returns uuid
language plpgsql set search_path = '' as $$
declare
  sharer uuid;
  former record;
  kept uuid;
begin
  if recording is null or topic is null then
    raise null_value_not_allowed using message = 'recording and topic are needed';
  end if;
  select v."profileSharerId" into sharer from public."Video" v
  where v.id = recording and v."profileSharerId" = any (private.managed_sharers());
  if not found then
    raise no_data_found using message = 'there is no such recording';
  end if;
  if not exists (select from public."PromptCategory" c where c.id = topic) then
    raise no_data_found using message = 'there is no such topic';
  end if;
  select t.id, t."videoId" into former from public."TopicVideo" t
  where t."profileSharerId" = sharer and t."promptCategoryId" = topic for update;
  if former."videoId" is distinct from recording and not private.is_untold(recording) then
    raise object_not_in_prerequisite_state using message = 'the recording tells something else';
  end if;
  insert into public."TopicVideo" as t ("profileSharerId", "promptCategoryId", "videoId")
  values (sharer, topic, recording)
  on conflict ("profileSharerId", "promptCategoryId") do update set "videoId" = excluded."videoId"
  returning t.id into kept;
  -- what it draws on: every story of the topic, until somebody chooses
  if former.id is null then
    insert into public."_PromptResponseToThematicVideo" ("A", "B")
    select r.id, kept from public."PromptResponse" r join public."Prompt" p on p.id = r."promptId"
    where r."profileSharerId" = sharer and p."promptCategoryId" = topic;
  end if;
  if former."videoId" is distinct from recording then
    delete from public."Video" where id = former."videoId";
  end if;
  return kept;
end
$$;
comment on function api.keep_topic_video(uuid, uuid) is
  'Makes a recording the storyteller''s video of a topic, in place of a former one, whose recording goes. A new one draws on all stories of the topic. Raises 22004; P0002 no such topic, or no such recording of the caller''s; 55000 it is a story, or another topic''s.';
