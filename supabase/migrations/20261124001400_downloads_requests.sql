-- A copy of a recording for keeping: asked for by its row, made ready by a job, there for a week.

alter table public."VideoDownload"
  add column file text,
  add column bytes bigint,
  add column problem text,
  add column "requestedAt" timestamptz not null default now(),
  add column "expiresAt" timestamptz,
  add unique ("profileId", "muxAssetId", quality);
alter table public."TopicVideoDownload"
  add column file text,
  add column bytes bigint,
  add column problem text,
  add column "requestedAt" timestamptz not null default now(),
  add column "expiresAt" timestamptz,
  add unique ("profileId", "muxAssetId", quality);
comment on column public."VideoDownload".quality is
  'high: the best that is watched. audio: its sound alone. original: as it came, for its managers. Dumps may bring others.';
comment on column public."VideoDownload".status is
  'preparing, ready, completed (see downloadedAt), failed for what problem says, or expired.';
comment on column public."VideoDownload"."downloadedAt" is
  'When its last byte was sent from here. Of a file that a video host sends: when a fetch that goes to its end was let through to there; whether it arrived nobody tells us.';
comment on column public."VideoDownload".file is 'What its host calls it, once it is ready.';
comment on column public."VideoDownload".bytes is 'How large the file is, where its host says so.';
comment on column public."VideoDownload".problem is
  'gone: the recording is. unavailable: it has no such file. not-made: its host could not. gave-up: it did not, in half a day.';
comment on column public."VideoDownload"."expiresAt" is 'Until when it can be fetched; null before it is ready.';
comment on column public."TopicVideoDownload".quality is 'This and the other columns as in VideoDownload.';

-- Who may watch may keep a copy; the file as it came, with all that a camera wrote into it, is its
-- managers' alone.
alter policy self_insert on public."VideoDownload" with check (
  "profileId" = (select private.uid())
  and quality in ('high', 'audio', 'original')
  and exists (
    select from public."Video" v
    where v."muxAssetId" = "VideoDownload"."muxAssetId"
      and ("VideoDownload".quality <> 'original'
        or v."profileSharerId" = any ((select private.managed_sharers())::uuid[]))
  )
);
alter policy self_insert on public."TopicVideoDownload" with check (
  "profileId" = (select private.uid())
  and quality in ('high', 'audio', 'original')
  and exists (
    select from public."TopicVideo" v
    where v."muxAssetId" = "TopicVideoDownload"."muxAssetId"
      and ("TopicVideoDownload".quality <> 'original'
        or v."profileSharerId" = any ((select private.managed_sharers())::uuid[]))
  )
);

-- The job ----------------------------------------------------------------------------------

-- Due at once, or after a pause; a pause never puts off what somebody has made due already.
create function private.wake_download(download uuid, pause interval default '0') returns void
language plpgsql set search_path = '' as $$
begin
  -- On a database without Telloom's worker nobody would take it; the sweep of a later one finds it.
  if to_regnamespace('graphile_worker') is not null then
    perform graphile_worker.add_job('downloads.prepare', json_build_object('downloadId', download),
      job_key => 'downloads.prepare ' || download, run_at => now() + pause,
      job_key_mode => case when pause > '0' then 'preserve_run_at' else 'replace' end);
  end if;
end
$$;

create function private.prepare_download() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.wake_download(new.id);
  return null;
end
$$;
comment on function private.prepare_download() is 'Definer: who asks holds no right on the job queue.';
create trigger video_download_prepare after insert on public."VideoDownload"
  for each row when (new.status = 'preparing') execute function private.prepare_download();
create trigger topic_video_download_prepare after insert on public."TopicVideoDownload"
  for each row when (new.status = 'preparing') execute function private.prepare_download();

-- Whatever a host says of a recording, those who wait for a file of it look again.
create function private.wake_downloads() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  asset text := (private.mux_subject(new.payload)).asset;
begin
  perform private.wake_download(d.id) from (
    select v.id from public."VideoDownload" v where v."muxAssetId" = asset and v.status = 'preparing'
    union all
    select t.id from public."TopicVideoDownload" t where t."muxAssetId" = asset and t.status = 'preparing'
  ) d;
  return null;
end
$$;
comment on function private.wake_downloads() is 'Definer: events come from no person.';
create trigger mux_event_wake_downloads after insert on private.mux_event
  for each row when (new.type like 'video.asset.%') execute function private.wake_downloads();

-- Found, failed, or still to wait for: then again after 15 s, 30 s, a minute … at most an hour, twenty
-- times in all, which is half a day.
create function private.note_download_attempt(download uuid, outcome text, file text, bytes bigint, problem text)
returns void
language plpgsql security definer set search_path = '' as $$
declare
  tbl text;
  tries integer;
begin
  foreach tbl in array array['VideoDownload', 'TopicVideoDownload'] loop
    execute format($sql$
      update public.%I d set retries = d.retries + 1, last_attempted = now(), file = $3, bytes = $4,
        status = case when $2 = 'preparing' and d.retries >= 19 then 'failed' else $2 end,
        problem = case when $2 = 'preparing' and d.retries >= 19 then 'gave-up' else $5 end,
        "expiresAt" = case when $2 = 'ready' then now() + interval '7 days' end
      where d.id = $1 and d.status = 'preparing'
      returning case when d.status = 'preparing' then d.retries end
    $sql$, tbl) into tries using download, outcome, file, bytes, problem;
    if tries is not null then
      perform private.wake_download(download, least(interval '15 seconds' * 2 ^ (tries - 1), interval '1 hour'));
    end if;
  end loop;
end
$$;
comment on function private.note_download_attempt(uuid, text, text, bigint, text) is
  'What one attempt came to: ready with its file, failed with its problem, or preparing, to be looked for again. Definer: enqueues the job in the transaction that needs it.';

create function private.note_downloaded(download uuid) returns void
language sql set search_path = '' as $$
  update public."VideoDownload" set status = 'completed', "downloadedAt" = now()
  where id = download and status in ('ready', 'completed');
  update public."TopicVideoDownload" set status = 'completed', "downloadedAt" = now()
  where id = download and status in ('ready', 'completed');
$$;
comment on function private.note_downloaded(uuid) is
  'The last byte of the file was sent, or the host was left to send it.';

create function private.sweep_downloads() returns void
language plpgsql security definer set search_path = '' as $$
declare
  tbl text;
begin
  foreach tbl in array array['VideoDownload', 'TopicVideoDownload'] loop
    execute format($sql$update public.%I set status = 'expired'
      where status in ('ready', 'completed') and "expiresAt" <= now()$sql$, tbl);
    -- what somebody has fetched stays, until they take it off their list
    execute format($sql$delete from public.%I
      where status in ('expired', 'failed') and "downloadedAt" is null
        and coalesce("expiresAt", last_attempted, "requestedAt") < now() - interval '30 days'$sql$, tbl);
    execute format($sql$select private.wake_download(id) from public.%I
      where status = 'preparing' and coalesce(last_attempted, "requestedAt") < now() - interval '2 hours'$sql$, tbl);
  end loop;
end
$$;
comment on function private.sweep_downloads() is
  'Ends what is over, forgets what nobody fetched, and takes up what lost its job. Definer: service_role holds no right on the job queue.';

select private.grant_functions(array[
    'private.wake_download(uuid, interval)', 'private.prepare_download()', 'private.wake_downloads()'
  ]::regprocedure[], '');
select private.grant_functions(array[
    'private.note_download_attempt(uuid, text, text, bigint, text)', 'private.note_downloaded(uuid)',
    'private.sweep_downloads()'
  ]::regprocedure[], 'service_role');

-- What the pages read ----------------------------------------------------------------------

create view api.download with (security_invoker = true) as
  select d.id, d.problem, d.file, d.bytes, d."requestedAt", private.cursor_time(d."requestedAt") as at,
    d."downloadedAt", d."expiresAt", d."muxAssetId", d."videoId", d."topicVideoId", r.id as "storyId",
    -- as a dump of another Telloom may bring them
    case when d.quality in ('audio', 'original') then d.quality else 'high' end as quality,
    case
      when d.status in ('preparing', 'failed') then d.status
      when d.status in ('ready', 'completed') and d."expiresAt" > now() then d.status
      else 'expired'
    end as status,
    case when d."topicVideoId" is null then p."promptText" else coalesce(t.title, c.category) end as title,
    card."fullName" as "sharerName",
    coalesce(t."dateRecorded", v."dateRecorded") as "dateRecorded",
    coalesce(t."muxPlaybackId", v."muxPlaybackId") as "muxPlaybackId",
    coalesce(t."maxWidth", v."maxWidth") is not null as "hasPicture"
  from (
    select d.*, v.id as "videoId", null::uuid as "topicVideoId"
    from public."VideoDownload" d left join public."Video" v on v."muxAssetId" = d."muxAssetId"
    union all
    select d.*, t."videoId", t.id
    from public."TopicVideoDownload" d left join public."TopicVideo" t on t."muxAssetId" = d."muxAssetId"
  ) d
  left join public."Video" v on v.id = d."videoId"
  left join public."TopicVideo" t on t.id = d."topicVideoId"
  left join public."PromptResponse" r on r."videoId" = d."videoId" and d."topicVideoId" is null
  left join public."Prompt" p on p.id = coalesce(r."promptId", v."promptId")
  left join public."PromptCategory" c on c.id = t."promptCategoryId"
  left join private.sharer_cards() card on card."sharerId" = coalesce(t."profileSharerId", v."profileSharerId");
comment on view api.download is
  'The copies that the caller asked for. Of a recording that they may no longer watch, videoId and topicVideoId are null, and so is all that would tell of it.';
grant select on api.download to authenticated;

create function api.request_download(video uuid, topic_video uuid, wanted text) returns uuid
language plpgsql set search_path = '' as $$
declare
  tbl text := case when topic_video is null then 'VideoDownload' else 'TopicVideoDownload' end;
  asset text;
  state public."VideoStatus";
  former uuid;
  kept uuid;
begin
  if wanted is null then
    raise null_value_not_allowed using message = 'wanted is needed';
  end if;
  select f.asset, f.status into asset, state from (
    select v."muxAssetId" as asset, v.status from public."Video" v where topic_video is null and v.id = video
    union all
    select t."muxAssetId", t.status from public."TopicVideo" t where t.id = topic_video
  ) f;
  if not found then
    raise no_data_found using message = 'there is no such recording';
  end if;
  if asset is null or state <> 'READY' then
    raise object_not_in_prerequisite_state using message = 'the recording cannot be watched yet';
  end if;
  -- what came to its end begins anew, under its own id
  execute format($sql$delete from public.%I
    where "profileId" = private.uid() and "muxAssetId" = $1 and quality = $2
      and (status = 'preparing' or (status in ('ready', 'completed') and "expiresAt" > now())) is not true
    returning id$sql$, tbl)
    into former using asset, wanted;
  execute format($sql$insert into public.%I (id, "profileId", "muxAssetId", quality)
    values (coalesce($3, gen_random_uuid()), private.uid(), $1, $2)
    on conflict ("profileId", "muxAssetId", quality) do nothing$sql$, tbl)
    using asset, wanted, former;
  execute format($sql$select id from public.%I
    where "profileId" = private.uid() and "muxAssetId" = $1 and quality = $2$sql$, tbl)
    into kept using asset, wanted;
  return kept;
end
$$;
comment on function api.request_download(uuid, uuid, text) is
  'Asks for a copy of a recording, or of a topic video: the same again gives the same, and anew where it failed or is over. Raises 22004; P0002 no such recording, or none of the caller''s to watch; 55000 it is not ready; 42501 the original is not the caller''s to have.';
select private.grant_functions('{"api.request_download(uuid, uuid, text)"}', 'authenticated');
