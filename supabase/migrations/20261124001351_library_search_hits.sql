-- Where a search was met, with the words marked, and the second at which they were said.

-- The search vector is made of text without accents; here the text is shown, so it keeps them and
-- the dictionary looks past them.
do $$
declare
  name text;
begin
  foreach name in array array['danish', 'dutch', 'english', 'finnish', 'french', 'german', 'italian',
    'norwegian', 'portuguese', 'romanian', 'russian', 'spanish', 'swedish', 'turkish']
  loop
    execute format('create text search configuration private.%1$I (copy = pg_catalog.%1$I)', name);
    execute format('alter text search configuration private.%I alter mapping for hword, hword_part, word
      with extensions.unaccent, pg_catalog.%I', name, name || '_stem');
  end loop;
  create text search configuration private.simple (copy = pg_catalog.simple);
  alter text search configuration private.simple alter mapping for hword, hword_part, word
    with extensions.unaccent, pg_catalog.simple;
end
$$;

create function private.shown_config(language text) returns regconfig
language plpgsql stable set search_path = '' as $$
begin
  return ('private.' || (
    select c.cfgname from pg_catalog.pg_ts_config c where c.oid = private.search_config(language)
  ))::regconfig;
end
$$;
comment on function private.shown_config(text) is
  'As search_config(), for text that still has its accents.';

create function private.any_of(query tsquery) returns tsquery
language plpgsql immutable set search_path = '' as $$
declare
  words text := querytree(query);
begin
  return (
    case when words in ('', 'T') then '' else regexp_replace(words, '&|<->|<\d+>', '|', 'g') end
  )::tsquery;
end
$$;
comment on function private.any_of(tsquery) is
  'Matches where any of the words of a query is: not all of them need be in one sentence.';

-- Asked for each text that is shown, these two are inlined: no search_path, names bound when made.
create function private.mark_words(config regconfig, body text, wanted tsquery, whole boolean)
returns text
language sql stable
return ts_headline(config, translate(left(body, 100000), U&'\E000\E001', ''), wanted,
  U&'StartSel=\E000, StopSel=\E001, ' || case when whole then 'HighlightAll=true'
    else 'MaxFragments=2, MaxWords=30, MinWords=12, FragmentDelimiter=" … "' end);
comment on function private.mark_words(regconfig, text, tsquery, boolean) is
  'The text, or the parts of it that matter, with the wanted words between U+E000 and U+E001. Plain text, no markup.';

-- Captions may be written by people, so each is read with care.
create function private.spoken_passages(cues jsonb, config regconfig)
returns table (start double precision, passage text, words tsvector)
language sql stable
begin atomic
  select c.start,
    concat_ws(' ', lag(c.said) over told, c.said, lead(c.said) over told),
    to_tsvector(config, c.said)
  from (
    select left(cue ->> 'text', 2000) as said,
      case when cue ->> 'start' ~ '^\d{1,6}(\.\d{1,15})?$' then (cue ->> 'start')::double precision end as start
    from jsonb_array_elements(cues) cue
  ) c
  where c.start is not null and c.said is not null
  window told as (order by c.start);
end;
comment on function private.spoken_passages(jsonb, regconfig) is
  'Captions with the ones beside them, so that a hit can be read in its sentence.';

-- What was told is marked by the dictionary of its own language, as it is indexed by it.
create function private.hits(
  wanted tsquery, language text, fields text[], written text[], transcript text, cues jsonb
) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  config regconfig;
  spoken jsonb := case when jsonb_array_length(cues) > 0 then cues end;
begin
  if numnode(wanted) = 0 then
    return '[]'::jsonb;
  end if;
  config := private.shown_config(language);
  return (
    select coalesce(jsonb_agg(
        jsonb_build_object('field', h.field, 'at', h.at, 'snippet', h.snippet) order by h.place, h.at
      ), '[]')
    from (
      select f.place, f.field, null::double precision as at,
        private.mark_words(config, f.body, wanted, length(f.body) <= 300) as snippet
      from unnest(fields || 'transcript'::text,
        written || case when spoken is null then transcript end) with ordinality f (field, body, place)
      where to_tsvector(config, left(f.body, 100000)) @@ wanted
      union all (
        select 100, 'transcript', s.start, private.mark_words(config, s.passage, wanted, true)
        from private.spoken_passages(spoken, config) s
        where s.words @@ wanted
        order by pg_catalog.ts_rank(s.words, wanted) desc, s.start limit 3
      )
    ) h
  );
end
$$;
comment on function private.hits(tsquery, text, text[], text[], text, jsonb) is
  'Where something has any of the wanted words: of what is written, in fields, and of what is said, at the second where it is said. snippet is plain text with the words between U+E000 and U+E001. The texts come from whoever may read them.';

create function private.mark_found(texts text[], config regconfig, wanted tsquery) returns text[]
language plpgsql stable set search_path = '' as $$
begin
  return array(
    select case when to_tsvector(config, left(t.body, 100000)) @@ wanted
      then private.mark_words(config, t.body, wanted, length(t.body) <= 300) end
    from unnest(texts) with ordinality t (body, place) order by t.place
  );
end
$$;
comment on function private.mark_found(text[], regconfig, tsquery) is
  'Each of the texts with the wanted words between U+E000 and U+E001, and null for those that have none of them.';

create function api.show_stories(ids uuid[], query text, language text)
returns table (story api.story, hits jsonb)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  wanted tsquery := private.any_of(private.searched_for(query, language, 1));
begin
  return query
    select s, private.hits(wanted, coalesce(t.language, v."languageCode"),
      '{question,summary,notes}', array[s.question, s.summary, s."responseNotes"], t.transcript, t.cues)
    from unnest(ids) with ordinality shown (id, place)
    join api.story s on s.id = shown.id
    left join public."Video" v on v.id = s."videoId"
    left join public."VideoTranscript" t on t."videoId" = v.id
    order by shown.place;
end
$$;
comment on function api.show_stories(uuid[], text, text) is
  'Those of the stories that the caller may read, in this order, each with where it has any word of the query: see private.hits(); field is question, summary, notes or transcript. Raises 22004, 22023.';

select private.grant_functions(array[
    'private.shown_config(text)', 'private.any_of(tsquery)',
    'private.mark_words(regconfig, text, tsquery, boolean)',
    'private.spoken_passages(jsonb, regconfig)', 'private.mark_found(text[], regconfig, tsquery)',
    'private.hits(tsquery, text, text[], text[], text, jsonb)', 'api.show_stories(uuid[], text, text)'
  ]::regprocedure[], 'authenticated');
