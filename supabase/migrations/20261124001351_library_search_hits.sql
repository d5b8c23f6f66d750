-- Where in a story a search was met, with the words marked, and the second at which they were said.

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
language sql stable set search_path = '' as $$
  select ('private.' || c.cfgname)::regconfig from pg_catalog.pg_ts_config c
  where c.oid = private.search_config(language)
$$;
comment on function private.shown_config(text) is
  'As search_config(), for text that still has its accents.';

create function private.any_of(query tsquery) returns tsquery
language sql immutable set search_path = '' as $$
  select case when querytree(query) in ('', 'T') then ''::tsquery
    else regexp_replace(querytree(query), '&|<->|<\d+>', '|', 'g')::tsquery end
$$;
comment on function private.any_of(tsquery) is
  'Matches where any of the words of a query is: not all of them need be in one sentence.';

create function private.mark_words(config regconfig, body text, wanted tsquery, whole boolean)
returns text
language sql stable set search_path = '' as $$
  select ts_headline(config, translate(left(body, 100000), U&'\E000\E001', ''), wanted,
    U&'StartSel=\E000, StopSel=\E001, ' || case when whole then 'HighlightAll=true'
      else 'MaxFragments=2, MaxWords=30, MinWords=12, FragmentDelimiter=" … "' end)
$$;
comment on function private.mark_words(regconfig, text, tsquery, boolean) is
  'The text, or the parts of it that matter, with the wanted words between U+E000 and U+E001. Plain text, no markup.';

-- Captions may be written by people, so each is read with care.
create function private.spoken_passages(cues jsonb, config regconfig)
returns table (start double precision, passage text, words tsvector)
language sql stable set search_path = '' as $$
  select c.start,
    concat_ws(' ', lag(c.said) over told, c.said, lead(c.said) over told),
    to_tsvector(config, c.said)
  from (
    select left(cue ->> 'text', 2000) as said,
      case when cue ->> 'start' ~ '^\d{1,6}(\.\d{1,15})?$' then (cue ->> 'start')::double precision end as start
    from jsonb_array_elements(cues) cue
  ) c
  where c.start is not null and c.said is not null
  window told as (order by c.start)
$$;
comment on function private.spoken_passages(jsonb, regconfig) is
  'Captions with the ones beside them, so that a hit can be read in its sentence.';

create function api.story_hits(response uuid, query text, language text)
returns table (field text, at double precision, snippet text)
language plpgsql stable set search_path = '' as $$
declare
  wanted tsquery;
  config regconfig := private.shown_config(language);
begin
  if response is null or query is null then
    raise null_value_not_allowed using message = 'response and query are needed';
  end if;
  if length(query) > 1000 then
    raise invalid_parameter_value using message = 'query is longer than 1000 characters';
  end if;
  wanted := private.any_of(private.to_query(language, query));
  if numnode(wanted) = 0 then
    return;
  end if;
  return query
    with told as (
      select p."promptText" as question, r.summary, r."responseNotes" as notes, t.transcript,
        case when jsonb_array_length(t.cues) > 0 then t.cues end as cues
      from public."PromptResponse" r
      left join public."Prompt" p on p.id = r."promptId"
      left join public."VideoTranscript" t on t."videoId" = r."videoId"
      where r.id = response
    ), written as (
      select f.place, f.field, null::double precision as at,
        private.mark_words(config, f.body, wanted, f.field = 'question') as snippet
      from told cross join lateral (values
        (1, 'question', told.question), (2, 'summary', told.summary), (3, 'notes', told.notes),
        (4, 'transcript', case when told.cues is null then told.transcript end)
      ) f (place, field, body)
      where to_tsvector(config, left(f.body, 100000)) @@ wanted
    ), spoken as (
      select 4 as place, 'transcript' as field, s.start as at,
        private.mark_words(config, s.passage, wanted, true) as snippet
      from told, private.spoken_passages(told.cues, config) s
      where s.words @@ wanted
      order by pg_catalog.ts_rank(s.words, wanted) desc, s.start limit 3
    )
    select h.field, h.at, h.snippet
    from (table written union all table spoken) h
    order by h.place, h.at;
end
$$;
comment on function api.story_hits(uuid, text, text) is
  'Where a story that the caller may read has any word of the query: field is question, summary, notes or transcript, at the second where it is said. snippet is plain text with the words between U+E000 and U+E001. Raises 22004, 22023.';

select private.grant_functions(array[
    'private.shown_config(text)', 'private.any_of(tsquery)',
    'private.mark_words(regconfig, text, tsquery, boolean)',
    'private.spoken_passages(jsonb, regconfig)', 'api.story_hits(uuid, text, text)'
  ]::regprocedure[], 'authenticated');
