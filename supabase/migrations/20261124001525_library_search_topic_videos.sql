-- Topics summed up are found too, by what is said and written in them, at the second of it.

alter table public."TopicVideo" add column search_vector tsvector;

create function private.index_topic_video() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  topic text := (select c.category from public."PromptCategory" c where c.id = new."promptCategoryId");
  said text;
  spoken text;
begin
  select t.transcript, t.language into said, spoken
  from public."TopicVideoTranscript" t where t."topicVideoId" = new.id limit 1;
  spoken := coalesce(spoken, new."languageCode");
  new.search_vector :=
    setweight(private.to_search_widely(spoken, concat_ws(' ', new.title, topic)), 'A')
    || setweight(private.to_search(spoken, left(new.summary, 20000)), 'B')
    || setweight(private.to_search(spoken, left(new.description, 20000)), 'C')
    -- three hours of speech, which are sure to fit into the megabyte of a tsvector
    || setweight(private.to_search(spoken, left(said, 200000)), 'D');
  return new;
end
$$;
comment on function private.index_topic_video() is
  'Definer: whoever writes it, the words are all there: its own, its topic''s, and what is said.';
create trigger topic_video_search before insert or update of title, description, summary,
    "promptCategoryId", "languageCode", search_vector
  on public."TopicVideo" for each row execute function private.index_topic_video();

create function private.refresh_search_of_topic_words() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public."TopicVideo" set search_vector = null
  where id = case tg_op when 'DELETE' then old."topicVideoId" else new."topicVideoId" end;
  return null;
end
$$;
comment on function private.refresh_search_of_topic_words() is
  'Definer: a topic video is found by what is said in it, whoever writes that down.';
create trigger topic_video_transcript_refresh_search
  after insert or delete or update of transcript, cues, language on public."TopicVideoTranscript"
  for each row execute function private.refresh_search_of_topic_words();

create function private.refresh_search_of_topic() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public."TopicVideo" set search_vector = null where "promptCategoryId" = new.id;
  return null;
end
$$;
comment on function private.refresh_search_of_topic() is
  'Definer: a topic video is found by the name of its topic, whoever changes that.';
create trigger prompt_category_refresh_search after update of category on public."PromptCategory"
  for each row when (old.category is distinct from new.category)
  execute function private.refresh_search_of_topic();

-- What is there already. Nobody changed it, so it stays as old as it was.
alter table public."TopicVideo" disable trigger topic_video_touch;
update public."TopicVideo" set search_vector = null;
alter table public."TopicVideo" enable trigger topic_video_touch;
create index on public."TopicVideo" using gin ("profileSharerId", search_vector);

create function private.topic_video_candidates(query tsquery, newest integer, sharer uuid default null)
returns setof uuid rows 5
language plpgsql stable security definer set search_path = ''
set plan_cache_mode = 'force_generic_plan' as $$
declare
  heard uuid[] := private.heard_sharers();
begin
  return query
    select t.id from (select distinct unnest(heard)) s (id)
    join public."TopicVideo" t on t."profileSharerId" = s.id
    where t.search_vector @@ query and s.id = coalesce(sharer, s.id)
    order by t."createdAt" desc, t.id desc limit newest;
end
$$;
comment on function private.topic_video_candidates(tsquery, integer, uuid) is
  'Definer: behind a policy no index serves @@. The newest matches among the topic videos of whom the caller manages or listens to, as ids.';

create function private.find_topic_videos(wanted tsquery, max integer, sharer uuid)
returns table (id uuid, rank real, "sharerId" uuid, "topicId" uuid, year integer)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
begin
  return query
    select t.id, pg_catalog.ts_rank(t.search_vector, wanted) as rank, t."profileSharerId",
      t."promptCategoryId", extract(year from coalesce(t."dateRecorded", t."createdAt"))::integer
    from private.topic_video_candidates(wanted, 500, sharer) c (id)
    join public."TopicVideo" t on t.id = c.id
    where t.status = 'READY' or t."profileSharerId" = any ((select private.managed_sharers())::uuid[])
    order by rank desc, t."createdAt" desc, t.id desc limit max;
end
$$;
comment on function private.find_topic_videos(tsquery, integer, uuid) is
  'Topics summed up that match, the best first, of all storytellers or of one: those that can be watched and the caller''s own.';

create function api.show_topic_videos(ids uuid[], query text, language text)
returns table ("topicVideo" api.topic_video, hits jsonb)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  wanted tsquery := private.any_of(private.searched_for(query, language, 1));
begin
  return query
    select v, private.hits(wanted, w.language, '{title,summary,description}',
      array[v.title, v.summary, v.description], w.transcript, w.cues)
    from unnest(ids) with ordinality shown (id, place)
    join api.topic_video v on v.id = shown.id
    left join lateral (
      select t.* from public."TopicVideoTranscript" t where t."topicVideoId" = v.id limit 1
    ) w on true
    order by shown.place;
end
$$;
comment on function api.show_topic_videos(uuid[], text, text) is
  'Those of the topic videos that the caller may see, in this order, each with where it has any word of the query: see private.hits(); field is title, summary, description or transcript. Raises 22004, 22023.';

select private.grant_functions(array['private.index_topic_video()',
    'private.refresh_search_of_topic_words()', 'private.refresh_search_of_topic()'
  ]::regprocedure[], '');
select private.grant_functions(array[
    'private.topic_video_candidates(tsquery, integer, uuid)',
    'private.find_topic_videos(tsquery, integer, uuid)', 'api.show_topic_videos(uuid[], text, text)'
  ]::regprocedure[], 'authenticated');
