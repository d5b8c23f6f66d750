-- Questions and topics as admins look after them: deleted only where nobody has told or begun to.

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

select private.grant_functions(
  '{api.remove_prompt(uuid), api.remove_prompt_category(uuid)}', 'telloom_admin');
