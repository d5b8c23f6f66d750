-- Attachments and objects as the pages show them.

create view api.attachment with (security_invoker = true) as
  select a.id, a."promptResponseId" as "responseId", a."profileSharerId" as "sharerId",
    p."promptText" as question, p."promptCategoryId" as "topicId",
    case when a."fileType" like 'image/%' then 'photo' when a."fileType" like 'audio/%' then 'audio'
      else 'document' end as kind,
    a."fileName", a."fileType", a."fileSize", a.title, a.description, a."estimatedYear",
    a."dateCaptured"::text as "dateCaptured", a."yearCaptured", a.state, a.problem, a.width, a.height,
    a."objectId", a."uploadedAt", private.cursor_time(a."uploadedAt") as at,
    (
      select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', coalesce(t.name, ''),
        'relation', t.relation) order by t.name, t.id), '[]')
      from public."PromptResponseAttachmentPersonTag" j
      join public."PersonTag" t on t.id = j."personTagId"
      where j."promptResponseAttachmentId" = a.id
    ) as people,
    exists (
      select from storage.objects o where o.bucket_id = 'attachments' and o.name = a."fileUrl"
    ) as "isStored",
    a."profileSharerId" = any ((select private.managed_sharers())::uuid[]) as "canManage"
  from public."PromptResponseAttachment" a
  join public."PromptResponse" r on r.id = a."promptResponseId"
  left join public."Prompt" p on p.id = r."promptId"
  -- what is on its way, or was refused, is of use to those alone who sent it
  where a.state = 'ready' or a."profileSharerId" = any ((select private.managed_sharers())::uuid[]);
comment on view api.attachment is
  'Attachments of the stories that the caller may read, with the question and the people in them.';

create view api.person_tag with (security_invoker = true) as
  select t.id, t."profileSharerId" as "sharerId", coalesce(t.name, '') as name, t.relation,
    count(a.id)::integer as attachments,
    t."profileSharerId" = any ((select private.managed_sharers())::uuid[]) as "canManage"
  from public."PersonTag" t
  left join public."PromptResponseAttachmentPersonTag" j on j."personTagId" = t.id
  left join public."PromptResponseAttachment" a
    on a.id = j."promptResponseAttachmentId" and a.state = 'ready'
  group by t.id;
comment on view api.person_tag is
  'People in attachments, with in how many of those that the caller may see.';

create view api.object with (security_invoker = true) as
  select o.id, o."userId", coalesce(o."objectName", '') as name, o."objectDescription" as description,
    o."categoryId", c."categoryName" as category, r.id as "responseId", p."promptText" as question,
    o."createdAt", private.cursor_time(o."createdAt") as at,
    (
      select a.id from public."PromptResponseAttachment" a
      where a."objectId" = o.id and a.state = 'ready' and a.width is not null
      order by a."uploadedAt", a.id limit 1
    ) as "coverId",
    o."userId" = (select private.uid())
      or o."userId" = any ((select private.executed_owners())::uuid[]) as "canManage",
    (select s.id from public."ProfileSharer" s where s."profileId" = o."userId") as "sharerId"
  from public."Object" o
  left join public."ObjectCategory" c on c.id = o."categoryId"
  left join public."PromptResponse" r on r.id = o."promptResponseId"
  left join public."Prompt" p on p.id = r."promptId"
  where o."userId" <> (select private.uid()) or (select private.acting_for()) is null;
comment on view api.object is
  'Objects that the caller may see, with the story beside which they lie and the first photo of each.';

grant select on api.attachment, api.person_tag, api.object to authenticated;
