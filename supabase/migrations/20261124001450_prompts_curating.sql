-- Questions as admins look after them: retired instead of deleted where somebody has told, in an order,
-- and shown side by side where two of them ask the same.

create extension if not exists pg_trgm with schema extensions;

alter table public."Prompt" add column "retiredAt" timestamptz;
comment on column public."Prompt"."retiredAt" is
  'Since when nobody is asked it any more; what was told stays with it. Null: it is asked.';

-- A retired question stays with whoever told it or began to, and nobody else meets it.
create or replace view api.question with (security_invoker = true) as
  select p.id, p."promptText" as text, p."isContextEstablishing",
    coalesce(p."isObjectPrompt", false) as "isObjectPrompt",
    p."promptCategoryId" as "topicId", c.category as "topicTitle", c.position as "topicPosition",
    row_number() over topic::integer as number,
    count(*) over (partition by p."promptCategoryId")::integer as "of",
    own.id as "responseId", v.status as "videoStatus", p."retiredAt" is not null as retired
  from public."Prompt" p
  left join public."PromptCategory" c on c.id = p."promptCategoryId"
  left join lateral (
    select r.id, r."videoId" from public."PromptResponse" r
    where r."promptId" = p.id and r."profileSharerId" = any ((select private.told_sharers())::uuid[])
    order by r."createdAt" limit 1
  ) own on true
  left join public."Video" v on v.id = own."videoId"
  where p."retiredAt" is null or own.id is not null or exists (
    select from public."Video" begun where begun."promptId" = p.id
      and begun."profileSharerId" = any ((select private.told_sharers())::uuid[])
  )
  window topic as (
    partition by p."promptCategoryId"
    order by p."isContextEstablishing" desc, p.position nulls last, p."createdAt", p.id
  );

create or replace function api.next_questions(topic uuid, after uuid) returns setof api.question
language sql stable set search_path = '' as $$
  with open as materialized (
    select q.*, bool_or(q."responseId" is not null) over (partition by q."topicId") as begun
    from api.question q
  ), skipped as (
    select o."topicId", o."topicPosition", o.number from open o where o.id = after
  )
  select o.id, o.text, o."isContextEstablishing", o."isObjectPrompt", o."topicId", o."topicTitle",
    o."topicPosition", o.number, o."of", o."responseId", o."videoStatus", o.retired
  from open o left join skipped s on true
  where o."responseId" is null and not o.retired and o.id is distinct from after
    and (topic is null or o."topicId" = topic)
  order by
    -- what follows the skipped question in its topic, then the other topics, then what came before
    case when s.number is null then 0
      when o."topicId" = s."topicId" and o.number > s.number then 0
      when o."topicId" is distinct from s."topicId" then 1
      else 2 end,
    case when s.number is not null and o."topicPosition" <= s."topicPosition" then 1 else 0 end,
    o.begun desc, o."topicPosition" nulls last, o."topicId", o.number
$$;

-- What admins see -----------------------------------------------------------------------------

create view api.curated_prompt with (security_invoker = true) as
  select p.id, p."promptText" as text, p."promptType" as type, p."isContextEstablishing",
    coalesce(p."isObjectPrompt", false) as "isObjectPrompt", p."promptCategoryId" as "categoryId",
    c.category, c.theme, p."retiredAt",
    (select count(*)::integer from public."PromptResponse" r where r."promptId" = p.id) as stories,
    (select count(*)::integer from public."Video" v where v."promptId" = p.id) as recordings,
    row_number() over (
      order by c.position, c.category, c.id, p."isContextEstablishing" desc, p.position, p."createdAt", p.id
    )::integer as place
  from public."Prompt" p left join public."PromptCategory" c on c.id = p."promptCategoryId";
comment on view api.curated_prompt is
  'Every question in the order of asking, with how much was told of it. For admins.';

create view api.curated_category with (security_invoker = true) as
  select c.id, coalesce(c.category, '') as category, c.description, c.theme,
    (select count(*)::integer from public."Prompt" p
      where p."promptCategoryId" = c.id and p."retiredAt" is null) as asked,
    (select count(*)::integer from public."Prompt" p
      where p."promptCategoryId" = c.id and p."retiredAt" is not null) as retired,
    (select count(*)::integer from public."TopicVideo" t where t."promptCategoryId" = c.id) as "topicVideos",
    row_number() over (order by c.position, c.category, c.id)::integer as place
  from public."PromptCategory" c;
comment on view api.curated_category is 'Every topic in its order, with what belongs to it. For admins.';
revoke all on api.curated_prompt, api.curated_category from public, anon, authenticated;
grant select on api.curated_prompt, api.curated_category to telloom_admin;

create function api.alike_prompts(threshold real)
returns table (one uuid, other uuid, likeness real)
language sql stable set search_path = '' as $$
  with asked as materialized (
    select p.id, lower(extensions.unaccent(p."promptText")) as words
    from public."Prompt" p where p."retiredAt" is null
  )
  select a.id, b.id, l.likeness
  from asked a join asked b on a.id < b.id
  cross join lateral (select extensions.similarity(a.words, b.words) as likeness) l
  where l.likeness >= threshold
  order by l.likeness desc, a.id, b.id limit 100
$$;
comment on function api.alike_prompts(real) is
  'Pairs of questions, asked today, whose words are as alike as the threshold or more, from 0 to 1; the most alike ones.';

-- Taking away ---------------------------------------------------------------------------------
-- The row is held first, so that nobody begins to tell in the same moment: their foreign key waits,
-- and finds it gone or kept.

create function api.remove_prompt(prompt uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform 1 from public."Prompt" p where p.id = prompt for update;
  if not found then
    raise no_data_found using message = 'there is no such question';
  end if;
  if exists (select from public."PromptResponse" r where r."promptId" = prompt)
    or exists (select from public."Video" v where v."promptId" = prompt)
  then
    raise object_not_in_prerequisite_state
      using message = 'somebody has told this', detail = 'in-use';
  end if;
  delete from public."Prompt" p where p.id = prompt;
end
$$;
comment on function api.remove_prompt(uuid) is
  'Deletes a question that nobody has told or begun to tell. P0002 no such question; 55000 somebody has: it can be retired.';

create function api.remove_prompt_category(topic uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform 1 from public."PromptCategory" c where c.id = topic for update;
  if not found then
    raise no_data_found using message = 'there is no such topic';
  end if;
  if exists (select from public."Prompt" p where p."promptCategoryId" = topic)
    or exists (select from public."TopicVideo" t where t."promptCategoryId" = topic)
    or exists (select from private.upload u where u."topicId" = topic)
  then
    raise object_not_in_prerequisite_state
      using message = 'questions or recordings belong to this topic', detail = 'in-use';
  end if;
  delete from public."PromptCategory" c where c.id = topic;
end
$$;
comment on function api.remove_prompt_category(uuid) is
  'Deletes a topic that no question and no recording belongs to. P0002 no such topic; 55000 something belongs to it.';

select private.grant_functions(array[
    'api.alike_prompts(real)', 'api.remove_prompt(uuid)', 'api.remove_prompt_category(uuid)'
  ]::regprocedure[], 'telloom_admin');
