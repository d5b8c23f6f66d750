-- Topics a person keeps in sight. One's own, and the keeper's to look after.

create table public."TopicFavorite" (
  id uuid primary key default gen_random_uuid(),
  "profileId" uuid not null references public."Profile" (id) on delete cascade,
  "promptCategoryId" uuid not null references public."PromptCategory" (id) on delete cascade,
  "createdAt" timestamptz not null default now(),
  unique ("profileId", "promptCategoryId")
);
create index on public."TopicFavorite" ("promptCategoryId");
select private.close_table('public."TopicFavorite"');

create table public."TopicQueueItem" (
  id uuid primary key default gen_random_uuid(),
  "profileId" uuid not null references public."Profile" (id) on delete cascade,
  "promptCategoryId" uuid not null references public."PromptCategory" (id) on delete cascade,
  "createdAt" timestamptz not null default now(),
  unique ("profileId", "promptCategoryId")
);
create index on public."TopicQueueItem" ("promptCategoryId");
select private.close_table('public."TopicQueueItem"');

grant select, delete on public."TopicFavorite" to authenticated;
grant insert (id, "profileId", "promptCategoryId") on public."TopicFavorite" to authenticated;
create policy manager_select on public."TopicFavorite" for select to authenticated
  using ("profileId" = (select private.uid()) or "profileId" = any ((select private.executed_owners())::uuid[]));
create policy manager_insert on public."TopicFavorite" for insert to authenticated
  with check ("profileId" = (select private.uid()) or "profileId" = any ((select private.executed_owners())::uuid[]));
create policy manager_delete on public."TopicFavorite" for delete to authenticated
  using ("profileId" = (select private.uid()) or "profileId" = any ((select private.executed_owners())::uuid[]));

grant select, delete on public."TopicQueueItem" to authenticated;
grant insert (id, "profileId", "promptCategoryId") on public."TopicQueueItem" to authenticated;
create policy manager_select on public."TopicQueueItem" for select to authenticated
  using ("profileId" = (select private.uid()) or "profileId" = any ((select private.executed_owners())::uuid[]));
create policy manager_insert on public."TopicQueueItem" for insert to authenticated
  with check ("profileId" = (select private.uid()) or "profileId" = any ((select private.executed_owners())::uuid[]));
create policy manager_delete on public."TopicQueueItem" for delete to authenticated
  using ("profileId" = (select private.uid()) or "profileId" = any ((select private.executed_owners())::uuid[]));
