-- The feed of one storyteller or topic, and which story follows in the list that somebody watches.

alter table public."WatchingPreference" add column "playsOn" boolean not null default false;
comment on column public."WatchingPreference"."playsOn" is
  'Whether the next story of a list starts by itself, after a pause in which it can be stopped.';
grant insert ("playsOn"), update ("playsOn") on public."WatchingPreference" to authenticated;

create function private.feed_candidates_of(
  sharer uuid, topic uuid, before timestamptz, before_id uuid, wanted integer
) returns setof uuid rows 31
language plpgsql stable security definer set search_path = '' as $$
declare
  followed uuid[] := private.followed_sharers();
  managed uuid[] := private.managed_sharers();
  refused uuid[] := private.permitted_responses('{none}');
  named uuid[] := private.permitted_responses('{read,write}');
begin
  return query
    select r.id from public."PromptResponse" r
    join public."Video" v on v.id = r."videoId"
    left join public."Prompt" p on p.id = r."promptId"
    where r."profileSharerId" = any (followed) and r."profileSharerId" = coalesce(sharer, r."profileSharerId")
      and (topic is null or p."promptCategoryId" = topic)
      and (r."createdAt", r.id) < (coalesce(before, 'infinity'),
        coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      and v.status = 'READY'
      and private.may_hear(r."profileSharerId", r."privacyLevel", r.id, managed, refused, named)
    order by r."createdAt" desc, r.id desc limit wanted;
end
$$;
comment on function private.feed_candidates_of(uuid, uuid, timestamptz, uuid, integer) is
  'Definer: as feed_candidates(), of one storyteller or topic where they are given. Only ids that the caller may read.';

create function api.feed_of(sharer uuid, topic uuid, before timestamptz, before_id uuid, max integer)
returns setof api.story
language sql stable set search_path = '' as $$
  select s.* from api.story s
  where s.id = any (array(select c from private.feed_candidates_of(sharer, topic, before, before_id,
      least(greatest(max, 1), 101)) c))
    and s."videoStatus" = 'READY'
  order by s."createdAt" desc, s.id desc
$$;
comment on function api.feed_of(uuid, uuid, timestamptz, uuid, integer) is
  'As api.feed(), of one storyteller or topic where they are given.';

create function api.feed_topics() returns table (id uuid, title text, stories integer, unseen integer)
language sql stable set search_path = '' as $$
  select c.id, coalesce(c.category, ''), count(*)::integer,
    (count(*) filter (where w.id is null))::integer
  from private.feed_candidates_of(null, null, null, null, 5000) f (id)
  join public."PromptResponse" r on r.id = f.id
  join public."Prompt" p on p.id = r."promptId"
  join public."PromptCategory" c on c.id = p."promptCategoryId"
  left join public."PromptResponseRecentlyWatched" w
    on w."promptResponseId" = r.id and w."profileId" = (select private.uid())
  group by c.id
  order by c.position nulls last, c.category, c.id
$$;
comment on function api.feed_topics() is
  'The topics of the caller''s feed, with how many stories are in each and how many of them are new to the caller.';

create function api.next_in_feed(response uuid, sharer uuid, topic uuid) returns uuid
language sql stable set search_path = '' as $$
  select n.id from public."PromptResponse" r
  cross join lateral private.feed_candidates_of(sharer, topic, r."createdAt", r.id, 1) n (id)
  where r.id = response
$$;
comment on function api.next_in_feed(uuid, uuid, uuid) is
  'The story after this one in the feed, or in that of one storyteller or topic; null after the last.';

create function api.next_favorite(response uuid) returns uuid
language sql stable set search_path = '' as $$
  select n."promptResponseId"
  from public."PromptResponseFavorite" f
  join public."PromptResponseFavorite" n on n."profileId" = f."profileId"
    and (n."favoritedAt", n."promptResponseId") < (f."favoritedAt", f."promptResponseId")
  join api.story s on s.id = n."promptResponseId" and s."videoStatus" = 'READY'
  where f."profileId" = private.uid() and f."promptResponseId" = response
  order by n."favoritedAt" desc, n."promptResponseId" desc limit 1
$$;
comment on function api.next_favorite(uuid) is
  'The favourite after this one, of those that can be played and that the caller may still read; null after the last.';

select private.grant_functions(array[
    'private.feed_candidates_of(uuid, uuid, timestamptz, uuid, integer)',
    'api.feed_of(uuid, uuid, timestamptz, uuid, integer)', 'api.feed_topics()',
    'api.next_in_feed(uuid, uuid, uuid)', 'api.next_favorite(uuid)'
  ]::regprocedure[], 'authenticated');
