-- Uploads of recordings on the local host. The bytes lie in a folder of the upload's id.

create table private.upload (
  id uuid primary key default gen_random_uuid(),
  "videoId" uuid not null unique references public."Video" (id) on delete cascade,
  "createdBy" uuid references public."Profile" (id) on delete set null,
  "idempotencyKey" uuid,
  kind text not null check (kind in ('video', 'audio')),
  "fileName" text,
  "contentType" text not null,
  bytes bigint check (bytes >= 0),
  sha256 text,
  "createdAt" timestamptz not null default now(),
  "completedAt" timestamptz,
  "arrivedSeconds" double precision check ("arrivedSeconds" >= 0),
  "topicId" uuid references public."PromptCategory" (id) on delete set null,
  unique ("createdBy", "idempotencyKey")
);
comment on table private.upload is
  'One upload for each recording. bytes and sha256 are those of the whole original, known when completedAt is.';
comment on column private.upload."arrivedSeconds" is
  'How much of the recording the bytes hold that are on the disk, as the recorder counts. Null for files.';
comment on column private.upload."topicId" is 'The topic that the recording sums up. Null: it answers a question.';
create index on private.upload ("topicId");
select private.close_table('private.upload');

-- A recording answers a question, or sums up a topic. Whether a subscription is needed is asked where
-- the row of Video arrives.
create function private.start_upload(sharer uuid, prompt uuid, topic uuid, kind text, content_type text,
  file_name text, idempotency_key uuid, out "videoId" uuid, out "uploadId" uuid)
language plpgsql set search_path = '' as $$
begin
  if not (sharer = any (private.managed_sharers())) then
    raise insufficient_privilege using message = 'only the storyteller or their keeper records';
  end if;
  if not exists (
    select from public."Prompt" p where p.id = prompt
    union all select from public."PromptCategory" c where c.id = topic
  ) then
    raise no_data_found using message = 'there is no such question or topic';
  end if;
  -- a device whose connection broke asks again while its first request is still under way
  perform pg_advisory_xact_lock(hashtextextended(idempotency_key::text, 1000));
  select u."videoId", u.id into "videoId", "uploadId" from private.upload u
  where u."createdBy" = private.uid() and u."idempotencyKey" = idempotency_key;
  if "uploadId" is not null then
    return;
  end if;
  "videoId" := gen_random_uuid();
  "uploadId" := gen_random_uuid();
  insert into public."Video" (id, "profileSharerId", "promptId", passthrough, "muxUploadId")
  values ("videoId", sharer, prompt, "videoId"::text, 'local-' || "uploadId");
  insert into private.upload
    (id, "videoId", "createdBy", "idempotencyKey", kind, "fileName", "contentType", "topicId")
  values ("uploadId", "videoId", private.uid(), idempotency_key, kind, left(file_name, 255),
    left(content_type, 255), topic);
end
$$;

create function api.start_recording(sharer uuid, prompt uuid, kind text, content_type text,
  file_name text, idempotency_key uuid, out "videoId" uuid, out "uploadId" uuid)
language sql security definer set search_path = '' as $$
  select * from private.start_upload(sharer, prompt, null, kind, content_type, file_name, idempotency_key)
$$;
comment on function api.start_recording(uuid, uuid, text, text, text, uuid) is
  'Makes a WAITING Video with its upload; the same idempotency key gives the same again. 42501 not the manager, or the subscription has ended; P0002 no such question. Definer: the host''s columns of Video are not a client''s to write.';

create function api.start_topic_recording(sharer uuid, topic uuid, kind text, content_type text,
  file_name text, idempotency_key uuid, out "videoId" uuid, out "uploadId" uuid)
language sql security definer set search_path = '' as $$
  select * from private.start_upload(sharer, null, topic, kind, content_type, file_name, idempotency_key)
$$;
comment on function api.start_topic_recording(uuid, uuid, text, text, text, uuid) is
  'As start_recording, for a topic as a whole: the Video belongs to no question. P0002 no such topic. Definer: as start_recording.';

create function api.my_upload(upload_or_video uuid)
returns table (id uuid, "videoId" uuid, "contentType" text, "fileName" text, "completedAt" timestamptz,
  bytes bigint, sha256 text)
language sql stable security definer set search_path = '' as $$
  select u.id, u."videoId", u."contentType", u."fileName", u."completedAt", u.bytes, u.sha256
  from private.upload u
  join public."Video" v on v.id = u."videoId"
  where (u.id = upload_or_video or u."videoId" = upload_or_video)
    and v."profileSharerId" = any (private.managed_sharers())
$$;
comment on function api.my_upload(uuid) is
  'The upload, where the caller manages its recording; no row otherwise. Definer: clients do not read private.upload.';

-- The whole recording has arrived and lies safely on the disk. Once: a repetition does nothing.
create function private.finish_upload(upload uuid, size bigint) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  done private.upload;
begin
  update private.upload u set bytes = size, "completedAt" = now()
  where u.id = upload and u."completedAt" is null returning u.* into done;
  if done.id is null then
    return false;
  end if;
  perform public.handle_mux_webhook(jsonb_build_object(
    'id', 'local-uploaded-' || upload,
    'type', 'video.upload.asset_created',
    'data', jsonb_build_object('id', 'local-' || upload, 'asset_id', 'local-' || done."videoId",
      'new_asset_settings', jsonb_build_object('passthrough', done."videoId"))));
  perform graphile_worker.add_job('videos.process', json_build_object('videoId', done."videoId"),
    job_key => 'videos.process ' || done."videoId", max_attempts => 5);
  return true;
end
$$;
comment on function private.finish_upload(uuid, bigint) is
  'Definer: enqueues the job in the transaction that needs it. False when it was finished before.';

-- Files go a while after their rows, so that a mistake can still be mended by hand.
create table private.removed_upload (
  "uploadId" uuid primary key,
  "videoId" uuid not null,
  "removedAt" timestamptz not null default now()
);
comment on table private.removed_upload is 'Uploads whose recording was deleted, until their files are gone too.';
select private.close_table('private.removed_upload');

create function private.note_removed_upload() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.removed_upload ("uploadId", "videoId") values (old.id, old."videoId");
  return null;
end
$$;
comment on function private.note_removed_upload() is
  'Definer: whoever deletes a recording, a sharer or a person holds no right on this list.';
select private.grant_functions('{private.note_removed_upload()}', '');
create trigger upload_note_removed after delete on private.upload
  for each row execute function private.note_removed_upload();

-- again: somebody asked for it, whatever is written down already.
create function private.request_transcript(video uuid, again boolean default false) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public."Video" set "transcriptPending" = true where id = video;
  perform graphile_worker.add_job('transcripts.make', json_build_object('videoId', video, 'again', again),
    job_key => 'transcripts.make ' || video, max_attempts => 3);
end
$$;
comment on function private.request_transcript(uuid, boolean) is 'Definer: service_role holds no right on the job queue.';
select private.grant_functions(array[
    'private.finish_upload(uuid, bigint)', 'private.request_transcript(uuid, boolean)'
  ]::regprocedure[], 'service_role');

select private.grant_functions(array[
    'api.start_recording(uuid, uuid, text, text, text, uuid)',
    'api.start_topic_recording(uuid, uuid, text, text, text, uuid)'
  ]::regprocedure[], 'authenticated');
select private.grant_functions('{"private.start_upload(uuid, uuid, uuid, text, text, text, uuid)"}', '');
select private.grant_functions('{api.my_upload(uuid)}', 'authenticated, service_role');
