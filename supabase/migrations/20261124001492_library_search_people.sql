-- Finding people by names that are spelt otherwise, or wrong.

create extension if not exists fuzzystrmatch with schema extensions;

-- How a name sounds, roughly and in several languages at once. Both sides of a comparison go through
-- it. It is asked for each name of a family, so it is inlined: no search_path, names bound when made.
create function private.name_key(name text) returns text
language sql stable
return translate(
  replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
    lower(extensions.unaccent(name)),
    'ph', 'f'), 'th', 't'), 'ck', 'k'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u'),
    'ff', 'f'), 'll', 'l'), 'nn', 'n'), 'ss', 's'), 'tt', 't'), 'rr', 'r'),
  'zcqvwyh', 'skkffi');
comment on function private.name_key(text) is
  'Josephine and Jozefine, Müller and Mueller, Stephen and Steven have the same.';

create function private.name_words(query text, language text) returns text[]
language sql stable set search_path = '' as $$
  with words as (
    select private.name_key(word) as key,
      to_tsvector(private.search_config(language), extensions.unaccent(word)) = '' as common
    from regexp_split_to_table(left(query, 1000), '[[:space:][:punct:]]+') word limit 50
  )
  select array(
    select distinct left(w.key, 50) from words w
    -- Will and May are names too, where nothing else was asked for
    where length(w.key) > 1 and (not w.common or not exists (select from words o where not o.common))
    limit 8
  )
$$;
comment on function private.name_words(text, text) is
  'What of a search may be a name, as name_key(), 8 at the most.';

create function private.likeness(words text[], name text) returns real
language plpgsql stable set search_path = '' as $$
declare
  parts text[] := string_to_array(private.name_key(left(name, 200)), ' ');
  total real := 0;
  word text;
  part text;
  best real;
  slips integer;
  allowed integer;
begin
  foreach word in array words loop
    best := 0;
    allowed := case when length(word) < 4 then 0 when length(word) < 6 then 1 else 2 end;
    foreach part in array parts loop
      if starts_with(part, word) then
        best := greatest(best, case when part = word then 1 else 0.9 end);
      elsif allowed > 0 and left(part, 1) = left(word, 1) then
        slips := extensions.levenshtein_less_equal(part, word, allowed);
        if slips <= allowed then
          best := greatest(best, 1 - slips::real / length(word));
        end if;
      end if;
    end loop;
    total := total + best;
  end loop;
  return total;
end
$$;
comment on function private.likeness(text[], text) is
  'How much a name is like the words, as name_key(): 1 for each that is a part of it, 0.9 for the beginning of one, less with one slip in four letters or two in six, 0 for another name. The first letter is never a slip.';

create function private.person_candidates(words text[], most integer)
returns table (id uuid, rank real) rows 20
language plpgsql stable security definer set search_path = ''
set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
declare
  heard uuid[] := private.heard_sharers();
  managed uuid[] := private.managed_sharers();
  refused uuid[] := private.permitted_responses('{none}');
  named uuid[] := private.permitted_responses('{read,write}');
begin
  return query
    select f.id, f.rank from (
      select t.id, s.id as sharer, private.likeness(words, t.name) as rank
      from (select distinct unnest(heard)) s (id) cross join lateral (
        -- A family has as many people as it has: their names are read, and no index is needed. The
        -- limit holds off whoever makes up a hundred thousand.
        select t.id, t.name from public."PersonTag" t where t."profileSharerId" = s.id limit 2000
      ) t
    ) f
    where f.rank > 0 and (f.sharer = any (managed) or exists (
      select from public."PromptResponseAttachmentPersonTag" j
      join public."PromptResponseAttachment" a on a.id = j."promptResponseAttachmentId"
      join public."PromptResponse" r on r.id = a."promptResponseId"
      where j."personTagId" = f.id and a.state = 'ready'
        and private.may_hear(f.sharer, r."privacyLevel", r.id, managed, refused, named)
    ))
    order by f.rank desc, f.id limit most;
end
$$;
comment on function private.person_candidates(text[], integer) is
  'Definer: asking the policies for each name would take longer than comparing it. People in photos that the caller may see, whose names are like one of the words.';

create function api.search_people(query text, language text, max integer)
returns table (id uuid, rank real, "sharerId" uuid, teller boolean)
language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
declare
  words text[];
begin
  perform private.searched_for(query, language, max);
  words := private.name_words(query, language);
  return query
    select f.id, f.rank, f.sharer, f.teller from (
      select card."sharerId" as id, private.likeness(words, card."fullName") as rank,
        card."sharerId" as sharer, true as teller, card."fullName" as name
      from private.sharer_cards() card
      union all
      select t.id, c.rank, t."profileSharerId", false, t.name
      from private.person_candidates(words, 100) c join public."PersonTag" t on t.id = c.id
    ) f where f.rank > 0 order by f.rank desc, f.teller desc, f.name, f.id limit max;
end
$$;
comment on function api.search_people(text, text, integer) is
  'Storytellers whom the caller hears (teller: id is the ProfileSharer) and people in photos that they may see (id is the PersonTag), whose names sound like a word of the query; the most alike first. As search_stories.';

create function api.mark_name(name text, query text, language text) returns text
language sql stable set search_path = '' as $$
  select string_agg(case when private.likeness(asked.words, part.word) > 0 then U&'\E000' || part.word || U&'\E001' else part.word end, ' ' order by part.place)
  from (select private.name_words(query, language) as words offset 0) asked,
    regexp_split_to_table(translate(name, U&'\E000\E001', ''), '[[:space:]]+')
      with ordinality part (word, place)
$$;
comment on function api.mark_name(text, text, text) is
  'A name, its words that are like one of the query between U+E000 and U+E001.';

select private.grant_functions(array[
    'private.name_key(text)', 'private.name_words(text, text)', 'private.likeness(text[], text)',
    'private.person_candidates(text[], integer)', 'api.search_people(text, text, integer)',
    'api.mark_name(text, text, text)'
  ]::regprocedure[], 'authenticated');
