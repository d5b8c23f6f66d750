-- Photos, papers and objects, and the people in them.

create type public.person_relation as enum (
  'Self', 'Spouse', 'Partner', 'Mother', 'Father', 'Stepmother', 'Stepfather', 'Daughter', 'Son',
  'Stepdaughter', 'Stepson', 'Child', 'Sister', 'Brother', 'Sibling', 'Grandmother', 'Grandfather',
  'Grandparent', 'GreatGrandmother', 'GreatGrandfather', 'Granddaughter', 'Grandson', 'Grandchild',
  'GreatGrandchild', 'Aunt', 'Uncle', 'Niece', 'Nephew', 'Cousin', 'MotherInLaw', 'FatherInLaw',
  'DaughterInLaw', 'SonInLaw', 'SisterInLaw', 'BrotherInLaw', 'Godparent', 'Godchild', 'Guardian',
  'Friend', 'Neighbor', 'Colleague', 'Teacher', 'Other'
);

create table public."PersonTag" (
  id uuid primary key default gen_random_uuid(),
  name text,
  "profileSharerId" uuid not null references public."ProfileSharer" (id) on delete cascade,
  relation public.person_relation,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  unique (id, "profileSharerId")
);
create index on public."PersonTag" ("profileSharerId");
select private.close_table('public."PersonTag"');
create trigger person_tag_touch before update on public."PersonTag"
  for each row execute function private.touch();

create table public."PromptResponseAttachment" (
  id uuid primary key default gen_random_uuid(),
  "promptResponseId" uuid not null,
  "profileSharerId" uuid not null references public."ProfileSharer" (id) on delete cascade,
  "fileUrl" text,
  "fileType" text,
  "fileName" text,
  "fileSize" integer,
  title text,
  description text,
  "estimatedYear" integer,
  "dateCaptured" date,
  "yearCaptured" integer,
  "uploadedAt" timestamptz not null default now(),
  -- an attachment and its response belong to one sharer
  constraint "PromptResponseAttachment_promptResponseId_fkey"
    foreign key ("promptResponseId", "profileSharerId")
    references public."PromptResponse" (id, "profileSharerId") on delete cascade
);
create index on public."PromptResponseAttachment" ("promptResponseId");
create index on public."PromptResponseAttachment" ("profileSharerId");
select private.close_table('public."PromptResponseAttachment"');

create table public."PromptResponseAttachmentPersonTag" (
  id uuid primary key default gen_random_uuid(),
  "promptResponseAttachmentId" uuid not null
    references public."PromptResponseAttachment" (id) on delete cascade,
  "personTagId" uuid not null references public."PersonTag" (id) on delete cascade,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  unique ("promptResponseAttachmentId", "personTagId")
);
create index on public."PromptResponseAttachmentPersonTag" ("personTagId");
select private.close_table('public."PromptResponseAttachmentPersonTag"');
create trigger attachment_person_tag_touch before update on public."PromptResponseAttachmentPersonTag"
  for each row execute function private.touch();

create table public."ObjectCategory" (
  id uuid primary key default gen_random_uuid(),
  "categoryName" text,
  description text,
  "airtableRecordId" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
select private.close_table('public."ObjectCategory"');
create trigger object_category_touch before update on public."ObjectCategory"
  for each row execute function private.touch();

create table public."Object" (
  id uuid primary key default gen_random_uuid(),
  "userId" uuid not null references public."Profile" (id) on delete cascade,
  "objectName" text,
  "objectDescription" text,
  "airtableRecordId" text,
  "promptResponseId" uuid references public."PromptResponse" (id) on delete set null,
  "categoryId" uuid references public."ObjectCategory" (id) on delete set null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on public."Object" ("userId");
create index on public."Object" ("promptResponseId");
create index on public."Object" ("categoryId");
select private.close_table('public."Object"');
create trigger object_touch before update on public."Object"
  for each row execute function private.touch();

-- An attachment and its tags belong to one sharer, whoever writes.
create function private.check_tag_sharer() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select from public."PromptResponseAttachment" a
    join public."PersonTag" t on t."profileSharerId" = a."profileSharerId"
    where a.id = new."promptResponseAttachmentId" and t.id = new."personTagId"
  ) then
    raise check_violation using message = 'an attachment and its tags belong to one sharer';
  end if;
  return null;
end
$$;
comment on function private.check_tag_sharer() is
  'Definer: the policy of PersonTag asks the table that this guards.';
create trigger attachment_person_tag_check after insert or update on public."PromptResponseAttachmentPersonTag"
  for each row execute function private.check_tag_sharer();

-- A safe, readable part of an address: letters and digits, joined by hyphens.
create function public.slugify(value text) returns text
language sql stable strict set search_path = '' as $$
  select btrim(regexp_replace(lower(extensions.unaccent(value)), '[^a-z0-9]+', '-', 'g'), '-')
$$;
comment on function public.slugify(text) is
  'Lower case, without accents, everything else a hyphen: ''Año Nuevo, 1952!'' → ''ano-nuevo-1952''. Empty where nothing is left; null for null.';

create function public.generate_attachment_filename(
  profile_sharer_id uuid, prompt_response_id uuid, original_name text
) returns text
language plpgsql volatile set search_path = '' as $$
declare
  -- the last part of a path of any system, without what no file system should see
  base text := regexp_replace(original_name, '^.*[/\\]', '');
  extension text := lower(substring(base from '\.([A-Za-z0-9]{1,10})$'));
  stem text := left(public.slugify(regexp_replace(base, '\.[A-Za-z0-9]{1,10}$', '')), 80);
begin
  if profile_sharer_id is null or prompt_response_id is null or original_name is null then
    raise null_value_not_allowed
      using message = 'profile_sharer_id, prompt_response_id and original_name are needed';
  end if;
  return profile_sharer_id || '/' || prompt_response_id || '/'
    || coalesce(nullif(btrim(stem, '-'), ''), 'file') || '-'
    || encode(extensions.gen_random_bytes(6), 'hex') || coalesce('.' || extension, '');
end
$$;
comment on function public.generate_attachment_filename(uuid, uuid, text) is
  'A new name in bucket attachments: <sharer>/<response>/<slug>-<12 hex digits>.<extension>. 22004 for a null.';

select private.grant_functions('{private.check_tag_sharer()}', '');
select private.grant_functions(array[
    'public.slugify(text)', 'public.generate_attachment_filename(uuid, uuid, text)'
  ]::regprocedure[], 'authenticated, service_role, telloom_admin');

-- Rules -----------------------------------------------------------------------------------

grant select, delete on public."PromptResponseAttachment" to authenticated;
grant insert (id, "promptResponseId", "profileSharerId", "fileUrl", "fileType", "fileName",
    "fileSize", title, description, "estimatedYear", "dateCaptured", "yearCaptured")
  on public."PromptResponseAttachment" to authenticated;
grant update ("fileUrl", "fileType", "fileName", "fileSize", title, description, "estimatedYear",
    "dateCaptured", "yearCaptured")
  on public."PromptResponseAttachment" to authenticated;
create policy reader_select on public."PromptResponseAttachment" for select to authenticated
  using (exists (select from public."PromptResponse" r where r.id = "promptResponseId"));
create policy manager_insert on public."PromptResponseAttachment" for insert to authenticated
  with check ("profileSharerId" = any ((select private.managed_sharers())::uuid[]));
create policy manager_update on public."PromptResponseAttachment" for update to authenticated
  using ("profileSharerId" = any ((select private.managed_sharers())::uuid[]));
create policy manager_delete on public."PromptResponseAttachment" for delete to authenticated
  using ("profileSharerId" = any ((select private.managed_sharers())::uuid[]));

grant select, delete on public."PromptResponseAttachmentPersonTag" to authenticated;
grant insert (id, "promptResponseAttachmentId", "personTagId"), update ("personTagId")
  on public."PromptResponseAttachmentPersonTag" to authenticated;
create policy reader_select on public."PromptResponseAttachmentPersonTag" for select to authenticated
  using (exists (select from public."PromptResponseAttachment" a where a.id = "promptResponseAttachmentId"));
create policy manager_insert on public."PromptResponseAttachmentPersonTag" for insert to authenticated
  with check (exists (
    select from public."PromptResponseAttachment" a
    where a.id = "promptResponseAttachmentId"
      and a."profileSharerId" = any ((select private.managed_sharers())::uuid[])
  ));
create policy manager_update on public."PromptResponseAttachmentPersonTag" for update to authenticated
  using (exists (
    select from public."PromptResponseAttachment" a
    where a.id = "promptResponseAttachmentId"
      and a."profileSharerId" = any ((select private.managed_sharers())::uuid[])
  ));
create policy manager_delete on public."PromptResponseAttachmentPersonTag" for delete to authenticated
  using (exists (
    select from public."PromptResponseAttachment" a
    where a.id = "promptResponseAttachmentId"
      and a."profileSharerId" = any ((select private.managed_sharers())::uuid[])
  ));

grant select, delete on public."PersonTag" to authenticated;
grant insert (id, name, "profileSharerId", relation), update (name, relation)
  on public."PersonTag" to authenticated;
create policy reader_select on public."PersonTag" for select to authenticated
  using (
    "profileSharerId" = any ((select private.managed_sharers())::uuid[])
    or exists (select from public."PromptResponseAttachmentPersonTag" j where j."personTagId" = "PersonTag".id)
  );
create policy manager_insert on public."PersonTag" for insert to authenticated
  with check ("profileSharerId" = any ((select private.managed_sharers())::uuid[]));
create policy manager_update on public."PersonTag" for update to authenticated
  using ("profileSharerId" = any ((select private.managed_sharers())::uuid[]));
create policy manager_delete on public."PersonTag" for delete to authenticated
  using ("profileSharerId" = any ((select private.managed_sharers())::uuid[]));

grant select on public."ObjectCategory" to authenticated;
create policy signed_in_select on public."ObjectCategory" for select to authenticated
  using ((select private.uid()) is not null);

-- An object lies beside a story of its owner's own, never beside somebody else's.
grant select, delete on public."Object" to authenticated;
grant insert (id, "userId", "objectName", "objectDescription", "promptResponseId", "categoryId"),
  update ("objectName", "objectDescription", "promptResponseId", "categoryId")
  on public."Object" to authenticated;
create policy reader_select on public."Object" for select to authenticated
  using (
    "userId" = (select private.uid())
    or "userId" = any ((select private.executed_owners())::uuid[])
    or exists (select from public."PromptResponse" r where r.id = "promptResponseId")
  );
create policy manager_insert on public."Object" for insert to authenticated
  with check (
    ("userId" = (select private.uid()) or "userId" = any ((select private.executed_owners())::uuid[]))
    and ("promptResponseId" is null or exists (
      select from public."PromptResponse" r join public."ProfileSharer" s on s.id = r."profileSharerId"
      where r.id = "promptResponseId" and s."profileId" = "userId"
    ))
  );
create policy manager_update on public."Object" for update to authenticated
  using ("userId" = (select private.uid()) or "userId" = any ((select private.executed_owners())::uuid[]))
  with check (
    "promptResponseId" is null or exists (
      select from public."PromptResponse" r join public."ProfileSharer" s on s.id = r."profileSharerId"
      where r.id = "promptResponseId" and s."profileId" = "userId"
    )
  );
create policy manager_delete on public."Object" for delete to authenticated
  using ("userId" = (select private.uid()) or "userId" = any ((select private.executed_owners())::uuid[]));
