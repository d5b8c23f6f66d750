-- Search across languages: who reads the pages in English finds what was told in Spanish. And of one
-- storyteller alone, so that what all the others told does not crowd theirs out.

create function private.search_configs(language text) returns regconfig[]
language plpgsql stable set search_path = '' as $$
declare
  asked regconfig := private.search_config(language);
begin
  return asked || array_remove('{pg_catalog.english,pg_catalog.spanish}'::regconfig[], asked);
end
$$;
comment on function private.search_configs(text) is
  'The dictionary of a language, and after it those of the languages that the pages are written in.';

create function private.to_query(language text, query text) returns tsquery
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
-- Operators of text search are not leakproof, so behind a policy no index serves them. Each search
-- begins with ids from a definer, which starts at the caller's own storytellers and asks may_hear() as
-- the policy of PromptResponse does; the tables are then joined as the caller, and the policies decide.
-- All of it is plpgsql: planned once for each connection, not for each search.

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

create function private.ranked_stories(wanted tsquery, max integer, sharer uuid)
returns table (id uuid, rank real) rows 20
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
begin
  return query
    select r.id, pg_catalog.ts_rank(r.search_vector, wanted) as rank
    from private.search_candidates(wanted, 500, sharer) c (id)
    join public."PromptResponse" r on r.id = c.id
    order by rank desc, r."createdAt" desc, r.id desc limit max;
end
$$;
comment on function private.ranked_stories(tsquery, integer, uuid) is
  'Stories that the caller may read and that match, the best first: of the newest 500 matches, of all or of one storyteller.';

create function api.search_stories(query text, language text, max integer, sharer uuid default null)
returns table (id uuid, rank real)
language plpgsql stable set search_path = '' as $$
begin
  return query select s.id, s.rank
    from private.ranked_stories(private.searched_for(query, language, max), max, sharer) s;
end
$$;
comment on function api.search_stories(text, text, integer, uuid) is
  'As private.ranked_stories(). query as in a search engine, language a tag such as en or es-MX, max 1 to 100. Raises 22004, 22023.';

select private.grant_functions(array[
    'private.to_query(text, text)', 'private.searched_for(text, text, integer)',
    'private.search_candidates(tsquery, integer, uuid)',
    'private.ranked_stories(tsquery, integer, uuid)', 'api.search_stories(text, text, integer, uuid)'
  ]::regprocedure[], 'authenticated, telloom_admin');
select private.grant_functions('{private.search_configs(text)}',
  'authenticated, service_role, telloom_admin');
