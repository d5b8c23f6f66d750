-- Transcripts that people work on: the text follows the cues, every state is kept, and whoever
-- listens may suggest a correction.

alter table public."VideoTranscript"
  add column version integer not null default 1,
  add column "isChecked" boolean not null default false,
  add column "editSession" uuid;
alter table public."TopicVideoTranscript"
  add column version integer not null default 1,
  add column "isChecked" boolean not null default false,
  add column "editSession" uuid;
comment on column public."VideoTranscript".version is 'Counts the changes; whoever saves says which one they began with.';
comment on column public."VideoTranscript"."isChecked" is 'A person has gone through it and says that it is right.';
comment on column public."VideoTranscript"."editSession" is
  'Changes in a row with the same session are one version in the history: those that an editor saves by itself.';
comment on column public."TopicVideoTranscript".version is 'As VideoTranscript.version.';
comment on column public."TopicVideoTranscript"."isChecked" is 'As VideoTranscript."isChecked".';
comment on column public."TopicVideoTranscript"."editSession" is 'As VideoTranscript."editSession".';
grant insert ("isChecked", "editSession"), update ("isChecked", "editSession")
  on public."VideoTranscript", public."TopicVideoTranscript" to authenticated;

-- The text follows the cues ----------------------------------------------------------------

-- Why cues cannot be kept, or null. What readers rely on; the API says more, and more kindly.
create function private.cues_problem(cues jsonb) returns text
language sql immutable set search_path = '' as $$
  select 'cue ' || c.n || ' needs start, end after it, and text, in order of start'
  from (
    select n, cue, lag(cue) over (order by n) as before
    from jsonb_array_elements(cues) with ordinality as e (cue, n)
  ) c
  where case
    when jsonb_typeof(cue -> 'start') is distinct from 'number'
      or jsonb_typeof(cue -> 'end') is distinct from 'number'
      or jsonb_typeof(cue -> 'text') is distinct from 'string' then true
    else (cue ->> 'start')::numeric < 0 or (cue ->> 'end')::numeric <= (cue ->> 'start')::numeric
      or ((before ->> 'start')::numeric > (cue ->> 'start')::numeric) is true
    end
  order by c.n limit 1
$$;

create function private.cues_text(cues jsonb) returns text
language sql immutable set search_path = '' as $$
  select coalesce(string_agg(btrim(regexp_replace(cue ->> 'text', '\s+', ' ', 'g')), ' ' order by n), '')
  from jsonb_array_elements(cues) with ordinality as e (cue, n)
$$;
comment on function private.cues_text(jsonb) is
  'The words of cues in one line: the one rule by which the column transcript follows them.';

create function private.follow_cues() returns trigger
language plpgsql set search_path = '' as $$
declare
  timed boolean := jsonb_typeof(new.cues) = 'array' and new.cues <> '[]';
  problem text := case when timed then private.cues_problem(new.cues) end;
begin
  if problem is not null then
    raise invalid_parameter_value using message = problem;
  end if;
  if tg_op = 'UPDATE' and timed and new.cues = old.cues
    and new.transcript is distinct from old.transcript
  then
    raise invalid_parameter_value using message = 'the text follows the cues: change those';
  end if;
  if timed then
    new.transcript := private.cues_text(new.cues);
  end if;
  if tg_op = 'UPDATE' and (new.transcript, new.cues, new.language, new.source, new."isChecked")
    is distinct from (old.transcript, old.cues, old.language, old.source, old."isChecked")
  then
    new.version := old.version + 1;
  end if;
  return new;
end
$$;
create trigger video_transcript_follow_cues before insert or update on public."VideoTranscript"
  for each row execute function private.follow_cues();
create trigger topic_video_transcript_follow_cues before insert or update on public."TopicVideoTranscript"
  for each row execute function private.follow_cues();

-- What it was before -----------------------------------------------------------------------

create table public."TranscriptVersion" (
  id uuid primary key default gen_random_uuid(),
  "videoTranscriptId" uuid references public."VideoTranscript" (id) on delete cascade,
  "topicVideoTranscriptId" uuid references public."TopicVideoTranscript" (id) on delete cascade,
  "profileSharerId" uuid not null references public."ProfileSharer" (id) on delete cascade,
  version integer not null,
  transcript text,
  cues jsonb,
  language text,
  source text,
  "isChecked" boolean not null,
  "editSession" uuid,
  "madeBy" uuid references public."Profile" (id) on delete set null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  check (num_nonnulls("videoTranscriptId", "topicVideoTranscriptId") = 1)
);
comment on table public."TranscriptVersion" is
  'Every state that a transcript was in, the present one included. Written by triggers alone.';
comment on column public."TranscriptVersion"."madeBy" is 'Null: a machine, or before versions were kept.';
create index on public."TranscriptVersion" ("videoTranscriptId", version desc);
create index on public."TranscriptVersion" ("topicVideoTranscriptId", version desc);
create index on public."TranscriptVersion" ("profileSharerId");
create index on public."TranscriptVersion" ("madeBy");
select private.close_table('public."TranscriptVersion"');
create trigger transcript_version_touch before update on public."TranscriptVersion"
  for each row execute function private.touch();
grant select on public."TranscriptVersion" to authenticated;
create policy manager_select on public."TranscriptVersion" for select to authenticated
  using ("profileSharerId" = any ((select private.managed_sharers())::uuid[]));

create function private.write_version(of_topic boolean, state jsonb, maker uuid) returns void
language plpgsql set search_path = '' as $$
declare
  this public."TranscriptVersion" := jsonb_populate_record(null::public."TranscriptVersion", state);
  newest public."TranscriptVersion";
begin
  this.id := gen_random_uuid();
  this."madeBy" := maker;
  this."createdAt" := now();
  if of_topic then
    this."topicVideoTranscriptId" := (state ->> 'id')::uuid;
    this."profileSharerId" := (select v."profileSharerId" from public."TopicVideo" v
      where v.id = (state ->> 'topicVideoId')::uuid);
  else
    this."videoTranscriptId" := (state ->> 'id')::uuid;
    this."profileSharerId" := (select v."profileSharerId" from public."Video" v
      where v.id = (state ->> 'videoId')::uuid);
  end if;
  select v.* into newest from public."TranscriptVersion" v
  where v."videoTranscriptId" = this."videoTranscriptId"
    or v."topicVideoTranscriptId" = this."topicVideoTranscriptId"
  order by v.version desc limit 1;
  if newest."editSession" = this."editSession" and newest."madeBy" = maker then
    update public."TranscriptVersion" v set version = this.version, transcript = this.transcript,
      cues = this.cues, language = this.language, source = this.source, "isChecked" = this."isChecked"
    where v.id = newest.id;
  else
    insert into public."TranscriptVersion" select this.*;
  end if;
end
$$;

create function private.keep_version() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  of_topic boolean := tg_table_name = 'TopicVideoTranscript';
begin
  -- of a transcript from before versions were kept, what it was until now
  if tg_op = 'UPDATE' and not exists (
    select from public."TranscriptVersion" v
    where v."videoTranscriptId" = old.id or v."topicVideoTranscriptId" = old.id
  ) then
    perform private.write_version(of_topic, to_jsonb(old), null);
  end if;
  perform private.write_version(of_topic, to_jsonb(new), private.uid());
  return null;
end
$$;
comment on function private.keep_version() is
  'Definer: nobody writes history, whoever changes a transcript.';
create trigger video_transcript_keep_version after insert on public."VideoTranscript"
  for each row execute function private.keep_version();
create trigger video_transcript_keep_change after update on public."VideoTranscript"
  for each row when (new.version <> old.version) execute function private.keep_version();
create trigger topic_video_transcript_keep_version after insert on public."TopicVideoTranscript"
  for each row execute function private.keep_version();
create trigger topic_video_transcript_keep_change after update on public."TopicVideoTranscript"
  for each row when (new.version <> old.version) execute function private.keep_version();

-- Suggestions ------------------------------------------------------------------------------

create table public."TranscriptSuggestion" (
  id uuid primary key default gen_random_uuid(),
  "videoTranscriptId" uuid references public."VideoTranscript" (id) on delete cascade,
  "topicVideoTranscriptId" uuid references public."TopicVideoTranscript" (id) on delete cascade,
  "profileSharerId" uuid not null references public."ProfileSharer" (id) on delete cascade,
  "suggestedBy" uuid not null default private.uid() references public."Profile" (id) on delete cascade,
  "start" double precision not null check ("start" >= 0),
  "was" text not null check (length("was") <= 2000),
  "suggested" text not null check (length("suggested") between 1 and 2000),
  status text not null default 'PENDING' check (status in ('PENDING', 'ACCEPTED', 'DECLINED')),
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  check (num_nonnulls("videoTranscriptId", "topicVideoTranscriptId") = 1)
);
comment on table public."TranscriptSuggestion" is
  'What somebody who listens would have a cue say. start: the cue''s, in seconds; was: its words then.';
create index on public."TranscriptSuggestion" ("videoTranscriptId");
create index on public."TranscriptSuggestion" ("topicVideoTranscriptId");
create index on public."TranscriptSuggestion" ("profileSharerId");
create index on public."TranscriptSuggestion" ("suggestedBy");
select private.close_table('public."TranscriptSuggestion"');
create trigger transcript_suggestion_touch before update on public."TranscriptSuggestion"
  for each row execute function private.touch();

create function private.fill_suggestion_sharer() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new."profileSharerId" := coalesce(
    (select v."profileSharerId" from public."VideoTranscript" t join public."Video" v on v.id = t."videoId"
      where t.id = new."videoTranscriptId"),
    (select v."profileSharerId" from public."TopicVideoTranscript" t
      join public."TopicVideo" v on v.id = t."topicVideoId" where t.id = new."topicVideoTranscriptId"));
  return new;
end
$$;
comment on function private.fill_suggestion_sharer() is
  'Definer: whose transcript it is, whoever suggests; the policies then ask who may.';
create trigger transcript_suggestion_sharer before insert on public."TranscriptSuggestion"
  for each row execute function private.fill_suggestion_sharer();

create function private.guard_suggestion() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.status <> 'PENDING' then
    raise object_not_in_prerequisite_state using message = 'this suggestion is settled';
  end if;
  return new;
end
$$;
create trigger transcript_suggestion_guard before update on public."TranscriptSuggestion"
  for each row when (current_user = 'authenticated') execute function private.guard_suggestion();

grant select, delete on public."TranscriptSuggestion" to authenticated;
grant insert (id, "videoTranscriptId", "topicVideoTranscriptId", "start", "was", "suggested"),
  update (status) on public."TranscriptSuggestion" to authenticated;
-- When the right to read the transcript goes, one's own words about it go out of sight with it.
create policy suggester_select on public."TranscriptSuggestion" for select to authenticated
  using (
    "profileSharerId" = any ((select private.managed_sharers())::uuid[])
    or ("suggestedBy" = (select private.uid()) and (
      exists (select from public."VideoTranscript" t where t.id = "videoTranscriptId")
      or exists (select from public."TopicVideoTranscript" t where t.id = "topicVideoTranscriptId")
    ))
  );
-- suggestedBy is the caller by default, and not theirs to name
create policy reader_insert on public."TranscriptSuggestion" for insert to authenticated
  with check (
    exists (select from public."VideoTranscript" t where t.id = "videoTranscriptId")
    or exists (select from public."TopicVideoTranscript" t where t.id = "topicVideoTranscriptId")
  );
create policy manager_update on public."TranscriptSuggestion" for update to authenticated
  using ("profileSharerId" = any ((select private.managed_sharers())::uuid[]));
create policy suggester_delete on public."TranscriptSuggestion" for delete to authenticated
  using ("suggestedBy" = (select private.uid()) and status = 'PENDING');

select private.grant_functions(array[
    'private.follow_cues()', 'private.keep_version()', 'private.write_version(boolean, jsonb, uuid)',
    'private.fill_suggestion_sharer()', 'private.guard_suggestion()'
  ]::regprocedure[], '');
-- called by triggers that run as whoever writes
select private.grant_functions('{private.cues_problem(jsonb), private.cues_text(jsonb)}',
  'authenticated, service_role, telloom_admin');

-- What the pages read and write ------------------------------------------------------------

create view api.transcript with (security_invoker = true) as
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
grant select on api.transcript to authenticated, service_role;

create function api.save_transcript(video uuid, expected integer, new_text text, new_cues jsonb,
  new_language text, made_by text, checked boolean, edit_session uuid) returns integer
language plpgsql set search_path = '' as $$
declare
  here record;
  saved integer;
begin
  -- two who write the first words at once
  perform pg_advisory_xact_lock(hashtextextended(video::text, 1340));
  select * into here from api.transcript t where t."videoId" = video;
  if here is null then
    raise no_data_found using message = 'there is no such recording';
  end if;
  if here.version <> expected then
    raise object_not_in_prerequisite_state using message = 'it was changed meanwhile', detail = 'changed-meanwhile';
  end if;
  if new_cues <> '[]' then
    new_text := private.cues_text(new_cues);
  end if;
  if expected > 0 then
    update public."VideoTranscript" t set transcript = new_text, cues = new_cues,
      language = new_language, source = made_by, "isChecked" = checked, "editSession" = edit_session
    where t.id = here."videoTranscriptId" and t.version = expected returning t.version into saved;
    if saved is null then
      update public."TopicVideoTranscript" t set transcript = new_text, cues = new_cues,
        language = new_language, source = made_by, "isChecked" = checked, "editSession" = edit_session
      where t.id = here."topicVideoTranscriptId" and t.version = expected returning t.version into saved;
    end if;
    if saved is null then
      raise insufficient_privilege using message = 'you may not change this transcript';
    end if;
    return saved;
  end if;
  if exists (select from public."Video" v where v.id = video) then
    insert into public."VideoTranscript"
      ("videoId", transcript, cues, language, source, "isChecked", "editSession", type, name)
    values (video, new_text, new_cues, new_language, made_by, checked, edit_session, 'captions', 'Captions');
  else
    insert into public."TopicVideoTranscript"
      ("topicVideoId", transcript, cues, language, source, "isChecked", "editSession", type, name)
    values (video, new_text, new_cues, new_language, made_by, checked, edit_session, 'captions', 'Captions');
  end if;
  return 1;
end
$$;
comment on function api.save_transcript(uuid, integer, text, jsonb, text, text, boolean, uuid) is
  'Writes the transcript of a recording or topic video over the version that is expected, 0 for none; returns the new version. Where cues are not empty the text is made of them. P0002 no such recording, 55000 changed meanwhile, 42501 not the manager, 22023 cues that make no sense.';
select private.grant_functions(
  '{"api.save_transcript(uuid, integer, text, jsonb, text, text, boolean, uuid)"}',
  'authenticated, service_role');

create view api.transcript_version with (security_invoker = true) as
  select x.id, t."videoId", x.version, x.transcript as text, coalesce(x.cues, '[]') as cues, x.language,
    x.source, x."isChecked", x."updatedAt", card."fullName" as "madeBy"
  from api.transcript t join public."TranscriptVersion" x
    on x."videoTranscriptId" = t."videoTranscriptId" or x."topicVideoTranscriptId" = t."topicVideoTranscriptId"
  left join private.cards() card on card.id = x."madeBy";
comment on view api.transcript_version is 'What a transcript was, for its managers.';
grant select on api.transcript_version to authenticated;

create view api.transcript_suggestion with (security_invoker = true) as
  select s.id, t."videoId", s."start", s."was", s."suggested", s.status, s."createdAt",
    card."fullName" as "suggestedBy", s."suggestedBy" = (select private.uid()) as mine
  from api.transcript t join public."TranscriptSuggestion" s
    on s."videoTranscriptId" = t."videoTranscriptId" or s."topicVideoTranscriptId" = t."topicVideoTranscriptId"
  left join private.cards() card on card.id = s."suggestedBy";
comment on view api.transcript_suggestion is 'Corrections that were suggested: one''s own, and all of those whom one manages.';
grant select on api.transcript_suggestion to authenticated;

-- Once more, by the machine ----------------------------------------------------------------

create function api.transcribe_again(video uuid, spoken text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not private.manages_video(video) then
    return false;
  end if;
  update public."Video" set "languageCode" = coalesce(spoken, "languageCode") where id = video;
  perform private.request_transcript(video, again => true);
  return true;
end
$$;
comment on function api.transcribe_again(uuid, text) is
  'Has the machine listen once more, in this language where it is given. False: not the manager. Definer: clients hold no right on the job queue.';
select private.grant_functions('{"api.transcribe_again(uuid, text)"}', 'authenticated');
