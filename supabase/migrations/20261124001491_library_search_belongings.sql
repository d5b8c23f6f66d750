-- Searching in what lies beside stories: photos, papers and sounds with who is in them, and things.

alter table public."PromptResponseAttachment" add column search_vector tsvector;
alter table public."Object" add column search_vector tsvector;

-- Titles say too little to tell their language, so they are indexed in those of the pages as well.
create function private.to_search_widely(language text, document text) returns tsvector
language plpgsql stable set search_path = '' as $$
declare
  plain text := extensions.unaccent(left(coalesce(document, ''), 20000));
  words tsvector := ''::tsvector;
  config regconfig;
begin
  foreach config in array private.search_configs(language) loop
    words := words || to_tsvector(config, plain);
  end loop;
  return words;
end
$$;

create function private.index_attachment() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  spoken text := (
    select coalesce(t.language, v."languageCode") from public."PromptResponse" r
    join public."Video" v on v.id = r."videoId"
    left join public."VideoTranscript" t on t."videoId" = v.id where r.id = new."promptResponseId"
  );
  people text := (
    select string_agg(t.name, ' ' order by t.name) from public."PromptResponseAttachmentPersonTag" j
    join public."PersonTag" t on t.id = j."personTagId" where j."promptResponseAttachmentId" = new.id
  );
begin
  new.search_vector :=
    setweight(private.to_search_widely(spoken, new.title), 'A')
    || setweight(private.to_search_widely(spoken, people), 'B')
    || setweight(private.to_search_widely(spoken, new.description), 'C')
    || setweight(private.to_search_widely(spoken, concat_ws(' ', extract(year from new."dateCaptured"),
      new."yearCaptured", new."estimatedYear", translate(new."fileName", '._-', '   '))), 'D');
  return new;
end
$$;
comment on function private.index_attachment() is
  'Definer: whoever writes it, the words are all there: its own, its years, and who is in it.';
create trigger attachment_search before insert or update of title, description, "dateCaptured",
    "yearCaptured", "estimatedYear", "fileName", "promptResponseId", search_vector
  on public."PromptResponseAttachment" for each row execute function private.index_attachment();

create function private.refresh_search_of_tagging() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public."PromptResponseAttachment" set search_vector = null
  where id = case tg_op when 'DELETE' then old."promptResponseAttachmentId"
    else new."promptResponseAttachmentId" end;
  return null;
end
$$;
comment on function private.refresh_search_of_tagging() is
  'Definer: an attachment is found by who is in it, whoever says so.';
create trigger attachment_person_tag_refresh_search
  after insert or delete or update of "personTagId" on public."PromptResponseAttachmentPersonTag"
  for each row execute function private.refresh_search_of_tagging();

create function private.refresh_search_of_person() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public."PromptResponseAttachment" set search_vector = null
  where id in (
    select j."promptResponseAttachmentId" from public."PromptResponseAttachmentPersonTag" j
    where j."personTagId" = new.id
  );
  return null;
end
$$;
comment on function private.refresh_search_of_person() is
  'Definer: an attachment is found by the names of those in it, whoever changes them.';
create trigger person_tag_refresh_search after update of name on public."PersonTag"
  for each row when (old.name is distinct from new.name)
  execute function private.refresh_search_of_person();

create function private.index_object() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.search_vector :=
    setweight(private.to_search_widely('en', new."objectName"), 'A')
    || setweight(private.to_search_widely('en', new."objectDescription"), 'C');
  return new;
end
$$;
create trigger object_search before insert or update of "objectName", "objectDescription", search_vector
  on public."Object" for each row execute function private.index_object();

-- What is there already. Nobody changed it, so it stays as old as it was.
alter table public."Object" disable trigger object_touch;
update public."Object" set search_vector = null;
alter table public."Object" enable trigger object_touch;
update public."PromptResponseAttachment" set search_vector = null;
create index on public."PromptResponseAttachment" using gin ("profileSharerId", search_vector);
create index on public."Object" using gin ("userId", search_vector);

-- Finding ---------------------------------------------------------------------------------
-- As for stories: ids from a definer that starts at the caller's own storytellers and asks the story's
-- rule; then the tables as the caller, whose policies decide.

create function private.attachment_candidates(query tsquery, newest integer, sharer uuid default null)
returns setof uuid rows 50
language plpgsql stable security definer set search_path = ''
set plan_cache_mode = 'force_generic_plan' as $$
declare
  heard uuid[] := private.heard_sharers();
  managed uuid[] := private.managed_sharers();
  refused uuid[] := private.permitted_responses('{none}');
  named uuid[] := private.permitted_responses('{read,write}');
begin
  return query
    select f.id from (select distinct unnest(heard)) s (id) cross join lateral (
      select a.id, a."uploadedAt" from public."PromptResponseAttachment" a
      join public."PromptResponse" r on r.id = a."promptResponseId"
      where a."profileSharerId" = s.id and a.search_vector @@ query and a.state = 'ready'
        and private.may_hear(s.id, r."privacyLevel", r.id, managed, refused, named)
    ) f where s.id = coalesce(sharer, s.id)
    order by f."uploadedAt" desc, f.id desc limit newest;
end
$$;
comment on function private.attachment_candidates(tsquery, integer, uuid) is
  'Definer: behind a policy no index serves @@. The newest matches among what lies beside the stories that the caller may read, as ids.';

create function private.object_candidates(query tsquery, newest integer, sharer uuid default null)
returns setof uuid rows 20
language plpgsql stable security definer set search_path = ''
set plan_cache_mode = 'force_generic_plan' as $$
declare
  heard uuid[] := private.heard_sharers();
  managed uuid[] := private.managed_sharers();
  refused uuid[] := private.permitted_responses('{none}');
  named uuid[] := private.permitted_responses('{read,write}');
begin
  return query
    select f.id from (
      select s."profileId" as id, s.id = any (managed) as own
      from public."ProfileSharer" s where s.id = any (heard) and s.id = coalesce(sharer, s.id)
      -- who tells nothing keeps things all the same
      union select private.uid(), true where private.acting_for() is null and sharer is null
    ) o cross join lateral (
      select t.id, t."createdAt" from public."Object" t
      left join public."PromptResponse" r on r.id = t."promptResponseId"
      where t."userId" = o.id and t.search_vector @@ query and (o.own or (
        r."profileSharerId" = any (heard)
        and private.may_hear(r."profileSharerId", r."privacyLevel", r.id, managed, refused, named)
      ))
    ) f order by f."createdAt" desc, f.id desc limit newest;
end
$$;
comment on function private.object_candidates(tsquery, integer, uuid) is
  'Definer: behind a policy no index serves @@. The newest matches among the things that the caller may see, as ids.';

create function private.find_attachments(wanted tsquery, max integer, sharer uuid)
returns table (id uuid, rank real, "sharerId" uuid, "topicId" uuid, year integer)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
begin
  return query
    select a.id, pg_catalog.ts_rank(a.search_vector, wanted) as rank, a."profileSharerId",
      p."promptCategoryId",
      coalesce(extract(year from a."dateCaptured")::integer, a."yearCaptured", a."estimatedYear")
    from private.attachment_candidates(wanted, 500, sharer) c (id)
    join public."PromptResponseAttachment" a on a.id = c.id
    join public."PromptResponse" r on r.id = a."promptResponseId"
    left join public."Prompt" p on p.id = r."promptId"
    order by rank desc, a."uploadedAt" desc, a.id desc limit max;
end
$$;
comment on function private.find_attachments(tsquery, integer, uuid) is
  'Photos, papers and sounds that the caller may see and that match, the best first, of all or of one storyteller, with whose they are, the topic of their story and the year that they show.';

create function private.find_objects(wanted tsquery, max integer, sharer uuid)
returns table (id uuid, rank real, "sharerId" uuid, "topicId" uuid)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
begin
  return query
    select o.id, pg_catalog.ts_rank(o.search_vector, wanted) as rank, s.id, p."promptCategoryId"
    from private.object_candidates(wanted, 500, sharer) c (id)
    join public."Object" o on o.id = c.id
    left join public."ProfileSharer" s on s."profileId" = o."userId"
    left join public."PromptResponse" r on r.id = o."promptResponseId"
    left join public."Prompt" p on p.id = r."promptId"
    order by rank desc, o."createdAt" desc, o.id desc limit max;
end
$$;
comment on function private.find_objects(tsquery, integer, uuid) is
  'Things that the caller may see and that match, the best first, of all or of one storyteller, with whose they are and the topic of their story.';

-- Showing ---------------------------------------------------------------------------------

create function api.show_attachments(ids uuid[], query text, language text)
returns table (attachment api.attachment, marked text[])
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  wanted tsquery := private.any_of(private.searched_for(query, language, 1));
  config regconfig := private.shown_config(language);
begin
  return query
    select a, private.mark_found(array[a.title, a.description], config, wanted)
    from unnest(ids) with ordinality shown (id, place)
    join api.attachment a on a.id = shown.id
    order by shown.place;
end
$$;
comment on function api.show_attachments(uuid[], text, text) is
  'Those of the attachments that the caller may see, in this order, with the words of the query marked in title and description. Raises 22004, 22023.';

create function api.show_objects(ids uuid[], query text, language text)
returns table (object api.object, marked text[])
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  wanted tsquery := private.any_of(private.searched_for(query, language, 1));
  config regconfig := private.shown_config(language);
begin
  return query
    select o, private.mark_found(array[o.name, o.description], config, wanted)
    from unnest(ids) with ordinality shown (id, place)
    join api.object o on o.id = shown.id
    order by shown.place;
end
$$;
comment on function api.show_objects(uuid[], text, text) is
  'Those of the things that the caller may see, in this order, with the words of the query marked in name and description. Raises 22004, 22023.';

select private.grant_functions(array['private.index_attachment()', 'private.index_object()',
    'private.refresh_search_of_tagging()', 'private.refresh_search_of_person()'
  ]::regprocedure[], '');
select private.grant_functions('{"private.to_search_widely(text, text)"}', 'authenticated, service_role, telloom_admin');
select private.grant_functions(array[
    'private.attachment_candidates(tsquery, integer, uuid)', 'private.object_candidates(tsquery, integer, uuid)',
    'private.find_attachments(tsquery, integer, uuid)', 'private.find_objects(tsquery, integer, uuid)',
    'api.show_attachments(uuid[], text, text)', 'api.show_objects(uuid[], text, text)'
  ]::regprocedure[], 'authenticated');
