-- One question for everything that can be found, and all that there is of one person.

create function private.find_stories(wanted tsquery, max integer, sharer uuid)
returns table (id uuid, rank real, "sharerId" uuid, "topicId" uuid, year integer, seen boolean)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
begin
  return query
    select m.id, m.rank, s."profileSharerId", s."topicId",
      extract(year from coalesce(s."dateRecorded", s."createdAt"))::integer, s.seen
    from private.ranked_stories(wanted, max, sharer) m
    join api.story s on s.id = m.id
    where s."videoStatus" = 'READY' or s."canManage"
    order by m.rank desc, s."createdAt" desc, s.id desc;
end
$$;
comment on function private.find_stories(tsquery, integer, uuid) is
  'As ranked_stories(), those that can be watched and the caller''s own, with what they can be chosen by.';

create function api.search(query text, language text, max integer, sharer uuid default null)
returns table (kind text, id uuid, "sharerId" uuid, "topicId" uuid, year integer, seen boolean)
language plpgsql stable set search_path = '' as $$
declare
  wanted tsquery := private.searched_for(query, language, max);
begin
  return query select 'people', f.id, f."sharerId", null::uuid, null::integer, null::boolean
    from private.find_people(private.name_words(query, language), max, sharer) f;
  if numnode(wanted) = 0 then
    return;
  end if;
  return query select 'stories', f.id, f."sharerId", f."topicId", f.year, f.seen
    from private.find_stories(wanted, max, sharer) f;
  return query select 'topicVideos', f.id, f."sharerId", f."topicId", f.year, null::boolean
    from private.find_topic_videos(wanted, max, sharer) f;
  return query select 'attachments', f.id, f."sharerId", f."topicId", f.year, null::boolean
    from private.find_attachments(wanted, max, sharer) f;
  return query select 'objects', f.id, f."sharerId", f."topicId", null::integer, null::boolean
    from private.find_objects(wanted, max, sharer) f;
  return query select 'questions', f.id, f."sharerId", f."topicId", null::integer, null::boolean
    from private.find_questions(wanted, max) f;
end
$$;
comment on function api.search(text, text, integer, uuid) is
  'What matches of each kind, the best first, and what it can be chosen by; of all, or of one storyteller. query as in a search engine, language a tag such as en or es-MX, max 1 to 100. Raises 22004, 22023.';
-- All that there is of one person, newest first.

create function api.all_told_by(sharer uuid, max integer)
returns table (kind text, id uuid, "sharerId" uuid, "topicId" uuid, year integer, seen boolean)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
  return query
    select 'stories', s.id, s."profileSharerId", s."topicId",
      extract(year from coalesce(s."dateRecorded", s."createdAt"))::integer, s.seen
    from api.story s
    where s."profileSharerId" = sharer and (s."videoStatus" = 'READY' or s."canManage")
    order by s."createdAt" desc, s.id desc limit max;
  return query
    select 'topicVideos', t.id, t."profileSharerId", t."topicId",
      extract(year from coalesce(t."dateRecorded", t."createdAt"))::integer, null::boolean
    from api.topic_video t
    where t."profileSharerId" = sharer and (t.status = 'READY' or t."canManage")
    order by t."createdAt" desc, t.id desc limit max;
  return query
    select 'attachments', a.id, a."sharerId", a."topicId",
      coalesce(extract(year from a."dateCaptured"::date)::integer, a."yearCaptured", a."estimatedYear"),
      null::boolean
    from api.attachment a
    where a."sharerId" = sharer and a.state = 'ready'
    order by a."uploadedAt" desc, a.id desc limit max;
  return query
    select 'objects', o.id, sharer, p."promptCategoryId", null::integer, null::boolean
    from public."ProfileSharer" s
    join api.object o on o."userId" = s."profileId"
    left join public."PromptResponse" r on r.id = o."responseId"
    left join public."Prompt" p on p.id = r."promptId"
    where s.id = sharer
    order by o."createdAt" desc, o.id desc limit max;
end
$$;
comment on function api.all_told_by(uuid, integer) is
  'As api.search(), everything of a storyteller that the caller may watch and see, newest first.';

create function api.all_with(person uuid, language text, max integer)
returns table (kind text, id uuid, "sharerId" uuid, "topicId" uuid, year integer, seen boolean)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
declare
  teller uuid;
  named tsquery;
  photos uuid[];
  things uuid[];
  stories uuid[];
  topics uuid[];
begin
  select t."profileSharerId", private.to_query(language, '"' || translate(t.name, '"', '') || '"')
  into teller, named from public."PersonTag" t where t.id = person;
  photos := array(
    select j."promptResponseAttachmentId" from public."PromptResponseAttachmentPersonTag" j
    where j."personTagId" = person
  );
  things := array(
    select a."objectId" from public."PromptResponseAttachment" a
    where a.id = any (photos) and a.state = 'ready' and a."objectId" is not null
    union select private.object_candidates(named, max, teller)
  );
  stories := array(
    select a."promptResponseId" from public."PromptResponseAttachment" a
    where a.id = any (photos) and a.state = 'ready'
    union select private.search_candidates(named, max, teller)
  );
  topics := array(select private.topic_video_candidates(named, max, teller));
  return query select * from api.all_told_by(teller, max) f
    where f.id = any (photos || things || stories || topics);
end
$$;
comment on function api.all_with(uuid, text, integer) is
  'As api.search(), of one storyteller: photos that show a person, the stories and things that those lie beside, and what has all of their name in it.';

select private.grant_functions(array[
    'private.find_stories(tsquery, integer, uuid)', 'api.search(text, text, integer, uuid)',
    'api.all_told_by(uuid, integer)', 'api.all_with(uuid, text, integer)'
  ]::regprocedure[], 'authenticated');
