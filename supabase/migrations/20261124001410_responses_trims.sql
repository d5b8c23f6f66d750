-- The recording of a story or a topic video loses its beginning or its end: a shorter recording is made of
-- the same whole, and takes its place when it can be watched. The whole stays as it came.

create table public."TrimmedVideo" (
  id uuid primary key default gen_random_uuid(),
  "videoId" uuid not null unique,
  "wholeId" uuid not null,
  "profileSharerId" uuid not null references public."ProfileSharer" (id) on delete cascade,
  "start" double precision not null check ("start" >= 0),
  "end" double precision not null,
  "promptResponseId" uuid unique,
  "topicVideoId" uuid unique,
  "createdAt" timestamptz not null default now(),
  check ("end" >= "start" + 1),
  check ("videoId" <> "wholeId"),
  check (num_nonnulls("promptResponseId", "topicVideoId") <= 1),
  foreign key ("videoId", "profileSharerId")
    references public."Video" (id, "profileSharerId") on delete cascade,
  -- deferred, so that all recordings of a story, or of a person, may go at once
  foreign key ("wholeId", "profileSharerId")
    references public."Video" (id, "profileSharerId") deferrable initially deferred,
  foreign key ("promptResponseId", "profileSharerId")
    references public."PromptResponse" (id, "profileSharerId") on delete cascade,
  foreign key ("topicVideoId", "profileSharerId")
    references public."TopicVideo" (id, "profileSharerId") on delete cascade
);
comment on table public."TrimmedVideo" is
  'Which recordings are a part of another, whose original they are made from: it cannot be deleted before them. Such a recording has no upload of its own, so that nothing takes the whole original for it.';
comment on column public."TrimmedVideo"."start" is 'Seconds of the whole; end likewise.';
comment on column public."TrimmedVideo"."promptResponseId" is
  'The story that will show it as soon as it is READY. Null, as the topic video is: it was shown.';
comment on column public."TrimmedVideo"."topicVideoId" is 'Or the topic video.';
create index on public."TrimmedVideo" ("wholeId");
create index on public."TrimmedVideo" ("profileSharerId");
select private.close_table('public."TrimmedVideo"');
grant select on public."TrimmedVideo" to authenticated;
create policy manager_select on public."TrimmedVideo" for select to authenticated
  using ("profileSharerId" = any ((select private.managed_sharers())::uuid[]));

create function private.part_of(video uuid,
  out whole uuid, out "start" double precision, out "end" double precision)
language sql stable set search_path = '' as $$
  select coalesce(t."wholeId", video), coalesce(t."start", 0), t."end"
  from (select) nothing left join public."TrimmedVideo" t on t."videoId" = video
$$;
comment on function private.part_of(uuid) is
  'The whole that a recording is a part of, as its managers see it, and from which second to which; end is null for a whole itself.';
select private.grant_functions('{private.part_of(uuid)}', 'authenticated, service_role');

create table private.removed_part (
  "videoId" uuid primary key,
  "removedAt" timestamptz not null default now()
);
comment on table private.removed_part is
  'As removed_upload, of recordings that were parts of others and had no original.';
select private.close_table('private.removed_part');

create function private.forget_trimmed() returns trigger
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
comment on function private.forget_trimmed() is
  'Definer: whoever deletes a recording, a story or a person holds no right on the list of files.';
create trigger trimmed_video_forget after delete on public."TrimmedVideo"
  for each row execute function private.forget_trimmed();

-- The choice that was made last holds: another recording in the story, and nothing waits any more.
create function private.settle_trim() returns trigger
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
create trigger prompt_response_settle_trim after update on public."PromptResponse"
  for each row when (old."videoId" is distinct from new."videoId")
  execute function private.settle_trim();
create trigger topic_video_settle_trim after update on public."TopicVideo"
  for each row when (old."videoId" is distinct from new."videoId")
  execute function private.settle_trim();

-- The seconds in a summary are those of the recording that was shown.
create function private.follow_links() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  was record := private.part_of(old."videoId");
  is_now record := private.part_of(new."videoId");
begin
  new."summaryLinks" := (
    select jsonb_agg(l.link || jsonb_build_object('start', l.at - is_now."start") order by l.n)
    from (
      select link, n, (link ->> 'start')::double precision + was."start" as at
      from jsonb_array_elements(new."summaryLinks") with ordinality as e (link, n)
    ) l
    where was.whole = is_now.whole and l.at >= is_now."start" and (l.at < is_now."end") is not false
  );
  return new;
end
$$;
comment on function private.follow_links() is
  'Definer: the links are nobody''s to write, whoever changes what a story or a topic video shows.';
create trigger prompt_response_follow_links before update on public."PromptResponse"
  for each row when (old."videoId" <> new."videoId" and new."summaryLinks" is not null)
  execute function private.follow_links();
create trigger topic_video_follow_links before update on public."TopicVideo"
  for each row when (old."videoId" <> new."videoId" and new."summaryLinks" is not null)
  execute function private.follow_links();

-- The words --------------------------------------------------------------------------------

-- Times of captions are no finer than a word; what hangs over by more has words of both sides.
create function private.lies_within(
  starts double precision, ends double precision, lower double precision, upper double precision
) returns boolean
language sql immutable set search_path = '' as $$
  select greatest(0, lower - starts) + greatest(0, ends - upper)
    <= least(0.3, (ends - starts) * 0.25)
$$;

-- What is said in a part: the words of the whole, or of the part that was shown until now, which
-- people may have mended since. A caption that is cut through is left out, and so is text without times.
create function private.carry_words(cut public."TrimmedVideo", former uuid) returns void
language plpgsql set search_path = '' as $$
begin
  insert into public."VideoTranscript" as mine
    ("videoId", cues, "isChecked", language, source, type, name)
  with parts as (
    select t.cues, t."isChecked", t.language, t.source, t.type, t.name,
      p."start", p."end", t."videoId" = cut."wholeId" as is_whole
    from public."VideoTranscript" t, private.part_of(t."videoId") p
    where t."videoId" in (cut."wholeId", former)
  ), said as (
    select p.is_whole, p."isChecked", cue -> 'text' as text,
      (cue ->> 'start')::double precision + p."start" as starts,
      (cue ->> 'end')::double precision + p."start" as ends
    from parts p, jsonb_array_elements(p.cues) cue
  ), kept as (
    select s.text, s."isChecked", round((s.starts - cut."start")::numeric, 3) as starts,
      round((s.ends - cut."start")::numeric, 3) as ends
    from said s
    where private.lies_within(s.starts, s.ends, cut."start", cut."end")
      and not (s.is_whole and (
        exists (select from parts p
          where not p.is_whole and private.lies_within(s.starts, s.ends, p."start", p."end"))
        or exists (select from said o
          where not o.is_whole and o.starts < s.ends - 0.3 and o.ends > s.starts + 0.3)))
  ), cues as (
    select jsonb_agg(jsonb_build_object('start', greatest(k.starts, 0),
        'end', least(k.ends, round((cut."end" - cut."start")::numeric, 3)), 'text', k.text)
      order by k.starts) as list, bool_and(k."isChecked") as checked
    from kept k where k.ends > greatest(k.starts, 0)
  )
  select cut."videoId", c.list, c.checked, p.language, p.source, p.type, p.name
  from cues c, (select * from parts order by is_whole limit 1) p
  where c.list is not null
  on conflict ("videoId") do update set cues = excluded.cues, "isChecked" = excluded."isChecked",
    language = excluded.language, source = excluded.source, name = excluded.name
  -- a video host has begun to listen
  where mine.transcript is null;
end
$$;

-- Mux copies captions to a clip, those that are cut through among them.
create function private.drop_copied_tracks(part uuid) returns boolean
language plpgsql set search_path = '' as $$
begin
  if not exists (
    select from public."TrimmedVideo" t join public."VideoTranscript" w on w."videoId" = t."wholeId"
    where t."videoId" = part and w.transcript is not null
  ) then
    return false;
  end if;
  perform private.enqueue_mux('mux.untrack', json_build_object('videoId', part), 'mux.untrack ' || part);
  return true;
end
$$;

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

create function private.show_trimmed() returns trigger
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
create trigger video_show_trimmed after update on public."Video"
  for each row when (new.status = 'READY' and old.status <> 'READY')
  execute function private.show_trimmed();

select private.grant_functions(array[
    'private.forget_trimmed()', 'private.settle_trim()', 'private.follow_links()',
    'private.lies_within(double precision, double precision, double precision, double precision)',
    'private.carry_words(public."TrimmedVideo", uuid)', 'private.drop_copied_tracks(uuid)',
    'private.hold_teller(uuid, uuid[])', 'private.show_trimmed()'
  ]::regprocedure[], '');

-- Asking for it ----------------------------------------------------------------------------

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

select private.grant_functions('{"private.add_part(public.\"TrimmedVideo\")"}', '');
select private.grant_functions('{"api.trim_recording(uuid, double precision, double precision)"}', 'authenticated');
