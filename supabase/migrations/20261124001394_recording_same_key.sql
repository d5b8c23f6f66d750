-- A device whose connection broke asks again while its first request is still under way. It is given
-- the same place then too: whoever has the same key waits.

create or replace function api.start_recording(sharer uuid, prompt uuid, kind text, content_type text,
  file_name text, idempotency_key uuid, out "videoId" uuid, out "uploadId" uuid)
language plpgsql security definer set search_path = '' as $$
begin
  if not (sharer = any (private.managed_sharers())) then
    raise insufficient_privilege using message = 'only the storyteller or their keeper records';
  end if;
  if not (select s."subscriptionStatus" from public."ProfileSharer" s where s.id = sharer) then
    raise insufficient_privilege using message = 'recording anew waits for the subscription',
      detail = 'subscription-ended';
  end if;
  if not exists (select from public."Prompt" p where p.id = prompt) then
    raise no_data_found using message = 'there is no such question';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(idempotency_key::text, 1394));
  select u."videoId", u.id into "videoId", "uploadId" from private.upload u
  where u."createdBy" = private.uid() and u."idempotencyKey" = idempotency_key;
  if "uploadId" is not null then
    return;
  end if;
  "videoId" := gen_random_uuid();
  "uploadId" := gen_random_uuid();
  insert into public."Video" (id, "profileSharerId", "promptId", passthrough, "muxUploadId")
  values ("videoId", sharer, prompt, "videoId"::text, 'local-' || "uploadId");
  insert into private.upload (id, "videoId", "createdBy", "idempotencyKey", kind, "fileName", "contentType")
  values ("uploadId", "videoId", private.uid(), idempotency_key, kind, left(file_name, 255), left(content_type, 255));
end
$$;
