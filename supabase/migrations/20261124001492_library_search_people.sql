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
language plpgsql stable set search_path = '' as $$
begin
  return (
    with words as (
      select private.name_key(word) as key, private.to_search(language, word) = '' as common
      from regexp_split_to_table(left(query, 1000), '[[:space:][:punct:]]+') word limit 50
    )
    select array(
      select distinct left(w.key, 50) from words w
      -- Will and May are names too, where nothing else was asked for
      where length(w.key) > 1 and (not w.common or not exists (select from words o where not o.common))
      limit 8
    )
  );
end
$$;
comment on function private.name_words(text, text) is
  'What of a search may be a name, as name_key(), 8 at the most.';

create function private.slips_allowed(word text) returns integer
language sql immutable
return case when length(word) < 4 then 0 when length(word) < 6 then 1 else 2 end;
comment on function private.slips_allowed(text) is
  'How many letters may be wrong, missing or too many in a word of this length: Levenshtein''s distance.';

create function private.likeness(words text[], key text) returns real
language plpgsql stable set search_path = '' as $$
declare
  parts text[] := string_to_array(ltrim(coalesce(key, '')), ' ');
  total real := 0;
  word text;
  part text;
  best real;
  slips integer;
  allowed integer;
begin
  foreach word in array words loop
    best := 0;
    allowed := private.slips_allowed(word);
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
  'How much a name is like the words, all as name_key(): 1 for each that is a part of it, 0.9 for the beginning of one, less with one slip in four letters or two in six, 0 for another name. The first letter is never a slip.';

create function private.as_pattern(word text) returns text
language sql immutable
return regexp_replace(word, '([^[:alnum:]])', '\\\1', 'g');
comment on function private.as_pattern(text) is 'A regular expression that finds these letters.';

-- Of a word that is cut into one piece more than it may have slips, one piece at least is as it was: a
-- pattern finds those few names that are worth comparing.
create function private.likely(words text[]) returns text
language plpgsql immutable set search_path = '' as $$
begin
  return (
    select string_agg(' ' || case when n > 0 then private.as_pattern(left(word, 1)) || '[^ ]*' else '' end
      || private.as_pattern(substr(word, 1 + n * l / pieces, (n + 1) * l / pieces - n * l / pieces)), '|')
    from unnest(words) word,
      lateral (select length(word) as l, 1 + private.slips_allowed(word) as pieces) w,
      generate_series(0, pieces - 1) n
  );
end
$$;
comment on function private.likely(text[]) is
  'A regular expression that every name whose likeness() to one of the words is above 0 meets, as "nameKey".';

alter table public."PersonTag" add column "nameKey" text;
comment on column public."PersonTag"."nameKey" is
  'The name as private.name_key(), a blank in front of each word: what search compares.';
create function private.note_name_key() returns trigger
language plpgsql set search_path = '' as $$
begin
  new."nameKey" := ' ' || private.name_key(left(coalesce(new.name, ''), 200));
  return new;
end
$$;
create trigger person_tag_name_key before insert or update of name, "nameKey" on public."PersonTag"
  for each row execute function private.note_name_key();
-- What is there already. Nobody changed it, so it stays as old as it was.
alter table public."PersonTag" disable trigger person_tag_touch;
update public."PersonTag" set "nameKey" = null;
alter table public."PersonTag" enable trigger person_tag_touch;

create function private.person_candidates(words text[], most integer, sharer uuid default null)
returns table (id uuid, rank real) rows 20
language plpgsql stable security definer set search_path = ''
set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
declare
  possible text := private.likely(words);
  heard uuid[] := private.heard_sharers();
  managed uuid[] := private.managed_sharers();
  refused uuid[] := private.permitted_responses('{none}');
  named uuid[] := private.permitted_responses('{read,write}');
begin
  return query
    select f.id, f.rank from (
      select t.id, s.id as sharer, private.likeness(words, t."nameKey") as rank
      from (select distinct unnest(heard)) s (id) cross join lateral (
        -- A family has as many people as it has: their names are read, and no index is needed. The
        -- limit holds off whoever makes up a hundred thousand.
        select t.id, t."nameKey" from public."PersonTag" t
        where t."profileSharerId" = s.id and t."nameKey" ~ possible limit 2000
      ) t
      where s.id = coalesce(sharer, s.id)
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
comment on function private.person_candidates(text[], integer, uuid) is
  'Definer: asking the policies for each name would take longer than comparing it. People in photos that the caller may see, of all or of one storyteller, whose names are like one of the words.';

create function private.find_people(words text[], max integer, sharer uuid)
returns table (id uuid, rank real, "sharerId" uuid, teller boolean)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
declare
  possible text := private.likely(words);
begin
  return query
    select f.id, f.rank, f.sharer, f.teller from (
      select c."sharerId" as id, private.likeness(words, c.key) as rank, c."sharerId" as sharer,
        true as teller, c."fullName" as name
      from (
        select *, ' ' || private.name_key(left(card."fullName", 200)) as key
        from private.sharer_cards() card where card."sharerId" = coalesce(sharer, card."sharerId")
      ) c where c.key ~ possible
      union all
      select t.id, c.rank, t."profileSharerId", false, t.name
      from private.person_candidates(words, 100, sharer) c join public."PersonTag" t on t.id = c.id
    ) f where f.rank > 0 order by f.rank desc, f.teller desc, f.name, f.id limit max;
end
$$;
comment on function private.find_people(text[], integer, uuid) is
  'Storytellers whom the caller hears (teller: id is the ProfileSharer) and people in photos that they may see (id is the PersonTag), whose names sound like one of the words, as name_words(); the most alike first.';

create function private.mark_name(name text, words text[]) returns text
language plpgsql stable set search_path = '' as $$
begin
  return (
    select string_agg(
      case when private.likeness(words, private.name_key(part.word)) > 0 then U&'\E000' || part.word || U&'\E001'
        else part.word end, ' ' order by part.place)
    from regexp_split_to_table(translate(name, U&'\E000\E001', ''), '[[:space:]]+')
      with ordinality part (word, place)
  );
end
$$;
comment on function private.mark_name(text, text[]) is
  'A name, its words that are like one of these between U+E000 and U+E001.';

create function api.show_people(ids uuid[], query text, language text)
returns table (id uuid, name text, role text, "avatarUrl" text, relation public.person_relation,
  likeness real, "sharerId" uuid, "sharerName" text, attachments integer)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
declare
  words text[];
begin
  perform private.searched_for(query, language, 1);
  words := private.name_words(query, language);
  return query
    select shown.id, coalesce(private.mark_name(coalesce(t.name, card."fullName"), words), ''),
      case when t.id is null then 'storyteller' else 'in-photos' end,
      case when t.id is null then card."avatarUrl" end, t.relation,
      private.likeness(words, private.name_key(left(coalesce(t.name, card."fullName"), 200))),
      card."sharerId", card."fullName",
      (
        select count(*)::integer from public."PromptResponseAttachmentPersonTag" j
        join public."PromptResponseAttachment" a on a.id = j."promptResponseAttachmentId"
        where j."personTagId" = t.id and a.state = 'ready'
      )
    from unnest(ids) with ordinality shown (id, place)
    left join public."PersonTag" t on t.id = shown.id
    join private.sharer_cards() card on card."sharerId" = coalesce(t."profileSharerId", shown.id)
    order by shown.place;
end
$$;
comment on function api.show_people(uuid[], text, text) is
  'Those of the storytellers and people in photos that the caller may see, in this order, with the parts of the name that are like a word of the query between U+E000 and U+E001. Raises 22004, 22023.';

select private.grant_functions('{private.note_name_key()}', '');
select private.grant_functions(array[
    'private.name_key(text)', 'private.name_words(text, text)', 'private.slips_allowed(text)',
    'private.likeness(text[], text)', 'private.as_pattern(text)',
    'private.likely(text[])',
    'private.person_candidates(text[], integer, uuid)',
    'private.find_people(text[], integer, uuid)', 'private.mark_name(text, text[])',
    'api.show_people(uuid[], text, text)'
  ]::regprocedure[], 'authenticated');
