-- Search across languages: who reads the pages in English finds what was told in Spanish. And of one
-- storyteller alone, so that what all the others told does not crowd theirs out.

create function private.search_configs(language text) returns regconfig[]
language sql stable set search_path = '' as $$
  select array[asked.config] || array(
    select own from unnest(array['pg_catalog.english', 'pg_catalog.spanish']::regconfig[]) own
    where own <> asked.config
  )
  from (select private.search_config(language) as config) asked
$$;
comment on function private.search_configs(text) is
  'The dictionary of a language, and after it those of the languages that the pages are written in.';

create or replace function private.to_query(language text, query text) returns tsquery
language plpgsql stable set search_path = '' as $$
declare
  plain text := extensions.unaccent(query);
  wanted tsquery[];
  config regconfig;
  one tsquery;
begin
  foreach config in array private.search_configs(language) loop
    one := websearch_to_tsquery(config, plain);
    if one <> all (wanted) is not false then
      wanted := wanted || one;
    end if;
    -- Words too common for the asked language are looked for in no other; and what one language leaves
    -- out, by its stem, the next would bring in again.
    exit when numnode(one) = 0 or strpos(one::text, '!') > 0;
  end loop;
  one := wanted[1];
  for place in 2 .. cardinality(wanted) loop
    one := one || wanted[place];
  end loop;
  return one;
end
$$;
comment on function private.to_query(text, text) is
  'What to look for, by the stems of the language that the query is written in and of those of the pages. Empty where nothing is left to look for.';

create function private.searched_for(query text, language text, max integer) returns tsquery
language plpgsql stable set search_path = '' as $$
begin
  if query is null or max is null then
    raise null_value_not_allowed using message = 'query and max are needed';
  end if;
  if max not between 1 and 100 then
    raise invalid_parameter_value using message = 'max is 1 to 100';
  end if;
  if length(query) > 1000 then
    raise invalid_parameter_value using message = 'query is longer than 1000 characters';
  end if;
  return private.to_query(language, query);
end
$$;
comment on function private.searched_for(text, text, integer) is
  'What the searches of api begin with: their input, looked at once for all of them. Raises 22004, 22023.';

-- Stories ---------------------------------------------------------------------------------

drop function private.search_candidates(tsquery, integer);
create function private.search_candidates(query tsquery, newest integer, sharer uuid default null)
returns setof uuid rows 100
language plpgsql stable security definer set search_path = ''
set plan_cache_mode = 'force_generic_plan' as $$
declare
  heard uuid[];
  managed uuid[];
  refused uuid[];
  named uuid[];
begin
  if current_setting('role') = 'telloom_admin' then
    if private.i_am_admin() then
      -- planned for this query: a common word is met soon on the way back in time, a rare one is not
      return query execute 'select r.id from public."PromptResponse" r where r.search_vector @@ $1'
        || case when sharer is null then '' else ' and r."profileSharerId" = $3' end
        || ' order by r."createdAt" desc, r.id desc limit $2' using query, newest, sharer;
    end if;
    return;
  end if;
  heard := private.heard_sharers();
  managed := private.managed_sharers();
  refused := private.permitted_responses('{none}');
  named := private.permitted_responses('{read,write}');
  return query
    select f.id from (select distinct unnest(heard)) s (id) cross join lateral (
      select r.id, r."createdAt" from public."PromptResponse" r
      where r."profileSharerId" = s.id and r.search_vector @@ query
        and private.may_hear(s.id, r."privacyLevel", r.id, managed, refused, named)
    ) f where s.id = coalesce(sharer, s.id)
    order by f."createdAt" desc, f.id desc limit newest;
end
$$;
comment on function private.search_candidates(tsquery, integer, uuid) is
  'Definer: behind a policy no index serves @@. The newest matches among the stories that the caller may read, of all or of one storyteller, as ids.';

drop function api.search_stories(text, text, integer);
create function api.search_stories(query text, language text, max integer, sharer uuid default null)
returns table (id uuid, rank real)
language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
declare
  wanted tsquery := private.searched_for(query, language, max);
begin
  return query
    select r.id, pg_catalog.ts_rank(r.search_vector, wanted) as rank
    from private.search_candidates(wanted, 500, sharer) c (id)
    join public."PromptResponse" r on r.id = c.id
    order by rank desc, r."createdAt" desc, r.id desc limit max;
end
$$;
comment on function api.search_stories(text, text, integer, uuid) is
  'Stories that the caller may read and that match, the best first: of the newest 500 matches, of all or of one storyteller. query as in a search engine, language a tag such as en or es-MX, max 1 to 100. Raises 22004, 22023.';

-- What was told is marked by the dictionary of its own language, as it is indexed by it.
create or replace function api.story_hits(response uuid, query text, language text)
returns table (field text, at double precision, snippet text)
language plpgsql stable set search_path = '' as $$
declare
  wanted tsquery;
  config regconfig;
  told record;
begin
  if response is null then
    raise null_value_not_allowed using message = 'response is needed';
  end if;
  wanted := private.any_of(private.searched_for(query, language, 1));
  if numnode(wanted) = 0 then
    return;
  end if;
  select p."promptText" as question, r.summary, r."responseNotes" as notes, t.transcript,
    case when jsonb_array_length(t.cues) > 0 then t.cues end as cues,
    coalesce(t.language, v."languageCode") as spoken
  into told
  from public."PromptResponse" r
  left join public."Prompt" p on p.id = r."promptId"
  left join public."Video" v on v.id = r."videoId"
  left join public."VideoTranscript" t on t."videoId" = v.id
  where r.id = response;
  config := private.shown_config(told.spoken);
  return query
    with written as (
      select f.place, f.field, null::double precision as at,
        private.mark_words(config, f.body, wanted, length(f.body) <= 300) as snippet
      from (values
        (1, 'question', told.question), (2, 'summary', told.summary), (3, 'notes', told.notes),
        (4, 'transcript', case when told.cues is null then told.transcript end)
      ) f (place, field, body)
      where to_tsvector(config, left(f.body, 100000)) @@ wanted
    ), spoken as (
      select 4 as place, 'transcript' as field, s.start as at,
        private.mark_words(config, s.passage, wanted, true) as snippet
      from private.spoken_passages(told.cues, config) s
      where s.words @@ wanted
      order by pg_catalog.ts_rank(s.words, wanted) desc, s.start limit 3
    )
    select h.field, h.at, h.snippet
    from (table written union all table spoken) h
    order by h.place, h.at;
end
$$;

create function api.mark_found(texts text[], query text, language text) returns text[]
language sql stable set search_path = '' as $$
  select array(
    select case when to_tsvector(asked.config, left(t.body, 100000)) @@ asked.wanted
      then private.mark_words(asked.config, t.body, asked.wanted, length(t.body) <= 300) end
    from unnest(texts) with ordinality t (body, place) order by t.place
  )
  from (
    select private.shown_config(language) as config,
      private.any_of(private.searched_for(query, language, 1)) as wanted offset 0
  ) asked
$$;
comment on function api.mark_found(text[], text, text) is
  'Each of the texts with the words of the query between U+E000 and U+E001, and null for those that have none of them. Raises 22004, 22023.';

select private.grant_functions(array[
    'private.searched_for(text, text, integer)',
    'private.search_candidates(tsquery, integer, uuid)', 'api.search_stories(text, text, integer, uuid)'
  ]::regprocedure[], 'authenticated, telloom_admin');
select private.grant_functions('{private.search_configs(text)}',
  'authenticated, service_role, telloom_admin');
select private.grant_functions('{"api.mark_found(text[], text, text)"}', 'authenticated');
