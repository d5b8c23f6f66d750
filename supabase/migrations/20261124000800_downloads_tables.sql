-- Downloads, views, and the joins of old. Closed to clients until their rules come.

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
