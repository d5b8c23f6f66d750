-- Recordings that nobody can watch yet: to go on with them on another device, and to clear away those
-- that never came. A browser may send a recording straight to Mux: nothing of it arrives here, its upload
-- is never completed, and its asset alone says that it has come.

-- Not a story, not shown for a topic, not a telling that gave way to another, and no part of another.
create function private.is_untold(video uuid) returns boolean
language sql stable set search_path = '' as $$
  select not exists (select from public."PromptResponse" r where r."videoId" = video)
    and not exists (select from public."TopicVideo" t where t."videoId" = video)
    and not exists (select from public."EarlierTelling" e where e."videoId" = video)
    and not exists (select from public."TrimmedVideo" t where t."videoId" = video)
$$;

create function api.my_untold_recordings()
returns table ("videoId" uuid, "uploadId" uuid, "promptId" uuid, "promptText" text, "topicId" uuid,
  "topicTitle" text, kind text, "createdAt" timestamptz, seconds double precision, complete boolean)
language sql stable security definer set search_path = '' as $$
  select v.id, u.id, p.id, p."promptText", c.id, c.category, u.kind, u."createdAt", u."arrivedSeconds",
    u."completedAt" is not null or v."muxAssetId" is not null
  from private.upload u
  join public."Video" v on v.id = u."videoId"
  left join public."Prompt" p on p.id = v."promptId"
  left join public."PromptCategory" c on c.id = u."topicId"
  where u."createdBy" = private.uid()
    and v."profileSharerId" = any (private.told_sharers())
    and num_nonnulls(p.id, c.id) = 1
    and private.is_untold(v.id)
  order by u."createdAt" desc
$$;
comment on function api.my_untold_recordings() is
  'What the caller began to record, for whom they act now, and nobody can watch yet; of questions and of topics, newest first. Definer: clients do not read private.upload.';

create function private.abandon_upload(upload uuid) returns boolean
language plpgsql set search_path = '' as $$
begin
  delete from public."Video" v using private.upload u
  where u.id = upload and u."videoId" = v.id and u."completedAt" is null and v."muxAssetId" is null
    and private.is_untold(v.id);
  return found;
end
$$;
comment on function private.abandon_upload(uuid) is
  'Deletes a recording that never came. False when it has arrived meanwhile, or somebody can watch it.';

select private.grant_functions('{api.my_untold_recordings()}', 'authenticated');
-- Asked before a recording becomes a story or a topic video, too.
select private.grant_functions('{private.is_untold(uuid)}', 'authenticated, service_role');
select private.grant_functions('{private.abandon_upload(uuid)}', 'service_role');
