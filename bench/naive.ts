/**
 * The policies as the words of a data model literally go: who may read is asked row by row, and an
 * admin is one more arm of every rule. For comparison alone, in a throw-away database.
 */
export const naivePolicies = `
  create schema naive;
  create function naive.is_admin(person uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
    select exists (select from public."ProfileRole" where "profileId" = person and role = 'ADMIN')
  $$;
  create function naive.is_listener_for(person uuid, sharer uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
    select exists (select from public."ProfileListener"
      where "listenerId" = person and "sharerId" = sharer and "hasAccess")
  $$;
  create function naive.is_executor_for(person uuid, sharer uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
    select exists (select from public."ProfileExecutor"
      where "executorId" = person and "sharerId" = sharer)
  $$;
  grant usage on schema naive to authenticated;
  drop policy reader_select on public."PromptResponse";
  create policy reader_select on public."PromptResponse" for select to authenticated using (
    naive.is_admin(auth.uid())
    or exists (select from public."ProfileSharer" s
      where s.id = "profileSharerId" and s."profileId" = auth.uid())
    or naive.is_executor_for(auth.uid(), "profileSharerId")
    or ("privacyLevel" = 'Public' and naive.is_listener_for(auth.uid(), "profileSharerId"))
  );
  drop policy reader_select on public."Video";
  create policy reader_select on public."Video" for select to authenticated using (
    naive.is_admin(auth.uid())
    or exists (select from public."ProfileSharer" s
      where s.id = "profileSharerId" and s."profileId" = auth.uid())
    or naive.is_executor_for(auth.uid(), "profileSharerId")
    or naive.is_listener_for(auth.uid(), "profileSharerId")
  );`;

/** Search as it is written without more ado, for the same policies. */
export const naiveSearch = `select id, ts_rank(search_vector, q) as rank
  from public."PromptResponse", private.to_query($1, $2) q
  where search_vector @@ q order by rank desc limit 30`;

/** Likewise the feed. */
export const naiveFeed = `select r.*, v.duration, v."maxWidth"
  from public."PromptResponse" r join public."Video" v on v.id = r."videoId"
  where r."profileSharerId" in (select "sharerId" from public."ProfileListener" where "listenerId" = auth.uid())
    and v.status = 'READY'
  order by r."createdAt" desc, r.id desc limit 31`;
