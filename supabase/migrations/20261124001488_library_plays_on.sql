-- The topics of the feed, and which story follows in the list that somebody watches.

create function api.feed_topics() returns table (id uuid, title text, stories integer, unseen integer)
language sql stable set search_path = '' as $$
  select c.id, coalesce(c.category, ''), count(*)::integer,
    (count(*) filter (where w.id is null))::integer
  from private.feed_candidates(null, null, null, null, 5000) f (id)
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
  cross join lateral private.feed_candidates(sharer, topic, r."createdAt", r.id, 1) n (id)
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
    'api.feed_topics()',
    'api.next_in_feed(uuid, uuid, uuid)', 'api.next_favorite(uuid)'
  ]::regprocedure[], 'authenticated');
