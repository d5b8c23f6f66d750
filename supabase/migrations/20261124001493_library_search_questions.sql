-- Finding questions that the storyteller has not told yet, by their words or by their topic's.

create function private.find_questions(wanted tsquery, max integer)
returns table (id uuid, rank real, "sharerId" uuid, "topicId" uuid)
language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
declare
  teller uuid := (private.told_sharers())[1];
  told uuid[];
begin
  if teller is null then
    return;
  end if;
  told := array(
    select r."promptId" from public."PromptResponse" r
    where r."profileSharerId" = teller and r."promptId" is not null
  );
  return query
    select p.id, pg_catalog.ts_rank(p.search_vector, wanted) as rank, teller, p."promptCategoryId"
    from public."Prompt" p
    where p.id in (
        select m.id from public."Prompt" m where m.search_vector @@ wanted
        union all
        select m.id from public."PromptCategory" c
        join public."Prompt" m on m."promptCategoryId" = c.id
        where private.to_search('en', c.category) @@ wanted
      )
      and p."retiredAt" is null and p.id <> all (told)
    order by rank desc, p.position, p.id limit max;
end
$$;
comment on function private.find_questions(tsquery, integer) is
  'Questions that the caller, or whom they act for, has not told yet and that match, or whose topic does; the best first. None for who tells nothing.';

create function api.show_questions(ids uuid[], query text, language text)
returns table (id uuid, text text, "topicId" uuid, "topicTitle" text, marked text[])
language plpgsql stable set search_path = '' as $$
declare
  wanted tsquery := private.any_of(private.searched_for(query, language, 1));
  config regconfig := private.shown_config(language);
begin
  return query
    select p.id, p."promptText"::text, c.id, c.category::text,
      private.mark_found(array[p."promptText", c.category], config, wanted)
    from unnest(ids) with ordinality shown (id, place)
    join public."Prompt" p on p.id = shown.id
    left join public."PromptCategory" c on c.id = p."promptCategoryId"
    order by shown.place;
end
$$;
comment on function api.show_questions(uuid[], text, text) is
  'Questions in this order, with the words of the query marked in them and in their topic. Raises 22004, 22023.';
select private.grant_functions(array[
    'private.find_questions(tsquery, integer)', 'api.show_questions(uuid[], text, text)'
  ]::regprocedure[], 'authenticated');
