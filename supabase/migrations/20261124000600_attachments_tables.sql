-- Photos, papers and objects, and the people in them. Closed to clients until their rules come.

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
