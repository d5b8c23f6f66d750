-- A topic video is published from an ordinary recording: uploads, hosts and captions need to know
-- of one kind alone.

alter table public."TopicVideo" add column "videoId" uuid unique;
alter table public."TopicVideo" add constraint "TopicVideo_videoId_fkey"
  foreign key ("videoId", "profileSharerId") references public."Video" (id, "profileSharerId")
  on delete cascade;
comment on column public."TopicVideo"."videoId" is
  'The recording that is shown; what its host says of it is copied here. Null in rows that came without one.';
grant insert ("videoId"), update ("videoId") on public."TopicVideo" to authenticated;

-- Who may see a topic video may watch its recording.
alter policy reader_select on public."Video"
  using (
    "profileSharerId" = any ((select private.managed_sharers())::uuid[])
    or exists (select from public."PromptResponse" r where r."videoId" = "Video".id)
    or exists (select from public."TopicVideo" t where t."videoId" = "Video".id)
  );

-- The host's columns, which the data model has in both tables.
create function private.copy_to_topic_video(t public."TopicVideo", v public."Video")
returns public."TopicVideo"
language plpgsql immutable set search_path = '' as $$
begin
  t."muxAssetId" := v."muxAssetId";
  t."muxPlaybackId" := v."muxPlaybackId";
  t.status := v.status;
  t."errorMessage" := v."errorMessage";
  t.progress := v.progress;
  t.duration := v.duration;
  t."aspectRatio" := v."aspectRatio";
  t."videoQuality" := v."videoQuality";
  t."maxWidth" := v."maxWidth";
  t."maxHeight" := v."maxHeight";
  t."maxFrameRate" := v."maxFrameRate";
  t."resolutionTier" := v."resolutionTier";
  t."languageCode" := coalesce(v."languageCode", t."languageCode");
  t."dateRecorded" := v."dateRecorded";
  return t;
end
$$;

create function private.fill_topic_video() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  recording public."Video";
begin
  select v.* into recording from public."Video" v where v.id = new."videoId";
  if found then
    new := private.copy_to_topic_video(new, recording);
  end if;
  return new;
end
$$;
comment on function private.fill_topic_video() is
  'Definer: what the host says of a recording is not a client''s to write.';
create trigger topic_video_fill before insert or update of "videoId" on public."TopicVideo"
  for each row when (new."videoId" is not null) execute function private.fill_topic_video();

create function private.follow_recording() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- the trigger above does the copying
  update public."TopicVideo" set "videoId" = new.id where "videoId" = new.id;
  return null;
end
$$;
comment on function private.follow_recording() is 'Definer: a topic video follows its recording, whoever moves that.';
create trigger video_follow_recording after update on public."Video"
  for each row when (old.* is distinct from new.*) execute function private.follow_recording();

select private.grant_functions(array[
    'private.copy_to_topic_video(public."TopicVideo", public."Video")', 'private.fill_topic_video()',
    'private.follow_recording()'
  ]::regprocedure[], '');

create view api.topic_video with (security_invoker = true) as
  select t.id, t."profileSharerId", t."promptCategoryId" as "topicId", c.category as "topicTitle",
    t.title, t.description, t.summary, t.status, t.progress, t."errorMessage", t.duration,
    t."dateRecorded", t."createdAt", t."videoId",
    case when t.status = 'READY' then t."maxWidth" is not null end as "hasPicture",
    card."fullName" as "sharerName", card."avatarUrl" as "sharerAvatarUrl",
    t."profileSharerId" = any ((select private.managed_sharers())::uuid[]) as "canManage"
  from public."TopicVideo" t
  left join public."PromptCategory" c on c.id = t."promptCategoryId"
  left join private.sharer_cards() card on card."sharerId" = t."profileSharerId";
comment on view api.topic_video is 'A topic summed up by its storyteller, as far as the caller may see it.';
grant select on api.topic_video to authenticated;

create function api.keep_topic_video(recording uuid, topic uuid) returns uuid
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
  if exists (select from public."PromptResponse" r where r."videoId" = recording) then
    raise object_not_in_prerequisite_state using message = 'the recording is a story already';
  end if;
  select t.id, t."videoId" into former from public."TopicVideo" t
  where t."profileSharerId" = sharer and t."promptCategoryId" = topic for update;
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
  'Makes a recording the storyteller''s video of a topic, in place of a former one, whose recording goes. A new one draws on all stories of the topic. Raises 22004; P0002 no such topic, or no such recording of the caller''s; 55000 it is a story already.';

create function api.draw_on_stories(topic_video uuid, stories uuid[]) returns void
language plpgsql set search_path = '' as $$
begin
  if topic_video is null or stories is null then
    raise null_value_not_allowed using message = 'topic_video and stories are needed';
  end if;
  if (select count(*) from public."PromptResponse" r where r.id = any (stories))
      < cardinality(array(select distinct s from unnest(stories) s)) then
    raise no_data_found using message = 'there is no such story';
  end if;
  delete from public."_PromptResponseToThematicVideo"
  where "B" = topic_video and "A" <> all (stories);
  insert into public."_PromptResponseToThematicVideo" ("A", "B")
  select distinct s, topic_video from unnest(stories) s on conflict do nothing;
end
$$;
comment on function api.draw_on_stories(uuid, uuid[]) is
  'Which stories a topic video draws on, all of them. Raises 22004; P0002 no such story; 42501 not its manager; 23514 another storyteller''s.';

-- As start_recording, for a topic as a whole.
create function api.start_topic_recording(sharer uuid, topic uuid, kind text, content_type text,
  file_name text, idempotency_key uuid, out "videoId" uuid, out "uploadId" uuid)
language plpgsql set search_path = '' as $$
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
  update public."Video" set "promptId" = null where id = "videoId";
end
$$;
comment on function api.start_topic_recording(uuid, uuid, text, text, text, uuid) is
  'Makes a WAITING Video that belongs to no question, with its upload. Raises as start_recording; P0002 no such topic; 55000 it has no questions.';
select private.grant_functions(array[
    'api.keep_topic_video(uuid, uuid)', 'api.draw_on_stories(uuid, uuid[])',
    'api.start_topic_recording(uuid, uuid, text, text, text, uuid)'
  ]::regprocedure[], 'authenticated');
