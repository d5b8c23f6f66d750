-- What has arrived of a recording, also while it is still being made: receipts, and a way to keep
-- the part that reached the server when the device that sent it does not come back.

alter table private.upload add column "arrivedSeconds" double precision check ("arrivedSeconds" >= 0);
comment on column private.upload."arrivedSeconds" is
  'How much of the recording the bytes hold that are on the disk, as the recorder counts. Null for files.';

drop function api.my_upload(uuid);
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

create function api.my_untold_recordings()
returns table ("videoId" uuid, "uploadId" uuid, "promptId" uuid, "promptText" text, kind text,
  "createdAt" timestamptz, seconds double precision, complete boolean)
language sql stable security definer set search_path = '' as $$
  select v.id, u.id, p.id, p."promptText", u.kind, u."createdAt", u."arrivedSeconds", u."completedAt" is not null
  from private.upload u
  join public."Video" v on v.id = u."videoId"
  join public."Prompt" p on p.id = v."promptId"
  where u."createdBy" = private.uid()
    and v."profileSharerId" = any (private.managed_sharers())
    and not exists (
      select from public."PromptResponse" r
      where r."promptId" = v."promptId" and r."profileSharerId" = v."profileSharerId")
  order by u."createdAt" desc
$$;
comment on function api.my_untold_recordings() is
  'What the caller began to record, of questions that have no story yet, newest first. Definer: clients do not read private.upload.';

select private.grant_functions(array[
    'api.my_upload(uuid)', 'api.my_untold_recordings()'
  ]::regprocedure[], 'authenticated, service_role');

-- A recording that never came is cleared away, but for one that a story waits for.
create function private.abandon_upload(upload uuid) returns boolean
language plpgsql set search_path = '' as $$
begin
  delete from public."Video" v using private.upload u
  where u.id = upload and u."videoId" = v.id and u."completedAt" is null
    and not exists (select from public."PromptResponse" r where r."videoId" = v.id);
  return found;
end
$$;
comment on function private.abandon_upload(uuid) is 'False when it has arrived meanwhile, or belongs to a story.';
select private.grant_functions('{private.abandon_upload(uuid)}', 'service_role');
