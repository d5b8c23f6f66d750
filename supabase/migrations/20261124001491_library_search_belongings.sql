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

create function private.attachment_candidates(query tsquery, newest integer) returns setof uuid rows 50
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
    ) f order by f."uploadedAt" desc, f.id desc limit newest;
end
$$;
comment on function private.attachment_candidates(tsquery, integer) is
  'Definer: behind a policy no index serves @@. The newest matches among what lies beside the stories that the caller may read, as ids.';

create function private.object_candidates(query tsquery, newest integer) returns setof uuid rows 20
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
      from public."ProfileSharer" s where s.id = any (heard)
      -- who tells nothing keeps things all the same
      union select private.uid(), true where private.acting_for() is null
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
comment on function private.object_candidates(tsquery, integer) is
  'Definer: behind a policy no index serves @@. The newest matches among the things that the caller may see, as ids.';

create function api.search_attachments(query text, language text, max integer)
returns table (id uuid, rank real, "sharerId" uuid, "topicId" uuid, year integer)
language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
declare
  wanted tsquery := private.searched_for(query, language, max);
begin
  return query
    select a.id, pg_catalog.ts_rank(a.search_vector, wanted) as rank, a."profileSharerId",
      p."promptCategoryId",
      coalesce(extract(year from a."dateCaptured")::integer, a."yearCaptured", a."estimatedYear")
    from private.attachment_candidates(wanted, 500) c (id)
    join public."PromptResponseAttachment" a on a.id = c.id
    join public."PromptResponse" r on r.id = a."promptResponseId"
    left join public."Prompt" p on p.id = r."promptId"
    order by rank desc, a."uploadedAt" desc, a.id desc limit max;
end
$$;
comment on function api.search_attachments(text, text, integer) is
  'Photos, papers and sounds that the caller may see and that match, the best first, with whose they are, the topic of their story and the year that they show. As search_stories.';

create function api.search_objects(query text, language text, max integer)
returns table (id uuid, rank real, "sharerId" uuid, "topicId" uuid)
language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
declare
  wanted tsquery := private.searched_for(query, language, max);
begin
  return query
    select o.id, pg_catalog.ts_rank(o.search_vector, wanted) as rank, s.id, p."promptCategoryId"
    from private.object_candidates(wanted, 500) c (id)
    join public."Object" o on o.id = c.id
    left join public."ProfileSharer" s on s."profileId" = o."userId"
    left join public."PromptResponse" r on r.id = o."promptResponseId"
    left join public."Prompt" p on p.id = r."promptId"
    order by rank desc, o."createdAt" desc, o.id desc limit max;
end
$$;
comment on function api.search_objects(text, text, integer) is
  'Things that the caller may see and that match, the best first, with whose they are and the topic of their story. As search_stories.';

select private.grant_functions(array['private.index_attachment()', 'private.index_object()',
    'private.refresh_search_of_tagging()', 'private.refresh_search_of_person()'
  ]::regprocedure[], '');
select private.grant_functions('{"private.to_search_widely(text, text)"}', 'authenticated, service_role, telloom_admin');
select private.grant_functions(array[
    'private.attachment_candidates(tsquery, integer)', 'private.object_candidates(tsquery, integer)',
    'api.search_attachments(text, text, integer)', 'api.search_objects(text, text, integer)'
  ]::regprocedure[], 'authenticated');
