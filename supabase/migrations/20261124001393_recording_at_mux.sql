-- A browser may send a recording straight to Mux. Then nothing of it arrives here, its upload is never
-- completed, and its asset alone says that it has come: it is to be told of, and not to be cleared away.

create or replace function api.my_untold_recordings()
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
    and v."profileSharerId" = any (private.managed_sharers())
    and num_nonnulls(p.id, c.id) = 1
    and private.is_untold(v.id)
  order by u."createdAt" desc
$$;

create or replace function private.abandon_upload(upload uuid) returns boolean
language plpgsql set search_path = '' as $$
begin
  delete from public."Video" v using private.upload u
  where u.id = upload and u."videoId" = v.id and u."completedAt" is null and v."muxAssetId" is null
    and private.is_untold(v.id);
  return found;
end
$$;
