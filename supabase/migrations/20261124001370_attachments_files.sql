-- The files behind attachments: how they arrive, what became of them, and taking a removal back.

alter table public."PromptResponseAttachment"
  add column state text not null default 'ready'
    check (state in ('waiting', 'processing', 'ready', 'refused')),
  add column problem text,
  add column width integer,
  add column height integer,
  add column "objectId" uuid references public."Object" (id) on delete set null;
comment on column public."PromptResponseAttachment".state is
  'waiting for its bytes, processing them, ready, or refused for what problem says. Rows made without the local host are ready.';
comment on column public."PromptResponseAttachment".width is
  'With height: pixels of a photo as it is shown, after its orientation. Null where there is no picture to show.';
comment on column public."PromptResponseAttachment"."objectId" is
  'The object that it shows. Who sees it is decided by its story all the same.';
create index on public."PromptResponseAttachment" ("objectId");
create index on public."PromptResponseAttachment" ("profileSharerId", "uploadedAt" desc, id desc);
grant update ("objectId") on public."PromptResponseAttachment" to authenticated;

create function private.check_attachment_object() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select from public."Object" o join public."ProfileSharer" s on s."profileId" = o."userId"
    where o.id = new."objectId" and s.id = new."profileSharerId"
  ) then
    raise check_violation using message = 'an attachment shows an object of its own storyteller';
  end if;
  return new;
end
$$;
comment on function private.check_attachment_object() is
  'Definer: the policy of Object asks the story, and this asks who owns the object.';
-- before the foreign key is looked at: an object that is not there gets the same answer
create trigger attachment_object_check before insert or update of "objectId"
  on public."PromptResponseAttachment" for each row when (new."objectId" is not null)
  execute function private.check_attachment_object();

-- Uploads ---------------------------------------------------------------------------------

create table private.attachment_upload (
  id uuid primary key default gen_random_uuid(),
  "attachmentId" uuid not null unique
    references public."PromptResponseAttachment" (id) on delete cascade,
  "createdBy" uuid references public."Profile" (id) on delete set null,
  "idempotencyKey" uuid,
  "createdAt" timestamptz not null default now(),
  "completedAt" timestamptz,
  unique ("createdBy", "idempotencyKey")
);
comment on table private.attachment_upload is
  'One upload for each attachment. The bytes lie with the recordings'' originals, under the upload''s id.';
select private.close_table('private.attachment_upload');

create function api.start_attachment(response uuid, file_name text, size integer, object uuid,
  idempotency_key uuid, out "attachmentId" uuid, out "uploadId" uuid)
language plpgsql security definer set search_path = '' as $$
declare
  sharer uuid := (
    select r."profileSharerId" from public."PromptResponse" r
    where r.id = response and r."profileSharerId" = any (private.managed_sharers())
  );
begin
  if file_name is null or size is null then
    raise null_value_not_allowed using message = 'file_name and size are needed';
  end if;
  if sharer is null then
    raise insufficient_privilege using message = 'only the storyteller or their keeper adds to a story';
  end if;
  select u."attachmentId", u.id into "attachmentId", "uploadId" from private.attachment_upload u
  where u."createdBy" = private.uid() and u."idempotencyKey" = idempotency_key;
  if "uploadId" is not null then
    return;
  end if;
  insert into public."PromptResponseAttachment"
    ("promptResponseId", "profileSharerId", "fileName", "fileSize", "objectId", state)
  values (response, sharer, left(file_name, 255), size, object, 'waiting')
  returning id into "attachmentId";
  insert into private.attachment_upload ("attachmentId", "createdBy", "idempotencyKey")
  values (start_attachment."attachmentId", private.uid(), idempotency_key)
  returning id into "uploadId";
end
$$;
comment on function api.start_attachment(uuid, text, integer, uuid, uuid) is
  'Makes a waiting attachment with its upload; the same idempotency key gives the same again. 42501 not the manager of the story, 22004 something is missing, 23514 an object of somebody else''s. Definer: state is not a client''s to write.';

create function api.my_attachment_upload(upload_or_attachment uuid)
returns table (id uuid, "attachmentId" uuid, "completedAt" timestamptz)
language sql stable security definer set search_path = '' as $$
  select u.id, u."attachmentId", u."completedAt"
  from private.attachment_upload u
  join public."PromptResponseAttachment" a on a.id = u."attachmentId"
  where (u.id = upload_or_attachment or u."attachmentId" = upload_or_attachment)
    and a."profileSharerId" = any (private.managed_sharers())
$$;
comment on function api.my_attachment_upload(uuid) is
  'The upload, where the caller manages its attachment; no row otherwise. Definer: clients do not read private.attachment_upload.';

create function private.finish_attachment(upload uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  done uuid;
begin
  update private.attachment_upload u set "completedAt" = now()
  where u.id = upload and u."completedAt" is null returning u."attachmentId" into done;
  if done is null then
    return false;
  end if;
  update public."PromptResponseAttachment" set state = 'processing' where id = done;
  perform graphile_worker.add_job('attachments.process', json_build_object('attachmentId', done),
    job_key => 'attachments.process ' || done, max_attempts => 5);
  return true;
end
$$;
comment on function private.finish_attachment(uuid) is
  'All bytes lie safely on the disk. False when there is no such upload or it was finished before. Definer: enqueues the job in the transaction that needs it.';

-- Taking a removal back -------------------------------------------------------------------

create table private.removed_attachment (
  id uuid primary key,
  attachment jsonb not null,
  upload jsonb,
  tags jsonb not null,
  "removedAt" timestamptz not null default now()
);
comment on table private.removed_attachment is
  'Attachments as they were when they were deleted, until their files are gone too.';
select private.close_table('private.removed_attachment');

create function private.note_removed_attachment() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.removed_attachment (id, attachment, upload, tags) values (
    old.id,
    to_jsonb(old),
    (select to_jsonb(u) from private.attachment_upload u where u."attachmentId" = old.id),
    (select coalesce(jsonb_agg(j."personTagId"), '[]')
     from public."PromptResponseAttachmentPersonTag" j where j."promptResponseAttachmentId" = old.id)
  );
  return old;
end
$$;
comment on function private.note_removed_attachment() is
  'Definer: whoever deletes an attachment, its story or a person holds no right on this list.';
create trigger attachment_note_removed before delete on public."PromptResponseAttachment"
  for each row execute function private.note_removed_attachment();

create function api.restore_attachment(attachment uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  note private.removed_attachment;
  was public."PromptResponseAttachment";
begin
  delete from private.removed_attachment r
  where r.id = restore_attachment.attachment
    and (r.attachment ->> 'profileSharerId')::uuid = any (private.managed_sharers())
  returning r.* into note;
  if note.id is null then
    raise no_data_found using message = 'there is no such attachment to take back';
  end if;
  was := jsonb_populate_record(null::public."PromptResponseAttachment", note.attachment);
  if not exists (select from public."Object" o where o.id = was."objectId") then
    was."objectId" := null;
  end if;
  insert into public."PromptResponseAttachment" select was.*;
  insert into private.attachment_upload
    select u.* from jsonb_populate_record(null::private.attachment_upload, note.upload) u
    where u.id is not null;
  insert into public."PromptResponseAttachmentPersonTag" ("promptResponseAttachmentId", "personTagId")
    select was.id, t.id from public."PersonTag" t
    where t.id in (select tag::uuid from jsonb_array_elements_text(note.tags) tag);
end
$$;
comment on function api.restore_attachment(uuid) is
  'Brings a deleted attachment back with the people in it, while its files are kept. P0002 there is none, or not the caller''s; 23503 its story is gone. Definer: what was removed is nobody''s to read.';

select private.grant_functions(
  '{private.check_attachment_object(),private.note_removed_attachment()}', '');
select private.grant_functions('{private.finish_attachment(uuid)}', 'service_role');
select private.grant_functions(array[
    'api.start_attachment(uuid, text, integer, uuid, uuid)', 'api.my_attachment_upload(uuid)',
    'api.restore_attachment(uuid)'
  ]::regprocedure[], 'authenticated');
