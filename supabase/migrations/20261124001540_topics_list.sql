-- Topics that somebody wants to tell next, and favourite ones, with each topic and in the order of questions.

create function private.told_profile() returns uuid
language sql stable set search_path = '' as $$
  select case when private.acting_for() is null then private.uid()
    else (select s."profileId" from public."ProfileSharer" s where s.id = private.acting_for()) end
$$;
comment on function private.told_profile() is
  'Whose stories the caller tells: their own, or those of whom they act for.';
select private.grant_functions('{private.told_profile()}', 'authenticated, telloom_admin');

create or replace view api.topic with (security_invoker = true) as
  select c.id, coalesce(c.category, '') as title, c.description, c.theme, c.position,
    count(q.id)::integer as questions, count(q."responseId")::integer as told,
    exists (
      select from public."TopicFavorite" f
      where f."promptCategoryId" = c.id and f."profileId" = (select private.told_profile())
    ) as favorite,
    (
      select i."createdAt" from public."TopicQueueItem" i
      where i."promptCategoryId" = c.id and i."profileId" = (select private.told_profile())
    ) as "queuedAt"
  from public."PromptCategory" c
  left join api.question q on q."topicId" = c.id
  group by c.id;
comment on view api.topic is
  'Topics, with how many of their questions the caller has told, whether they are a favourite, and since when they are on the list of those to tell next.';

create or replace function api.next_questions(topic uuid, after uuid) returns setof api.question
language sql stable set search_path = '' as $$
  with open as materialized (
    select q.*, bool_or(q."responseId" is not null) over (partition by q."topicId") as begun,
      i."createdAt" as queued
    from api.question q
    left join public."TopicQueueItem" i
      on i."promptCategoryId" = q."topicId" and i."profileId" = (select private.told_profile())
  ), turns as materialized (
    select o.*, dense_rank() over (
      order by o.queued, o.begun desc, o."topicPosition" nulls last, o."topicId"
    ) as turn
    from open o
  ), skipped as (
    select t."topicId", t.turn, t.number from turns t where t.id = after
  )
  select t.id, t.text, t."isContextEstablishing", t."isObjectPrompt", t."topicId", t."topicTitle",
    t."topicPosition", t.number, t."of", t."responseId", t."videoStatus", t.retired
  from turns t left join skipped s on true
  where t."responseId" is null and not t.retired and t.id is distinct from after
    and (topic is null or t."topicId" = topic)
  order by
    -- what follows the skipped question, then from the beginning
    s.turn is not null and (t.turn, t.number) < (s.turn, s.number), t.turn, t.number
$$;
comment on function api.next_questions(uuid, uuid) is
  'Unanswered questions in the order to ask them, of one topic or of all: topics on the list, then those that are begun, then the others. after: the question that was skipped, or null.';
