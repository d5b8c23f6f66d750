-- Schema storage as Supabase has it (github.com/supabase/storage, migrations/tenant), for a PostgreSQL
-- that is not Supabase: buckets, objects, and the functions that policies call. Multipart uploads and
-- the paged listings of its HTTP service are left out; nothing here serves them.
-- Applied only where schema storage is absent; needs roles.sql.

create schema storage;

create type storage.buckettype as enum ('STANDARD', 'ANALYTICS', 'VECTOR');

create table storage.buckets (
  id text primary key,
  name text not null,
  owner uuid,
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  public boolean default false,
  avif_autodetection boolean default false,
  file_size_limit bigint,
  allowed_mime_types text[],
  owner_id text,
  type storage.buckettype not null default 'STANDARD',
  versioning_status text not null default 'DISABLED',
  constraint buckets_versioning_status_check
    check (versioning_status in ('DISABLED', 'ENABLED', 'SUSPENDED')),
  constraint buckets_versioning_standard_only_check
    check (type = 'STANDARD' or versioning_status = 'DISABLED'),
  -- versioning is prepared on Supabase and not switched on yet
  constraint buckets_versioning_dark_check check (versioning_status = 'DISABLED')
);
create unique index bname on storage.buckets (name);
comment on column storage.buckets.owner is 'Deprecated, use owner_id.';

create table storage.objects (
  id uuid primary key default gen_random_uuid(),
  bucket_id text,
  name text,
  owner uuid,
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  last_accessed_at timestamptz default now(),
  metadata jsonb,
  path_tokens text[] generated always as (string_to_array(name, '/')) stored,
  version text,
  owner_id text,
  user_metadata jsonb,
  archived_at timestamptz,
  is_delete_marker boolean not null default false,
  is_versioned boolean not null default false,
  constraint "objects_bucketId_fkey" foreign key (bucket_id) references storage.buckets (id)
);
create unique index bucketid_objname on storage.objects (bucket_id, name);
create index name_prefix_search on storage.objects (name text_pattern_ops);
create index idx_objects_bucket_id_name on storage.objects (bucket_id, name collate "C");
create index idx_objects_bucket_id_name_lower on storage.objects (bucket_id, lower(name) collate "C");
comment on column storage.objects.owner is 'Deprecated, use owner_id.';

create table storage.migrations (
  id integer primary key,
  name varchar(100) not null unique,
  hash varchar(40) not null,
  executed_at timestamp default current_timestamp
);

-- On, and no policy: what may be seen is for the migrations to say.
alter table storage.buckets enable row level security;
alter table storage.objects enable row level security;
alter table storage.migrations enable row level security;

-- ---------------------------------------------------------------- paths

create function storage.foldername(name text) returns text[]
language plpgsql immutable as $$
declare
  tokens text[] := string_to_array(name, '/');
begin
  -- an empty name has no folder at all, not an empty list of folders
  return case when name <> '' then tokens[1:cardinality(tokens) - 1] end;
end
$$;
comment on function storage.foldername(text) is
  'The folders of a path: ''a/b/c.txt'' gives {a,b}, ''c.txt'' gives {}, an empty name gives null.';

create function storage.filename(name text) returns text
language plpgsql immutable as $$
declare
  tokens text[] := string_to_array(name, '/');
begin
  return tokens[cardinality(tokens)];
end
$$;
comment on function storage.filename(text) is
  'What follows the last slash: ''a/b/'' gives the empty string, an empty name gives null.';

create function storage.extension(name text) returns text
language plpgsql immutable as $$
begin
  return regexp_replace(storage.filename(name), '^.*\.', '');
end
$$;
comment on function storage.extension(text) is
  'What follows the last dot of the file name, and the whole file name where there is no dot.';

create function storage.get_common_prefix(p_key text, p_prefix text, p_delimiter text) returns text
language sql immutable as $$
  select case when strpos(rest, p_delimiter) > 0
    then p_prefix || left(rest, strpos(rest, p_delimiter) + length(p_delimiter) - 1) end
  from substr(p_key, length(p_prefix) + 1) as rest
$$;
comment on function storage.get_common_prefix(text, text, text) is
  'The folder of a key below a prefix, with its delimiter; null where the key lies in the prefix itself.';

-- ---------------------------------------------------------------- what policies ask

create function storage.operation() returns text
language plpgsql stable as $$
begin
  return current_setting('storage.operation', true);
end
$$;
comment on function storage.operation() is
  'What the storage service is doing, such as storage.object.list; null or empty outside of it.';

create function storage.allow_any_operation(expected_operations text[]) returns boolean
language sql stable as $$
  -- operations are written with or without the leading "storage."
  select exists (
    select from unnest(expected_operations) as expected
    where expected <> ''
      and regexp_replace(expected, '^storage\.', '') = regexp_replace(storage.operation(), '^storage\.', '')
  )
$$;

create function storage.allow_only_operation(expected_operation text) returns boolean
language sql stable as $$
  select storage.allow_any_operation(array[expected_operation])
$$;

create function storage.can_insert_object(bucketid text, name text, owner uuid, metadata jsonb)
returns void language plpgsql as $$
begin
  insert into storage.objects (bucket_id, name, owner, metadata)
  values (bucketid, name, owner, metadata);
  raise exception using errcode = 'PT200', message = 'ROLLBACK', detail = 'rollback successful insert';
end
$$;
comment on function storage.can_insert_object(text, text, uuid, jsonb) is
  'Tries an upload under the caller''s own policies and always raises: PT200 "ROLLBACK" where it would '
  'have been allowed, otherwise the error that forbids it (42501, 23503, 23505).';

create function storage.get_size_by_bucket() returns table (size bigint, bucket_id text)
language plpgsql stable as $$
begin
  return query
    select sum((o.metadata ->> 'size')::bigint)::bigint, o.bucket_id
    from storage.objects o
    group by o.bucket_id;
end
$$;
comment on function storage.get_size_by_bucket() is
  'Bytes in each bucket, of the objects that the caller may see. An empty bucket has no row.';

create function storage.search(
  prefix text, bucketname text, limits integer default 100, levels integer default 1,
  offsets integer default 0, search text default '', sortcolumn text default 'name',
  sortorder text default 'asc'
) returns table (
  name text, id uuid, updated_at timestamptz, created_at timestamptz, last_accessed_at timestamptz,
  metadata jsonb
)
language plpgsql stable as $$
#variable_conflict use_column
declare
  wanted constant text := lower(coalesce(prefix, '') || coalesce(search, ''));
  direction constant int := case when lower(sortorder) = 'desc' then -1 else 1 end;
begin
  return query
    with found as (
      select o.*, o.path_tokens[levels] as entry, cardinality(o.path_tokens) > levels as is_folder
      from storage.objects o
      where o.bucket_id = bucketname
        and starts_with(lower(o.name), wanted)
        and cardinality(o.path_tokens) >= levels
    ), entries as (
      select distinct f.entry, true as is_folder, null::uuid as id, null::timestamptz as updated_at,
        null::timestamptz as created_at, null::timestamptz as last_accessed_at, null::jsonb as metadata
      from found f where f.is_folder
      union all
      select f.entry, false, f.id, f.updated_at, f.created_at, f.last_accessed_at, f.metadata
      from found f where not f.is_folder
    )
    select e.entry, e.id, e.updated_at, e.created_at, e.last_accessed_at, e.metadata
    from entries e
    order by
      e.is_folder desc,
      direction * extract(epoch from case sortcolumn when 'updated_at' then e.updated_at
        when 'created_at' then e.created_at when 'last_accessed_at' then e.last_accessed_at end),
      case when direction = 1 then e.entry end collate "C",
      case when direction = -1 then e.entry end collate "C" desc
    limit coalesce(limits, 100) offset coalesce(offsets, 0);
end
$$;
comment on function storage.search(text, text, integer, integer, integer, text, text, text) is
  'One level of a bucket, folders (id null) before files. prefix||search is matched from the start of '
  'the whole name, in any case and without wildcards; levels counts from 1. sortcolumn is name, '
  'updated_at, created_at or last_accessed_at; anything else sorts by name.';

-- ---------------------------------------------------------------- triggers

create function storage.update_updated_at_column() returns trigger
language plpgsql as $$
begin
  new.updated_at := now();
  return new;
end
$$;

create function storage.enforce_bucket_name_length() returns trigger
language plpgsql as $$
begin
  if length(new.name) > 100 then
    raise exception 'bucket name "%" is too long (% characters). Max is 100.', new.name, length(new.name);
  end if;
  return new;
end
$$;

create function storage.protect_delete() returns trigger
language plpgsql as $$
begin
  if current_setting('storage.allow_delete_query', true) is distinct from 'true' then
    raise exception using
      errcode = 'insufficient_privilege',
      message = 'Direct deletion from storage tables is not allowed. Use the Storage API instead.',
      hint = 'A row deleted here leaves its file behind.';
  end if;
  return null;
end
$$;

create trigger enforce_bucket_name_length_trigger before insert or update of name on storage.buckets
  for each row execute function storage.enforce_bucket_name_length();
create trigger protect_buckets_delete before delete on storage.buckets
  for each statement execute function storage.protect_delete();
create trigger update_objects_updated_at before update on storage.objects
  for each row execute function storage.update_updated_at_column();
create trigger protect_objects_delete before delete on storage.objects
  for each statement execute function storage.protect_delete();

-- ---------------------------------------------------------------- grants and owner

grant usage on schema storage to anon, authenticated, service_role;
grant execute on all functions in schema storage to anon, authenticated, service_role;
grant select, insert, update, delete, truncate, references, trigger on all tables in schema storage
  to service_role;
-- Supabase gives these two TRUNCATE, REFERENCES and TRIGGER as well. TRUNCATE does not ask row level
-- security, and no client of ours has a use for the others.
grant select, insert, update, delete on all tables in schema storage to anon, authenticated;

do $handover$
declare
  ddl text;
begin
  alter schema storage owner to supabase_storage_admin;
  for ddl in
    select format('alter table %s owner to supabase_storage_admin', oid::regclass)
      from pg_catalog.pg_class where relnamespace = 'storage'::regnamespace and relkind = 'r'
    union all
    select format('alter function %s owner to supabase_storage_admin', oid::regprocedure)
      from pg_catalog.pg_proc where pronamespace = 'storage'::regnamespace
    union all
    select 'alter type storage.buckettype owner to supabase_storage_admin'
  loop
    execute ddl;
  end loop;
end
$handover$;
