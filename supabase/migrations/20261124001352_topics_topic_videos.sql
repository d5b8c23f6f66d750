-- A topic video is published from an ordinary recording: uploads, hosts and captions need to know
-- of one kind alone.

-- Who may see a topic video may watch its recording.
alter policy reader_select on public."Video"
  using (
    "profileSharerId" = any ((select private.managed_sharers())::uuid[])
    or exists (select from public."PromptResponse" r where r."videoId" = "Video".id)
    or exists (select from public."TopicVideo" t where t."videoId" = "Video".id)
  );

-- The host's columns, which the data model has in both tables.
create function private.fill_topic_video() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v public."Video";
begin
  select r.* into v from public."Video" r where r.id = new."videoId";
  if not found then
    return new; -- which the foreign key refuses
  end if;
  new."muxAssetId" := v."muxAssetId";
  new."muxPlaybackId" := v."muxPlaybackId";
  new.status := v.status;
  new."errorMessage" := v."errorMessage";
  new.progress := v.progress;
  new.duration := v.duration;
  new."aspectRatio" := v."aspectRatio";
  new."videoQuality" := v."videoQuality";
  new."maxWidth" := v."maxWidth";
  new."maxHeight" := v."maxHeight";
  new."maxFrameRate" := v."maxFrameRate";
  new."resolutionTier" := v."resolutionTier";
  new."languageCode" := coalesce(v."languageCode", new."languageCode");
  new."dateRecorded" := v."dateRecorded";
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

select private.grant_functions('{private.fill_topic_video(), private.follow_recording()}', '');

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
  former uuid;
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
  select t.id into former from public."TopicVideo" t
  where t."profileSharerId" = sharer and t."promptCategoryId" = topic for update;
  if not private.is_untold(recording) and not private.is_told_by(recording, former) then
    raise object_not_in_prerequisite_state using message = 'the recording tells something else';
  end if;
  insert into public."TopicVideo" as t ("profileSharerId", "promptCategoryId", "videoId")
  values (sharer, topic, recording)
  on conflict ("profileSharerId", "promptCategoryId") do update set "videoId" = excluded."videoId"
  returning t.id into kept;
  -- what it draws on: every story of the topic, until somebody chooses
  if former is null then
    insert into public."_PromptResponseToThematicVideo" ("A", "B")
    select r.id, kept from public."PromptResponse" r join public."Prompt" p on p.id = r."promptId"
    where r."profileSharerId" = sharer and p."promptCategoryId" = topic;
  end if;
  return kept;
end
$$;
comment on function api.keep_topic_video(uuid, uuid) is
  'Makes a recording the storyteller''s video of a topic, in place of a former one, whose recording stays among its earlier tellings. A new one draws on all stories of the topic. Raises 22004; P0002 no such topic, or no such recording of the caller''s; 55000 it is a story, or another topic''s.';

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
select private.grant_functions(array[
    'api.keep_topic_video(uuid, uuid)', 'api.draw_on_stories(uuid, uuid[])'
  ]::regprocedure[], 'authenticated');
