-- Topics a person keeps in sight. Closed to clients until their rules come.

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
