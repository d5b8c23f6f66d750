-- Downloads, views, and the joins of old.

create table public."VideoDownload" (
  id uuid primary key default gen_random_uuid(),
  "profileId" uuid not null references public."Profile" (id) on delete cascade,
  "muxAssetId" text,
  quality text not null default 'high',
  "downloadedAt" timestamptz,
  status text not null default 'preparing',
  retries integer not null default 0,
  last_attempted timestamptz
);
create index on public."VideoDownload" ("profileId");
create index on public."VideoDownload" ("muxAssetId");
select private.close_table('public."VideoDownload"');

create table public."TopicVideoDownload" (
  id uuid primary key default gen_random_uuid(),
  "profileId" uuid not null references public."Profile" (id) on delete cascade,
  "muxAssetId" text,
  quality text not null default 'high',
  "downloadedAt" timestamptz,
  status text not null default 'preparing',
  retries integer not null default 0,
  last_attempted timestamptz
);
create index on public."TopicVideoDownload" ("profileId");
create index on public."TopicVideoDownload" ("muxAssetId");
select private.close_table('public."TopicVideoDownload"');

-- Prisma's implicit many-to-many tables: "A" and "B", in the order of the models' names.
-- https://www.prisma.io/docs/orm/prisma-schema/data-model/relations/many-to-many-relations

create table public."_ListenerPromptViews" (
  "A" uuid not null references public."ProfileListener" (id) on delete cascade,
  "B" uuid not null references public."PromptResponse" (id) on delete cascade
);
create unique index "_ListenerPromptViews_AB_unique" on public."_ListenerPromptViews" ("A", "B");
create index "_ListenerPromptViews_B_index" on public."_ListenerPromptViews" ("B");
select private.close_table('public."_ListenerPromptViews"');

create table public."_ListenerVideoViews" (
  "A" uuid not null references public."ProfileListener" (id) on delete cascade,
  "B" uuid not null references public."Video" (id) on delete cascade
);
create unique index "_ListenerVideoViews_AB_unique" on public."_ListenerVideoViews" ("A", "B");
create index "_ListenerVideoViews_B_index" on public."_ListenerVideoViews" ("B");
select private.close_table('public."_ListenerVideoViews"');

create table public."_PromptResponseToThematicVideo" (
  "A" uuid not null references public."PromptResponse" (id) on delete cascade,
  "B" uuid not null references public."TopicVideo" (id) on delete cascade
);
create unique index "_PromptResponseToThematicVideo_AB_unique" on public."_PromptResponseToThematicVideo" ("A", "B");
create index "_PromptResponseToThematicVideo_B_index" on public."_PromptResponseToThematicVideo" ("B");
select private.close_table('public."_PromptResponseToThematicVideo"');

create table public._prisma_migrations (
  id varchar(36) primary key,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
);
select private.close_table('public._prisma_migrations');

grant select, delete on public."VideoDownload" to authenticated;
grant insert (id, "profileId", "muxAssetId", quality) on public."VideoDownload" to authenticated;
create policy self_select on public."VideoDownload" for select to authenticated
  using ("profileId" = (select private.uid()));
create policy self_insert on public."VideoDownload" for insert to authenticated
  with check (
    "profileId" = (select private.uid())
    and exists (select from public."Video" v where v."muxAssetId" = "VideoDownload"."muxAssetId")
  );
create policy self_delete on public."VideoDownload" for delete to authenticated
  using ("profileId" = (select private.uid()));

grant select, delete on public."TopicVideoDownload" to authenticated;
grant insert (id, "profileId", "muxAssetId", quality) on public."TopicVideoDownload" to authenticated;
create policy self_select on public."TopicVideoDownload" for select to authenticated
  using ("profileId" = (select private.uid()));
create policy self_insert on public."TopicVideoDownload" for insert to authenticated
  with check (
    "profileId" = (select private.uid())
    and exists (select from public."TopicVideo" v where v."muxAssetId" = "TopicVideoDownload"."muxAssetId")
  );
create policy self_delete on public."TopicVideoDownload" for delete to authenticated
  using ("profileId" = (select private.uid()));

grant select on public."_ListenerPromptViews" to authenticated;
grant insert ("A", "B") on public."_ListenerPromptViews" to authenticated;
create policy tied_select on public."_ListenerPromptViews" for select to authenticated
  using (exists (select from public."ProfileListener" l where l.id = "A"));
create policy listener_insert on public."_ListenerPromptViews" for insert to authenticated
  with check (exists (
    select from public."ProfileListener" l join public."PromptResponse" b on b."profileSharerId" = l."sharerId"
    where l.id = "A" and b.id = "B" and l."listenerId" = (select private.uid()) and l."hasAccess"
  ));

grant select on public."_ListenerVideoViews" to authenticated;
grant insert ("A", "B") on public."_ListenerVideoViews" to authenticated;
create policy tied_select on public."_ListenerVideoViews" for select to authenticated
  using (exists (select from public."ProfileListener" l where l.id = "A"));
create policy listener_insert on public."_ListenerVideoViews" for insert to authenticated
  with check (exists (
    select from public."ProfileListener" l join public."Video" b on b."profileSharerId" = l."sharerId"
    where l.id = "A" and b.id = "B" and l."listenerId" = (select private.uid()) and l."hasAccess"
  ));

-- A topic video and the stories it draws on belong to one sharer, whoever writes.
create function private.check_thematic_sharer() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select from public."PromptResponse" r
    join public."TopicVideo" v on v."profileSharerId" = r."profileSharerId"
    where r.id = new."A" and v.id = new."B"
  ) then
    raise check_violation using message = 'a topic video and the stories it draws on belong to one sharer';
  end if;
  return null;
end
$$;
comment on function private.check_thematic_sharer() is 'Definer: holds for every writer alike.';
select private.grant_functions('{private.check_thematic_sharer()}', '');
create trigger thematic_video_check after insert or update on public."_PromptResponseToThematicVideo"
  for each row execute function private.check_thematic_sharer();

grant select, delete on public."_PromptResponseToThematicVideo" to authenticated;
grant insert ("A", "B") on public."_PromptResponseToThematicVideo" to authenticated;
-- Who may read a story may see the topic videos of its sharer, so the story alone is asked.
create policy reader_select on public."_PromptResponseToThematicVideo" for select to authenticated
  using (exists (select from public."PromptResponse" r where r.id = "A"));
create policy manager_insert on public."_PromptResponseToThematicVideo" for insert to authenticated
  with check (exists (
    select from public."TopicVideo" v
    where v.id = "B" and v."profileSharerId" = any ((select private.managed_sharers())::uuid[])
  ));
create policy manager_delete on public."_PromptResponseToThematicVideo" for delete to authenticated
  using (exists (
    select from public."TopicVideo" v
    where v.id = "B" and v."profileSharerId" = any ((select private.managed_sharers())::uuid[])
  ));
