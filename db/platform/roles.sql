-- The database roles that Supabase brings, for a PostgreSQL that is not Supabase, and the extensions
-- that the migrations use. Applied at every start, so it looks before it acts and changes nothing
-- that is already right; on Supabase itself it finds every role in place.
--
-- Roles belong to the whole cluster. Two databases may be set up at the same moment, and advisory
-- locks do not reach across databases, so each step reads the catalogue, tries, and reads again when
-- another session was faster. Every session takes the steps in the same order: they cannot deadlock.

do $roles$
declare
  wanted record;
begin
  for wanted in
    select *
    from (values
      -- the timeouts and search paths are Supabase's own
      ('anon', 'nologin', array['statement_timeout = ''3s''']),
      ('authenticated', 'nologin', array['statement_timeout = ''8s''', 'lock_timeout = ''8s''']),
      -- BYPASSRLS is what makes it the service's role
      ('service_role', 'nologin bypassrls', '{}'),
      -- the login of the API: NOINHERIT, so it can do nothing until it has become someone
      ('authenticator', 'login noinherit', array['statement_timeout = ''8s''']),
      ('supabase_auth_admin', 'login noinherit', array['search_path = auth']),
      -- nobody logs in as these two, they own what is in their schema
      ('supabase_storage_admin', 'nologin noinherit', array['search_path = storage']),
      ('supabase_realtime_admin', 'nologin noinherit', '{}')
    ) as roles (name, attributes, settings)
  loop
    while not exists (select from pg_catalog.pg_roles where rolname = wanted.name) loop
      begin
        execute format('create role %I %s', wanted.name, wanted.attributes);
        for i in 1 .. cardinality(wanted.settings) loop
          execute format('alter role %I set %s', wanted.name, wanted.settings[i]);
        end loop;
      exception
        when duplicate_object or unique_violation then
          -- another database made it; PostgreSQL waited for its commit, so the next look finds it
          null;
        when insufficient_privilege then
          raise exception using
            errcode = 'insufficient_privilege',
            message = format('role %s cannot be created: %s', wanted.name, sqlerrm),
            -- with ADMIN, so that this login may grant the role further on
            hint = format('Run once as a superuser: create role %I %s admin %I;',
              wanted.name, wanted.attributes, current_user);
      end;
    end loop;
  end loop;
end
$roles$;

-- Memberships. PostgreSQL 16 gave each membership its own options; before that the member's
-- NOINHERIT says the same.
do $members$
declare
  options constant text :=
    case when current_setting('server_version_num')::int >= 160000
      then ' with inherit %s, set true' else '' end;
  mode constant text :=
    case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
  wanted record;
  tries int;
begin
  for wanted in
    select 'authenticator' as member, role, 'false' as inherit
    from unnest(array['anon', 'authenticated', 'service_role']) as role
    union all
    -- Whoever owns the database creates the platform's schemas, gives them to their owners and later
    -- puts triggers and policies on them. A superuser needs no membership for that, and where the
    -- schema exists already (Supabase) it is not ours to own.
    select current_user, owner, 'true'
    from (values ('auth', 'supabase_auth_admin'), ('storage', 'supabase_storage_admin'),
                 ('realtime', 'supabase_realtime_admin')) as schemas (name, owner)
    where to_regnamespace(name) is null
      and not (select rolsuper from pg_catalog.pg_roles where rolname = current_user)
  loop
    tries := 0;
    while not pg_has_role(wanted.member, wanted.role, mode)
      or (wanted.inherit = 'true' and not pg_has_role(wanted.member, wanted.role, 'USAGE'))
    loop
      tries := tries + 1;
      if tries > 5 then
        raise exception using
          errcode = 'object_not_in_prerequisite_state',
          message = format('%s is a member of %s without effect', wanted.member, wanted.role),
          hint = format('alter role %I inherit; and start again.', wanted.member);
      end if;
      begin
        execute format('grant %I to %I' || options, wanted.role, wanted.member, wanted.inherit);
      exception
        when duplicate_object or unique_violation then
          null;
        when internal_error then
          if sqlerrm <> 'tuple concurrently updated' then
            raise;
          end if;
        when insufficient_privilege then
          raise exception using
            errcode = 'insufficient_privilege',
            message = format('role %s cannot be granted to %s: %s', wanted.role, wanted.member, sqlerrm),
            hint = format('Run once as a superuser: grant %I to %I with admin option;',
              wanted.role, current_user);
      end;
    end loop;
  end loop;
end
$members$;

-- Roles that exist already may have been made by someone else for something else. What the access
-- rules rest on is checked, and said, rather than put right behind the owner's back.
do $check$
declare
  fault text;
begin
  select string_agg(what, '; ') into fault
  from (
    select 'service_role lacks BYPASSRLS' as what
      from pg_catalog.pg_roles where rolname = 'service_role' and not rolbypassrls
    union all
    select format('%s is above row level security', rolname)
      from pg_catalog.pg_roles
      where rolname in ('anon', 'authenticated', 'authenticator') and (rolsuper or rolbypassrls)
    union all
    select format('authenticator inherits the rights of %s', role)
      from unnest(array['anon', 'authenticated', 'service_role']) as role
      where pg_has_role('authenticator', role, 'USAGE')
    union all
    select format('authenticator cannot become %s', role)
      from unnest(array['anon', 'authenticated', 'service_role']) as role
      where not pg_has_role('authenticator', role, 'MEMBER')
  ) as faults;
  if fault is not null then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'the roles of this cluster are unsafe: ' || fault,
      hint = 'Correct them with ALTER ROLE or REVOKE as a superuser, then start again.';
  end if;
end
$check$;

-- Supabase keeps extensions out of public. One that is installed elsewhere stays where it is.
create schema if not exists extensions;

do $extensions$
declare
  extension text;
begin
  foreach extension in array array['pgcrypto', 'unaccent', 'pg_trgm', 'btree_gin', 'uuid-ossp'] loop
    if exists (select from pg_catalog.pg_extension where extname = extension) then
      continue;
    end if;
    -- no code of ours calls uuid-ossp: databases made on Supabase merely expect it
    if extension = 'uuid-ossp'
      and not exists (select from pg_catalog.pg_available_extensions where name = extension)
    then
      continue;
    end if;
    execute format('create extension if not exists %I with schema extensions', extension);
  end loop;
end
$extensions$;

-- Usage and no more. Supabase also gives anon and authenticated everything on each new table of
-- public; here a table is closed until a migration opens it.
do $usage$
declare
  schema_ text;
  role_ text;
begin
  foreach schema_ in array array['public', 'extensions'] loop
    foreach role_ in array array['anon', 'authenticated', 'service_role'] loop
      -- has_schema_privilege would count what PUBLIC holds, and that may be taken away
      if not exists (
        select from pg_catalog.pg_namespace n, aclexplode(n.nspacl) a
        where n.nspname = schema_ and a.grantee = role_::regrole and a.privilege_type = 'USAGE'
      ) then
        execute format('grant usage on schema %I to %I', schema_, role_);
      end if;
    end loop;
  end loop;
end
$usage$;
