-- Recordings at Mux: where they are sent to, and what must go there when they are deleted here.

create table private.mux_upload (
  "uploadId" text primary key,
  "videoId" uuid not null unique references public."Video" (id) on delete cascade,
  url text not null,
  "createdAt" timestamptz not null default now()
);
comment on table private.mux_upload is
  'The direct upload under way for a recording. url is a right to write, so it stays in here.';
select private.close_table('private.mux_upload');

-- The recording goes to Mux: what the local host called it no longer names it.
create function private.begin_mux_upload(video uuid, upload text, address text) returns void
language plpgsql set search_path = '' as $$
begin
  insert into private.mux_upload ("uploadId", "videoId", url) values (upload, video, address)
  on conflict ("videoId") do update set "uploadId" = excluded."uploadId", url = excluded.url, "createdAt" = now();
  update public."Video" set "muxUploadId" = upload,
    "muxAssetId" = case when "muxAssetId" not like 'local-%' then "muxAssetId" end
  where id = video;
end
$$;

create table private.removed_asset (
  id uuid primary key default gen_random_uuid(),
  "assetId" text,
  "uploadId" text,
  "removedAt" timestamptz not null default now()
);
comment on table private.removed_asset is 'Deleted here, and to be deleted at Mux: until Mux has done it.';
select private.close_table('private.removed_asset');

create function private.note_removed_asset() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  noted uuid;
begin
  insert into private.removed_asset ("assetId", "uploadId") values (
    case when old."muxAssetId" not like 'local-%' then old."muxAssetId" end,
    case when old."muxUploadId" not like 'local-%' then old."muxUploadId" end)
  returning id into noted;
  perform private.enqueue_mux('mux.delete', json_build_object('id', noted), 'mux.delete ' || noted);
  return null;
end
$$;
comment on function private.note_removed_asset() is
  'Definer: whoever deletes a recording, a sharer or a person holds no right on this list.';
create trigger video_note_removed_asset after delete on public."Video" for each row
  when (old."muxAssetId" not like 'local-%' or old."muxUploadId" not like 'local-%')
  execute function private.note_removed_asset();
create trigger topic_video_note_removed_asset after delete on public."TopicVideo" for each row
  when (old."muxAssetId" not like 'local-%' or old."muxUploadId" not like 'local-%')
  execute function private.note_removed_asset();

select private.grant_functions('{private.note_removed_asset()}', '');
select private.grant_functions('{"private.begin_mux_upload(uuid, text, text)"}', 'service_role');

create function private.send_to_mux(video uuid) returns void
language sql set search_path = '' as $$
  select private.enqueue_mux('mux.send', json_build_object('videoId', video), 'mux.send ' || video)
$$;

-- Recordings of which Mux has said nothing for ten minutes. `all_kept`: also those whose original
-- waits here to be sent there.
create function private.stuck_at_mux(all_kept boolean)
returns table (id uuid, "isTopic" boolean, "assetId" text, "uploadId" text, kept boolean)
language sql stable set search_path = '' as $$
  select f.id, f.is_topic,
    case when f."muxAssetId" not like 'local-%' then f."muxAssetId" end,
    case when f."muxUploadId" not like 'local-%' then f."muxUploadId" end,
    f.kept
  from (
    select v.id, false as is_topic, v."muxAssetId", v."muxUploadId", v.status, v."updatedAt",
      v."transcriptPending", exists (
        select from private.upload u where u."videoId" = v.id and u."completedAt" is not null) as kept
    from public."Video" v
    union all
    select v.id, true, v."muxAssetId", v."muxUploadId", v.status, v."updatedAt", false, false
    from public."TopicVideo" v
  ) f
  where (f.status in ('WAITING', 'ASSET_CREATED', 'PREPARING') or (f.status = 'READY' and f."transcriptPending"))
    and f."updatedAt" < now() - interval '10 minutes'
    and (f."muxAssetId" not like 'local-%' or f."muxUploadId" not like 'local-%'
      or (all_kept and f.kept and f.status = 'ASSET_CREATED'))
  order by f."updatedAt"
$$;
select private.grant_functions(array[
    'private.send_to_mux(uuid)', 'private.stuck_at_mux(boolean)'
  ]::regprocedure[], 'service_role');
