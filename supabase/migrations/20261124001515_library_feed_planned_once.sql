-- The feed is planned once for each connection: as SQL its join, with the policies of five tables in
-- it, was planned anew for every call, which took as long as running it.

create or replace function api.feed(before timestamptz, before_id uuid, max integer)
returns setof api.story
language plpgsql stable set search_path = '' as $$
begin
  return query
    select s.* from api.story s
    where s.id = any (array(
        select c from private.feed_candidates(before, before_id, least(greatest(max, 1), 101)) c))
      and s."videoStatus" = 'READY'
    order by s."createdAt" desc, s.id desc;
end
$$;
