-- One door for both video hosts: Mux sends its webhooks here, and the local host makes the same
-- events. https://www.mux.com/docs/core/listen-for-webhooks

create table private.mux_event (
  id text primary key,
  type text not null,
  payload jsonb not null,
  "receivedAt" timestamptz not null default now()
);
comment on table private.mux_event is 'Each event once, by its id: a repeated delivery does nothing.';
select private.close_table('private.mux_event');

-- Where an event leads. Events come late, twice and out of order, so a status only ever moves
-- forward through this order, whatever the order of arrival; a playable asset outweighs an error.
create function private.video_status_rank(status public."VideoStatus") returns integer
language sql immutable set search_path = '' as $$
  select array_position(
    array['WAITING', 'ASSET_CREATED', 'PREPARING', 'ERRORED', 'READY']::public."VideoStatus"[], status)
$$;

create function private.mux_event_status(type text, data jsonb) returns public."VideoStatus"
language sql immutable set search_path = '' as $$
  select (case
    when type = 'video.upload.created' then 'WAITING'
    when type = 'video.upload.asset_created' then 'ASSET_CREATED'
    when type in ('video.upload.errored', 'video.upload.cancelled', 'video.asset.errored') then 'ERRORED'
    when type = 'video.asset.ready' then 'READY'
    when type = 'video.asset.created' then 'PREPARING'
    when type = 'video.asset.updated' then case data ->> 'status'
      when 'preparing' then 'PREPARING' when 'ready' then 'READY' when 'errored' then 'ERRORED' end
  end)::public."VideoStatus"
$$;

create function private.mux_error_message(type text, data jsonb) returns text
language sql immutable set search_path = '' as $$
  select case
    when type = 'video.upload.cancelled' then 'The upload was cancelled.'
    when private.mux_event_status(type, data) = 'ERRORED' then coalesce(
      (select nullif(string_agg(m, ' '), '') from jsonb_array_elements_text(
        case when jsonb_typeof(data #> '{errors,messages}') = 'array'
          then data #> '{errors,messages}' else '[]' end) m),
      data #>> '{error,message}',
      'The recording could not be made ready.')
  end
$$;

create function private.to_number(value text) returns double precision
language sql immutable set search_path = '' as $$
  select case when value ~ '^-?\d{1,15}(\.\d{1,15})?$' then value::double precision end
$$;

-- The columns that an event's `data` fills, as far as it says anything about them.
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
  quality := coalesce(data ->> 'video_quality', data ->> 'encoding_tier');
  max_width := private.to_number(picture ->> 'max_width');
  max_height := private.to_number(picture ->> 'max_height');
  -- Mux says -1 where it does not know
  max_frame_rate := nullif(private.to_number(coalesce(
    picture ->> 'max_frame_rate', data ->> 'max_stored_frame_rate')), -1);
  language := (
    select t ->> 'language_code' from jsonb_array_elements(tracks) t
    where t ->> 'type' in ('text', 'audio') and nullif(t ->> 'language_code', 'auto') is not null
      and t ->> 'language_code' <> 'und'
    order by t ->> 'type' = 'text' desc limit 1
  );
  tier := coalesce(data ->> 'resolution_tier', data ->> 'max_resolution_tier');
end
$$;

-- Which row an event speaks of, by the surest mark that it carries.
create function private.find_by_mux(in tbl regclass, in type text, in data jsonb, out row_id uuid)
language plpgsql set search_path = '' as $$
declare
  ours text := coalesce(data ->> 'passthrough', data #>> '{new_asset_settings,passthrough}');
  upload text := case when type like 'video.upload.%' then data ->> 'id' else data ->> 'upload_id' end;
  asset text := case
    when type like 'video.asset.%' and type not like 'video.asset.track.%'
      and type not like 'video.asset.static_rendition.%' then data ->> 'id'
    else data ->> 'asset_id' end;
begin
  execute format($sql$
    select v.id from %s v
    where v."muxAssetId" = $1 or v."muxUploadId" = $2 or v.passthrough = $3
    order by (v.passthrough = $3) is true desc, (v."muxUploadId" = $2) is true desc
    limit 1 for update $sql$, tbl)
  into row_id using asset, upload, ours;
end
$$;

create function private.apply_mux_event(tbl regclass, row_id uuid, type text, data jsonb)
returns void language plpgsql set search_path = '' as $$
declare
  target public."VideoStatus" := private.mux_event_status(type, data);
  of_asset boolean := type in ('video.asset.created', 'video.asset.updated', 'video.asset.ready',
    'video.asset.errored');
  asset text := case when of_asset then data ->> 'id' else data ->> 'asset_id' end;
  upload text := case when type like 'video.upload.%' then data ->> 'id' else data ->> 'upload_id' end;
  filled record := private.mux_asset_columns(case when of_asset then data end);
begin
  execute format($sql$
    update %s v set
      status = case when moves then $2 else v.status end,
      "errorMessage" = case when moves then $3 else v."errorMessage" end,
      progress = case when moves and $2 in ('READY', 'ERRORED') then null else v.progress end,
      "muxAssetId" = coalesce(v."muxAssetId", $4),
      "muxUploadId" = coalesce(v."muxUploadId", $5),
      "muxPlaybackId" = coalesce(v."muxPlaybackId", $6),
      duration = coalesce($7, v.duration),
      "aspectRatio" = coalesce($8, v."aspectRatio"),
      "videoQuality" = coalesce($9, v."videoQuality"),
      "maxWidth" = coalesce($10, v."maxWidth"),
      "maxHeight" = coalesce($11, v."maxHeight"),
      "maxFrameRate" = coalesce($12, v."maxFrameRate"),
      "languageCode" = coalesce(v."languageCode", $13),
      "resolutionTier" = coalesce($14, v."resolutionTier")
    from (
      select o.id, private.video_status_rank($2) > private.video_status_rank(o.status) is true as moves
      from %1$s o where o.id = $1
    ) old
    where v.id = old.id
      -- an event of another asset (one that was replaced) says nothing about this one
      and ($4 is null or v."muxAssetId" is null or v."muxAssetId" = $4)
  $sql$, tbl)
  using row_id, target, private.mux_error_message(type, data), asset, upload,
    filled.playback_id, filled.duration, filled.aspect_ratio, filled.quality, filled.max_width,
    filled.max_height, filled.max_frame_rate, filled.language, filled.tier;
end
$$;

create function public.handle_mux_webhook(payload jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  event_type text := payload ->> 'type';
  data jsonb := payload -> 'data';
  target uuid;
begin
  if payload is null or jsonb_typeof(payload) <> 'object' or event_type is null
    or jsonb_typeof(data) is distinct from 'object'
  then
    raise invalid_parameter_value using message = 'payload is not a Mux event: it needs type and data';
  end if;
  insert into private.mux_event (id, type, payload)
  values (coalesce(payload ->> 'id', 'unnamed-' || md5(payload::text)), event_type, payload)
  on conflict (id) do nothing;
  if not found then
    return null;
  end if;
  target := private.find_by_mux('public."Video"', event_type, data);
  if target is not null then
    perform private.apply_mux_event('public."Video"', target, event_type, data);
    return target;
  end if;
  target := private.find_by_mux('public."TopicVideo"', event_type, data);
  if target is not null then
    perform private.apply_mux_event('public."TopicVideo"', target, event_type, data);
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
    'private.video_status_rank(public."VideoStatus")', 'private.mux_event_status(text, jsonb)',
    'private.mux_error_message(text, jsonb)', 'private.to_number(text)',
    'private.mux_asset_columns(jsonb)', 'private.find_by_mux(regclass, text, jsonb)',
    'private.apply_mux_event(regclass, uuid, text, jsonb)'
  ]::regprocedure[], '');
select private.grant_functions('{"public.handle_mux_webhook(jsonb)"}', 'service_role');
select private.grant_functions('{"public.update_video_status(uuid, public.\"VideoStatus\")"}', 'service_role, telloom_admin');
