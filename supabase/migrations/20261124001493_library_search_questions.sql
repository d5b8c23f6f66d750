-- Finding questions that the storyteller has not told yet, by their words or by their topic's.

create function api.search_questions(query text, language text, max integer)
returns table (id uuid, rank real, "sharerId" uuid, "topicId" uuid)
language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
declare
  wanted tsquery := private.searched_for(query, language, max);
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
comment on function api.search_questions(text, text, integer) is
  'Questions that the caller, or whom they act for, has not told yet and that match, or whose topic does; the best first. None for who tells nothing. As search_stories.';
select private.grant_functions('{"api.search_questions(text, text, integer)"}', 'authenticated');
