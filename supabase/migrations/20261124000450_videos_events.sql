-- One door for both video hosts: Mux sends its webhooks here, and the local host makes the same
-- events. https://www.mux.com/docs/core/listen-for-webhooks

create table private.mux_event (
  id text primary key,
  type text not null,
  payload jsonb not null,
  "receivedAt" timestamptz not null default now(),
  key uuid not null unique default gen_random_uuid(),
  error text
);
comment on table private.mux_event is 'Each event once, by its id: a repeated delivery does nothing.';
comment on column private.mux_event.error is
  'Why it could not be taken; null: it was. Mux tells such an event again, and then it is taken anew.';
create index on private.mux_event ("receivedAt" desc, key desc);
select private.close_table('private.mux_event');

create table private.video_transition (
  event text not null,
  "from" public."VideoStatus" not null,
  "to" public."VideoStatus" not null,
  primary key (event, "from")
);
comment on table private.video_transition is
  'What each event does in each status. An event without a row here changes no status.';
select private.close_table('private.video_transition');

-- Events come late, twice and out of order, so they only lead forward. A playable asset outweighs an
-- error; what Mux says of the asset outweighs what it says of the upload; a deleted one never plays.
insert into private.video_transition (event, "from", "to") values
  ('video.upload.asset_created', 'WAITING', 'ASSET_CREATED'),
  ('video.upload.errored', 'WAITING', 'ERRORED'),
  ('video.upload.errored', 'ASSET_CREATED', 'ERRORED'),
  ('video.upload.errored', 'PREPARING', 'ERRORED'),
  ('video.upload.cancelled', 'WAITING', 'ERRORED'),
  ('video.upload.cancelled', 'ASSET_CREATED', 'ERRORED'),
  ('video.upload.cancelled', 'PREPARING', 'ERRORED'),
  ('video.asset.created', 'WAITING', 'PREPARING'),
  ('video.asset.created', 'ASSET_CREATED', 'PREPARING'),
  ('video.asset.ready', 'WAITING', 'READY'),
  ('video.asset.ready', 'ASSET_CREATED', 'READY'),
  ('video.asset.ready', 'PREPARING', 'READY'),
  ('video.asset.ready', 'ERRORED', 'READY'),
  ('video.asset.errored', 'WAITING', 'ERRORED'),
  ('video.asset.errored', 'ASSET_CREATED', 'ERRORED'),
  ('video.asset.errored', 'PREPARING', 'ERRORED'),
  ('video.asset.errored', 'ERRORED', 'ERRORED'),
  ('video.asset.deleted', 'WAITING', 'ERRORED'),
  ('video.asset.deleted', 'ASSET_CREATED', 'ERRORED'),
  ('video.asset.deleted', 'PREPARING', 'ERRORED'),
  ('video.asset.deleted', 'READY', 'ERRORED'),
  ('video.asset.deleted', 'ERRORED', 'ERRORED');

alter table public."Video" add column "downloadFile" text;
alter table public."TopicVideo" add column "downloadFile" text;
comment on column public."Video"."downloadFile" is 'The file for keeping, once its host has made one.';
comment on column public."TopicVideo"."downloadFile" is 'As in Video.';

create index on private.mux_event ((payload #>> '{data,id}'));
create index on private.mux_event ((payload #>> '{data,asset_id}'));

-- What an event speaks of -------------------------------------------------------------------

-- Tracks and renditions carry ids and passthroughs of their own, and name their asset beside them.
create function private.mux_subject(event jsonb,
  out asset text, out upload text, out ours text)
language plpgsql immutable set search_path = '' as $$
declare
  type text := event ->> 'type';
  data jsonb := event -> 'data';
begin
  if type like 'video.upload.%' then
    upload := data ->> 'id';
    asset := data ->> 'asset_id';
    ours := data #>> '{new_asset_settings,passthrough}';
  elsif type ~ '^video\.asset\.(track|static_rendition|shots)\.' then
    asset := coalesce(data ->> 'asset_id', event #>> '{object,id}');
  elsif type like 'video.asset.%' then
    asset := data ->> 'id';
    upload := data ->> 'upload_id';
    ours := data ->> 'passthrough';
  end if;
end
$$;

-- Which row an event speaks of, by the surest mark that it carries; locked until the end.
create function private.find_by_mux(event jsonb, out tbl regclass, out row_id uuid)
language plpgsql set search_path = '' as $$
declare
  subject record := private.mux_subject(event);
begin
  select f.tbl, f.id into tbl, row_id from (
    select 'public."Video"'::regclass as tbl, v.id, v."muxAssetId", v."muxUploadId" from public."Video" v
    where v."muxAssetId" = subject.asset or v."muxUploadId" = subject.upload or v.passthrough = subject.ours
    union all
    select 'public."TopicVideo"'::regclass, v.id, v."muxAssetId", v."muxUploadId" from public."TopicVideo" v
    where v."muxAssetId" = subject.asset or v."muxUploadId" = subject.upload or v.passthrough = subject.ours
  ) f
  order by (f."muxAssetId" = subject.asset) is true desc, (f."muxUploadId" = subject.upload) is true desc
  limit 1;
  if row_id is not null then
    execute format('select id from %s where id = $1 for update', tbl) using row_id into row_id;
  end if;
end
$$;

-- Whether an asset, track or rendition was deleted, whenever that event came.
create function private.mux_gone(kind text, mux_id text) returns boolean
language sql stable set search_path = '' as $$
  select exists (select from private.mux_event e
    where e.payload #>> '{data,id}' = mux_id and e.type = kind || '.deleted')
$$;

-- The event in the words of the table of transitions.
create function private.mux_transition_event(event jsonb, asset text) returns text
language sql stable set search_path = '' as $$
  select case
    when private.mux_gone('video.asset', asset) then 'video.asset.deleted'
    when event ->> 'type' = 'video.asset.updated' then case event #>> '{data,status}'
      when 'preparing' then 'video.asset.created'
      when 'ready' then 'video.asset.ready'
      when 'errored' then 'video.asset.errored' end
    else event ->> 'type'
  end
$$;

create function private.to_number(value text) returns double precision
language sql immutable set search_path = '' as $$
  select case when value ~ '^-?\d{1,15}(\.\d{1,30})?$' then value::double precision end
$$;

create function private.mux_error_message(event text, data jsonb) returns text
language sql immutable set search_path = '' as $$
  select case event
    when 'video.upload.cancelled' then 'The upload was cancelled.'
    when 'video.asset.deleted' then 'The video host no longer has this recording.'
    else coalesce(
      (select nullif(string_agg(m, ' '), '') from jsonb_array_elements_text(
        case when jsonb_typeof(data #> '{errors,messages}') = 'array'
          then data #> '{errors,messages}' else '[]' end) m),
      data #>> '{error,message}',
      'The recording could not be made ready.')
  end
$$;

-- The columns that an asset fills, as far as it says anything about them.
create function private.mux_asset_columns(data jsonb,
  out playback_id text, out duration double precision, out aspect_ratio text, out quality text,
  out max_width numeric, out max_height numeric, out max_frame_rate numeric, out language text,
  out tier text)
language plpgsql immutable set search_path = '' as $$
declare
  tracks jsonb := case when jsonb_typeof(data -> 'tracks') = 'array' then data -> 'tracks' else '[]' end;
  ids jsonb := case when jsonb_typeof(data -> 'playback_ids') = 'array' then data -> 'playback_ids' else '[]' end;
  picture jsonb := (select t from jsonb_array_elements(tracks) t where t ->> 'type' = 'video' limit 1);
begin
  -- a signed address where there is one: a public one would outlive the right to watch
  playback_id := (
    select p ->> 'id' from jsonb_array_elements(ids) p
    order by p ->> 'policy' = 'signed' desc limit 1
  );
  duration := private.to_number(data ->> 'duration');
  aspect_ratio := data ->> 'aspect_ratio';
  -- the older name of the same, with older names of its values
  quality := coalesce(data ->> 'video_quality', case data ->> 'encoding_tier'
    when 'baseline' then 'basic' when 'smart' then 'plus' else data ->> 'encoding_tier' end);
  max_width := private.to_number(picture ->> 'max_width');
  max_height := private.to_number(picture ->> 'max_height');
  -- Mux says -1 where it does not know
  max_frame_rate := coalesce(
    nullif(private.to_number(picture ->> 'max_frame_rate'), -1),
    nullif(private.to_number(data ->> 'max_stored_frame_rate'), -1));
  language := (
    select t ->> 'language_code' from jsonb_array_elements(tracks) t
    where t ->> 'type' in ('text', 'audio') and t ->> 'language_code' not in ('auto', 'und', '')
    order by t ->> 'type' = 'text' desc limit 1
  );
  -- not max_resolution_tier, which is a setting and no measure
  tier := data ->> 'resolution_tier';
end
$$;

-- What an event does ------------------------------------------------------------------------

create function private.apply_mux_event(tbl regclass, row_id uuid, event jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  subject record := private.mux_subject(event);
  data jsonb := event -> 'data';
  name text := private.mux_transition_event(event, subject.asset);
  of_asset boolean := event ->> 'type' in ('video.asset.created', 'video.asset.updated',
    'video.asset.ready', 'video.asset.errored');
  -- what a ready asset says holds; before that, gaps are filled
  settled boolean := of_asset and data ->> 'status' = 'ready';
  filled record := private.mux_asset_columns(case when of_asset then data end);
begin
  execute format($sql$
    update %s v set
      status = coalesce(t."to", v.status),
      "errorMessage" = case t."to" when 'ERRORED' then $3 when 'READY' then null else v."errorMessage" end,
      progress = case when t."to" in ('READY', 'ERRORED') then null else v.progress end,
      "muxAssetId" = coalesce(v."muxAssetId", $4),
      "muxUploadId" = coalesce(case when v."muxUploadId" not like 'local-%%' then v."muxUploadId" end,
        $5, v."muxUploadId"),
      "muxPlaybackId" = case when $6 then coalesce($7, v."muxPlaybackId") else coalesce(v."muxPlaybackId", $7) end,
      duration = case when $6 then coalesce($8, v.duration) else coalesce(v.duration, $8) end,
      "aspectRatio" = case when $6 then coalesce($9, v."aspectRatio") else coalesce(v."aspectRatio", $9) end,
      "videoQuality" = case when $6 then coalesce($10, v."videoQuality") else coalesce(v."videoQuality", $10) end,
      "maxWidth" = case when $6 then coalesce($11, v."maxWidth") else coalesce(v."maxWidth", $11) end,
      "maxHeight" = case when $6 then coalesce($12, v."maxHeight") else coalesce(v."maxHeight", $12) end,
      "maxFrameRate" = case when $6 then coalesce($13, v."maxFrameRate") else coalesce(v."maxFrameRate", $13) end,
      "languageCode" = coalesce(v."languageCode", $14),
      "resolutionTier" = case when $6 then coalesce($15, v."resolutionTier") else coalesce(v."resolutionTier", $15) end
    from %1$s o left join private.video_transition t on t.event = $2 and t."from" = o.status
    where v.id = $1 and o.id = v.id
  $sql$, tbl)
  using row_id, name, private.mux_error_message(name, data), subject.asset, subject.upload, settled,
    filled.playback_id, filled.duration, filled.aspect_ratio, filled.quality, filled.max_width,
    filled.max_height, filled.max_frame_rate, filled.language, filled.tier;
end
$$;

-- Events of an asset or upload that was replaced say nothing about the row. A place on the local host
-- may still turn into an upload to Mux.
create function private.mux_is_of_another(tbl regclass, row_id uuid, event jsonb) returns boolean
language plpgsql set search_path = '' as $$
declare
  subject record := private.mux_subject(event);
  kept_asset text;
  kept_upload text;
begin
  execute format('select "muxAssetId", "muxUploadId" from %s where id = $1', tbl)
    using row_id into kept_asset, kept_upload;
  if kept_asset is not null and subject.asset is not null then
    return kept_asset <> subject.asset;
  end if;
  return kept_upload <> subject.upload
    and not (kept_upload like 'local-%' and subject.upload not like 'local-%');
end
$$;

create function private.enqueue_mux(task text, payload json, key text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- On a database without Telloom's worker nobody would take it; the sweep of a later one finds it.
  if to_regnamespace('graphile_worker') is not null then
    perform graphile_worker.add_job(task, payload, job_key => key, max_attempts => 25);
  end if;
end
$$;
comment on function private.enqueue_mux(text, json, text) is
  'Definer: service_role and those who delete hold no right on the job queue.';

-- A text track: its words are fetched by a job, once, unless a person has written them already.
create function private.take_mux_track(tbl regclass, row_id uuid, event jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  track jsonb := event -> 'data';
  asset text := (private.mux_subject(event)).asset;
  what text := event ->> 'type';
  language text := nullif(nullif(track ->> 'language_code', 'auto'), 'und');
  is_new boolean;
  over boolean := exists (select from private.mux_event e where e.payload #>> '{data,id}' = track ->> 'id'
    and e.type in ('video.asset.track.ready', 'video.asset.track.errored', 'video.asset.track.deleted'));
begin
  if track ->> 'type' is distinct from 'text' or track ->> 'id' is null then
    return;
  end if;
  if tbl = 'public."Video"'::regclass and (what = 'video.asset.track.errored' or not over) then
    update public."Video" set "transcriptPending" = not over where id = row_id;
  end if;
  if what <> 'video.asset.track.ready' or private.mux_gone('video.asset.track', track ->> 'id') then
    return;
  end if;
  execute format('update %s set "languageCode" = coalesce($2, "languageCode") where id = $1', tbl)
    using row_id, language;
  if tbl = 'public."Video"'::regclass then
    insert into public."VideoTranscript" ("videoId", source, type, language, name, "muxTrackId", "muxAssetId")
    values (row_id, 'Mux', 'captions', language, track ->> 'name', track ->> 'id', asset)
    on conflict ("videoId") do nothing;
    is_new := found;
    update public."Video" set "transcriptPending" = true where id = row_id and is_new;
  else
    insert into public."TopicVideoTranscript" ("topicVideoId", source, type, language, name, "muxTrackId", "muxAssetId")
    select row_id, 'Mux', 'captions', language, track ->> 'name', track ->> 'id', asset
    where not exists (select from public."TopicVideoTranscript" t where t."topicVideoId" = row_id);
    is_new := found;
  end if;
  if is_new then
    perform private.enqueue_mux('mux.captions', json_build_object('trackId', track ->> 'id'),
      'mux.captions ' || (track ->> 'id'));
  end if;
end
$$;

-- The best file for keeping that there is: highest before any other picture, sound alone last.
create function private.take_mux_rendition(tbl regclass, row_id uuid, event jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  what text := event ->> 'type';
  data jsonb := event -> 'data';
  files jsonb := case when what like 'video.asset.static_renditions.%' then data #> '{static_renditions,files}'
    else jsonb_build_array(data) end;
  made text;
begin
  if what in ('video.asset.static_rendition.ready', 'video.asset.static_renditions.ready')
    and jsonb_typeof(files) = 'array'
  then
    made := (
      select f ->> 'name' from jsonb_array_elements(files) f
      where f ->> 'name' is not null and coalesce(f ->> 'status', 'ready') = 'ready'
        and not private.mux_gone('video.asset.static_rendition', f ->> 'id')
      order by private.download_rank(f ->> 'name') desc limit 1);
    execute format($sql$update %s set "downloadFile" = $2
      where id = $1 and private.download_rank($2) > private.download_rank("downloadFile")$sql$, tbl)
      using row_id, made;
  elsif what = 'video.asset.static_rendition.deleted' then
    execute format('update %s set "downloadFile" = null where id = $1 and "downloadFile" = $2', tbl)
      using row_id, data ->> 'name';
  elsif what = 'video.asset.static_renditions.deleted' then
    execute format('update %s set "downloadFile" = null where id = $1', tbl) using row_id;
  end if;
end
$$;

create function private.download_rank(file text) returns integer
language sql immutable set search_path = '' as $$
  select case
    when file is null then 0
    when file like '%.m4a' then 1
    when file in ('highest.mp4', 'high.mp4', 'capped-1080p.mp4') then 10000
    else 1 + coalesce(substring(file from '^(\d{3,4})p\.mp4$')::integer, 1)
  end
$$;

create function private.take_mux_event(tbl regclass, row_id uuid, event jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.apply_mux_event(tbl, row_id, event);
  if event ->> 'type' like 'video.asset.track.%' then
    if not private.drop_copied_tracks(row_id) then
      perform private.take_mux_track(tbl, row_id, event);
    end if;
  elsif event ->> 'type' ~ '^video\.asset\.static_renditions?\.' then
    perform private.take_mux_rendition(tbl, row_id, event);
  end if;
end
$$;

create function public.handle_mux_webhook(payload jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  event_type text := payload ->> 'type';
  asset text;
  tbl regclass;
  target uuid;
  was_unknown boolean;
begin
  if payload is null or jsonb_typeof(payload) <> 'object' or event_type is null
    or jsonb_typeof(payload -> 'data') is distinct from 'object'
  then
    raise invalid_parameter_value using message = 'payload is not a Mux event: it needs type and data';
  end if;
  insert into private.mux_event as known (id, type, payload)
  values (coalesce(payload ->> 'id', 'unnamed-' || md5(payload::text)), event_type, payload)
  on conflict (id) do update set error = null where known.error is not null;
  if not found then
    return null;
  end if;
  asset := (private.mux_subject(payload)).asset;
  select f.tbl, f.row_id into tbl, target from private.find_by_mux(payload) f;
  if target is null or private.mux_is_of_another(tbl, target, payload) is true then
    return target;
  end if;
  execute format('select "muxAssetId" is null from %s where id = $1', tbl) using target into was_unknown;
  perform private.take_mux_event(tbl, target, payload);
  if was_unknown then
    -- what came before anybody knew whose asset it is
    perform private.take_mux_event(tbl, target, e.payload) from private.mux_event e
    where (e.payload #>> '{data,id}' = asset or e.payload #>> '{data,asset_id}' = asset)
      and e.payload ->> 'id' is distinct from handle_mux_webhook.payload ->> 'id';
  end if;
  return target;
end
$$;
comment on function public.handle_mux_webhook(jsonb) is
  'Takes one event as Mux sends it, and moves the Video or TopicVideo it speaks of. Returns that row''s id; null for a repeated event, or one about nothing here. 22023 when payload is no event. For service_role alone. Definer: events come from no person.';

create function public.update_video_status(video_id uuid, new_status public."VideoStatus") returns void
language plpgsql set search_path = '' as $$
begin
  if video_id is null or new_status is null then
    raise null_value_not_allowed using message = 'video_id and new_status are needed';
  end if;
  update public."Video" set status = new_status,
    "errorMessage" = case when new_status = 'ERRORED' then "errorMessage" end
  where id = video_id;
  if not found then
    raise no_data_found using message = 'there is no such video';
  end if;
end
$$;
comment on function public.update_video_status(uuid, public."VideoStatus") is
  'Sets a status by hand, also backwards, for service_role and admins. 22004 for a null, P0002 when there is no such video.';

select private.grant_functions(array[
    'private.mux_subject(jsonb)', 'private.find_by_mux(jsonb)', 'private.mux_gone(text, text)',
    'private.mux_transition_event(jsonb, text)', 'private.mux_error_message(text, jsonb)',
    'private.to_number(text)', 'private.mux_asset_columns(jsonb)',
    'private.apply_mux_event(regclass, uuid, jsonb)', 'private.mux_is_of_another(regclass, uuid, jsonb)',
    'private.take_mux_track(regclass, uuid, jsonb)',
    'private.take_mux_rendition(regclass, uuid, jsonb)', 'private.take_mux_event(regclass, uuid, jsonb)',
    'private.download_rank(text)'
  ]::regprocedure[], '');
select private.grant_functions(array[
    'private.enqueue_mux(text, json, text)', 'public.handle_mux_webhook(jsonb)'
  ]::regprocedure[], 'service_role');
select private.grant_functions('{"public.update_video_status(uuid, public.\"VideoStatus\")"}', 'service_role, telloom_admin');
