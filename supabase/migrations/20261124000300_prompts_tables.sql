-- Questions (prompts) and their topics (prompt categories). Everybody reads them.

create type public."Theme" as enum (
  'LIFE_EXPERIENCES', 'HEALTH_AND_WELLBEING', 'FOOD', 'FAMILY', 'WORK', 'FAITH_AND_VALUES',
  'PLACES', 'CUSTOM'
);

create table public."PromptCategory" (
  id uuid primary key default gen_random_uuid(),
  category text,
  description text,
  theme public."Theme",
  "airtableId" text,
  position integer,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
comment on column public."PromptCategory".position is 'Order on the page, from 1. Nulls come last.';
create unique index "PromptCategory_airtableId_key" on public."PromptCategory" ("airtableId");
select private.close_table('public."PromptCategory"');
create trigger prompt_category_touch before update on public."PromptCategory"
  for each row execute function private.touch();

create table public."Prompt" (
  id uuid primary key default gen_random_uuid(),
  "promptText" varchar(255) not null,
  "promptType" varchar(255) not null default 'default',
  "isContextEstablishing" boolean not null default false,
  "isObjectPrompt" boolean,
  "promptCategoryId" uuid references public."PromptCategory" (id) on delete set null,
  "airtableId" varchar,
  "categoryAirtableId" varchar,
  position integer,
  "retiredAt" timestamptz,
  search_vector tsvector,
  "createdAt" timestamp not null default now(),
  "updatedAt" timestamp not null default now()
);
comment on column public."Prompt".position is
  'Order within the topic, from 1, after the context-establishing ones. Nulls come last.';
comment on column public."Prompt"."retiredAt" is
  'Since when nobody is asked it any more; what was told stays with it. Null: it is asked.';
create index on public."Prompt" ("promptCategoryId");
create unique index "Prompt_airtableId_key" on public."Prompt" ("airtableId");
create index on public."Prompt" using gin (search_vector);
select private.close_table('public."Prompt"');
create trigger prompt_touch before update on public."Prompt"
  for each row execute function private.touch();

-- The dictionary for a language tag such as `en` or `es-MX`; without accents and stems for
-- languages that PostgreSQL has none for. Inlined, as it is asked for each text.
create function private.search_config(language text) returns regconfig
language sql immutable
return case lower(split_part(split_part(coalesce(language, 'en'), '-', 1), '_', 1))
  when 'da' then 'pg_catalog.danish'::regconfig
  when 'de' then 'pg_catalog.german'
  when 'en' then 'pg_catalog.english'
  when 'es' then 'pg_catalog.spanish'
  when 'fi' then 'pg_catalog.finnish'
  when 'fr' then 'pg_catalog.french'
  when 'it' then 'pg_catalog.italian'
  when 'nl' then 'pg_catalog.dutch'
  when 'no' then 'pg_catalog.norwegian'
  when 'pt' then 'pg_catalog.portuguese'
  when 'ro' then 'pg_catalog.romanian'
  when 'ru' then 'pg_catalog.russian'
  when 'sv' then 'pg_catalog.swedish'
  when 'tr' then 'pg_catalog.turkish'
  else 'pg_catalog.simple'
end;

create function private.to_search(language text, document text) returns tsvector
language sql stable
return to_tsvector(private.search_config(language), extensions.unaccent(coalesce(document, '')));

create function public.prompt_search_vector_update() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.search_vector := private.to_search('en', new."promptText");
  return new;
end
$$;
create trigger prompt_search_vector_update before insert or update on public."Prompt"
  for each row execute function public.prompt_search_vector_update();

select private.grant_functions(array[
    'private.search_config(text)', 'private.to_search(text, text)'
  ]::regprocedure[], 'authenticated, service_role, telloom_admin');
select private.grant_functions('{public.prompt_search_vector_update()}', '');

grant select on public."PromptCategory", public."Prompt" to anon, authenticated;
create policy everyone_select on public."PromptCategory" for select to anon, authenticated using (true);
create policy everyone_select on public."Prompt" for select to anon, authenticated using (true);
