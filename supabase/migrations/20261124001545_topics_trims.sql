-- A topic video loses its beginning or its end as a story does: one rule for both.

alter table public."TrimmedVideo"
  add column "topicVideoId" uuid unique,
  add foreign key ("topicVideoId", "profileSharerId")
    references public."TopicVideo" (id, "profileSharerId") on delete cascade,
  add check (num_nonnulls("promptResponseId", "topicVideoId") <= 1);
comment on column public."TrimmedVideo"."topicVideoId" is
  'The topic video that will show it as soon as it is READY. Null, as the story is: it was shown.';

create or replace function private.forget_trimmed() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.removed_part ("videoId") values (old."videoId");
  -- withdrawn before anybody saw it, or what should have shown it is gone
  if num_nonnulls(old."promptResponseId", old."topicVideoId") > 0 then
    delete from public."Video" where id = old."videoId";
  end if;
  return null;
end
$$;

create or replace function private.settle_trim() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public."TrimmedVideo" set "promptResponseId" = null, "topicVideoId" = null
  where ("promptResponseId" = new.id or "topicVideoId" = new.id) and "videoId" = new."videoId";
  delete from public."TrimmedVideo" where "promptResponseId" = new.id or "topicVideoId" = new.id;
  return null;
end
$$;
comment on function private.settle_trim() is
  'Definer: nobody writes TrimmedVideo, whoever changes what a story or a topic video shows.';
create trigger topic_video_settle_trim after update on public."TopicVideo"
  for each row when (old."videoId" is distinct from new."videoId")
  execute function private.settle_trim();
create trigger topic_video_follow_links before update on public."TopicVideo"
  for each row when (old."videoId" <> new."videoId" and new."summaryLinks" is not null)
  execute function private.follow_links();

-- A story or a topic video of these storytellers, held until the transaction ends; nothing where it is none.
create function private.hold_teller(teller uuid, sharers uuid[], out video uuid, out is_story boolean)
language plpgsql set search_path = '' as $$
begin
  select r."videoId", true into video, is_story from public."PromptResponse" r
  where r.id = teller and r."profileSharerId" = any (sharers) for update;
  if not found then
    select t."videoId", false into video, is_story from public."TopicVideo" t
    where t.id = teller and t."profileSharerId" = any (sharers) for update;
  end if;
end
$$;

create or replace function private.show_trimmed() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  cut public."TrimmedVideo";
  teller uuid;
  told record;
  shown integer;
begin
  select t.* into cut from public."TrimmedVideo" t where t."videoId" = new.id;
  if not found then
    return null;
  end if;
  teller := coalesce(cut."promptResponseId", cut."topicVideoId");
  told := private.hold_teller(teller, array[cut."profileSharerId"]);
  perform private.carry_words(cut, told.video);
  if new."muxAssetId" not like 'local-%' then
    perform private.drop_copied_tracks(new.id);
  end if;
  -- a machine's summary may hold what was cut away
  execute format($sql$
    update public.%I set "videoId" = $1,
      summary = case when "summarySource" <> 'person' then null else summary end,
      "summaryLinks" = case when "summarySource" <> 'person' then null else "summaryLinks" end
    where id = $2
  $sql$, case when told.is_story then 'PromptResponse' else 'TopicVideo' end) using new.id, teller;
  get diagnostics shown = row_count;
  if shown > 0 then
    perform private.request_summary(new.id, false, '0');
  end if;
  return null;
end
$$;
comment on function private.show_trimmed() is
  'Definer: the host says that a part can be watched, and the story or topic video shows it, whoever asked for it.';

-- Asking for it ----------------------------------------------------------------------------

drop function api.trim_story(uuid, double precision, double precision);
drop function private.add_part(public."PromptResponse", public."Video", double precision, double precision);

create function private.add_part(cut public."TrimmedVideo") returns uuid
language plpgsql set search_path = '' as $$
begin
  with video as (
    insert into public."Video"
      (id, "profileSharerId", "promptId", passthrough, duration, "languageCode", "dateRecorded")
    select cut."videoId", w."profileSharerId", w."promptId", cut."videoId"::text,
      cut."end" - cut."start", w."languageCode", w."dateRecorded"
    from public."Video" w where w.id = cut."wholeId"
    returning id
  )
  insert into public."TrimmedVideo"
    ("videoId", "wholeId", "profileSharerId", "start", "end", "promptResponseId", "topicVideoId")
  select id, cut."wholeId", cut."profileSharerId", cut."start", cut."end", cut."promptResponseId",
    cut."topicVideoId"
  from video;
  perform private.enqueue_mux('videos.process', json_build_object('videoId', cut."videoId"),
    'videos.process ' || cut."videoId");
  return cut."videoId";
end
$$;

create function api.trim_recording(teller uuid, starts double precision, ends double precision)
returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  told record;
  whole public."Video";
  part public."TrimmedVideo";
begin
  if num_nulls(teller, starts, ends) > 0 then
    raise null_value_not_allowed using message = 'teller, starts and ends are needed';
  end if;
  told := private.hold_teller(teller, private.managed_sharers());
  if told.is_story is null then
    raise no_data_found using message = 'there is no such story or topic video';
  end if;
  select v.* into whole from public."Video" v where v.id = (private.part_of(told.video)).whole;
  if whole.status is distinct from 'READY' or whole.duration is null or not (
    (whole."muxAssetId" not like 'local-%') is true
    or exists (select from private.upload u where u."videoId" = whole.id and u."completedAt" is not null)
  ) then
    raise object_not_in_prerequisite_state using message = 'there is no recording that could be cut';
  end if;
  -- NaN is greater than every number
  if (starts >= 0 and starts + 1 <= ends and ends <= whole.duration) is not true then
    raise invalid_parameter_value using message = 'a second at least has to be left, between 0 and the end of the recording';
  end if;
  select t.* into part from public."TrimmedVideo" t join public."Video" v on v.id = t."videoId"
  where t."wholeId" = whole.id and t."start" = starts and t."end" = ends
    and (t."videoId" = told.video
      or (teller in (t."promptResponseId", t."topicVideoId") and v.status <> 'ERRORED'));
  if teller in (part."promptResponseId", part."topicVideoId") then
    return part."videoId";
  end if;
  delete from public."TrimmedVideo" t where t."promptResponseId" = teller or t."topicVideoId" = teller;
  if part."videoId" is not null then
    return part."videoId";
  end if;
  if starts = 0 and ends = whole.duration then
    update public."PromptResponse" r set "videoId" = whole.id where r.id = teller;
    update public."TopicVideo" t set "videoId" = whole.id where t.id = teller;
    return whole.id;
  end if;
  part."videoId" := gen_random_uuid();
  part."wholeId" := whole.id;
  part."profileSharerId" := whole."profileSharerId";
  part."start" := starts;
  part."end" := ends;
  part."promptResponseId" := case when told.is_story then teller end;
  part."topicVideoId" := case when not told.is_story then teller end;
  return private.add_part(part);
end
$$;
comment on function api.trim_recording(uuid, double precision, double precision) is
  'Has the recording of a story or a topic video cut to these seconds of its whole. The part is shown when it is READY; until then another choice takes its place. The same again gives the same; all of it, the whole at once. Raises 22004; 22023 less than a second, or beyond the recording; P0002 no such story or topic video of the caller''s; 55000 nothing to cut. Definer: the host''s columns of Video, and TrimmedVideo, are not a client''s to write.';

select private.grant_functions(
  '{"private.hold_teller(uuid, uuid[])", "private.add_part(public.\"TrimmedVideo\")"}', '');
select private.grant_functions('{"api.trim_recording(uuid, double precision, double precision)"}', 'authenticated');
