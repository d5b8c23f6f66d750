-- The ground every feature stands on: two schemas beside public, the admins' database role,
-- and the platform's open default privileges taken back.
--
-- private  predicates and internal tables. Each of them is granted by name, or not at all.
-- api      views and functions that the server reads. All of them run as the caller.

create schema if not exists private;
create schema if not exists api;
create schema if not exists extensions;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists unaccent with schema extensions;
create extension if not exists btree_gin with schema extensions;

revoke all on schema private from public;
revoke all on schema api from public;

-- Admins act through a role of their own: `or is_admin()` in a policy would turn every read of
-- everybody into a scan, and an admin in ordinary clothes is an ordinary person.
do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'telloom_admin') then
    create role telloom_admin nologin noinherit;
  end if;
exception when duplicate_object or unique_violation then
  null; -- another database of this cluster made it in the same moment
end
$$;

do $$
begin
  if exists (select from pg_catalog.pg_roles where rolname = 'authenticator')
    and not pg_catalog.pg_has_role('authenticator', 'telloom_admin', 'member')
  then
    grant telloom_admin to authenticator;
  end if;
end
$$;

grant usage on schema public, api to anon, authenticated, service_role, telloom_admin;
grant usage on schema private to authenticated, service_role, telloom_admin;
-- the platform lets its own roles into extensions; search uses unaccent from there
grant usage on schema extensions to telloom_admin;

-- Supabase gives anon and authenticated everything on each new table and function of public.
-- https://supabase.com/docs/guides/database/postgres/row-level-security
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke all on functions from anon, authenticated;

-- Who is asking: the caller's id, or null. A missing or malformed `sub` is nobody, where
-- auth.uid() would raise.
create function private.uid() returns uuid
language plpgsql stable set search_path = '' as $$
begin
  return auth.uid();
exception when invalid_text_representation then
  return null;
end
$$;
revoke all on function private.uid() from public;
grant execute on function private.uid() to authenticated, service_role, telloom_admin;

create function private.touch() returns trigger
language plpgsql set search_path = '' as $$
begin
  new."updatedAt" := now();
  return new;
end
$$;
comment on function private.touch() is 'Keeps "updatedAt". For every table that has the column.';
revoke all on function private.touch() from public;

-- A moment as a page's cursor carries it: to the microsecond, which a JavaScript Date cannot hold.
-- Its body is bound when it is made, so it needs no search_path, and is therefore inlined.
create function private.cursor_time(moment timestamptz) returns text
language sql stable
return to_char(moment at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
revoke all on function private.cursor_time(timestamptz) from public;
grant execute on function private.cursor_time(timestamptz) to authenticated, service_role, telloom_admin;

create function private.key_scopes() returns text[]
language sql stable set search_path = '' as $$
  select nullif(current_setting('telloom.key_scopes', true), '')::text[]
$$;
comment on function private.key_scopes() is
  'The scopes of the key that this transaction was opened with; null: with a session, which may all that its person may.';

create function private.need_scope(scope text) returns void
language plpgsql stable set search_path = '' as $$
begin
  if scope <> all (private.key_scopes()) then
    raise insufficient_privilege using message = 'this key has another scope',
      detail = 'insufficient-scope';
  end if;
end
$$;
comment on function private.need_scope(text) is
  'Refuses a key without this scope. No key has the scope "account": ways to sign in, keys and leaving are for the person alone.';
revoke all on function private.key_scopes(), private.need_scope(text) from public;
grant execute on function private.key_scopes(), private.need_scope(text) to authenticated, telloom_admin;

create function private.i_am_admin() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select from public."ProfileRole" where "profileId" = private.uid() and role = 'ADMIN'
  ) and 'admin' = any (coalesce(private.key_scopes(), '{admin}'));
end
$$;
comment on function private.i_am_admin() is
  'Definer: ProfileRole is behind policies, and this decides them.';
revoke all on function private.i_am_admin() from public;
grant execute on function private.i_am_admin() to authenticated, service_role, telloom_admin;

create function private.need_admin() returns void
language plpgsql stable set search_path = '' as $$
begin
  if not private.i_am_admin() then
    raise insufficient_privilege using message = 'for admins alone';
  end if;
end
$$;
comment on function private.need_admin() is 'What every definer for admins asks first.';
revoke all on function private.need_admin() from public;

-- What admins write into the data model is noted in private.admin_log. The role of a person says whose
-- it is (isAdmin, which follows it, says nothing more).
create function private.write_admin_log() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  become jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  it jsonb := coalesce(become, was);
  what_changed text[] := '{}'::text[];
begin
  if tg_op = 'UPDATE' then
    what_changed := array(
      select key from jsonb_each(become)
      where value is distinct from was -> key and key not in ('updatedAt', 'search_vector', 'isAdmin') order by key
    );
  end if;
  if tg_op <> 'UPDATE' or what_changed <> '{}' then
    insert into private.admin_log ("actorId", "actorName", action, thing, "thingId", name, changed)
    select me.id, me."fullName", tg_op, tg_table_name,
      coalesce(it ->> 'id', concat_ws(' ', it ->> 'A', it ->> 'B')), left(coalesce(
        it ->> 'promptText', it ->> 'category', it ->> 'categoryName', it ->> 'objectName',
        it ->> 'title', it ->> 'fullName', it ->> 'name', it ->> 'fileName', it ->> 'inviteeEmail',
        concat_ws(' · ', it ->> 'role', holder."fullName")), 255), what_changed
    from (select) one
    left join public."Profile" me on me.id = private.uid()
    left join public."Profile" holder on tg_table_name = 'ProfileRole' and holder.id = (it ->> 'profileId')::uuid;
  end if;
  return null;
end
$$;
comment on function private.write_admin_log() is 'Definer: nobody writes this log by hand.';
revoke all on function private.write_admin_log() from public;

-- Every table goes through here once: row-level security on, the platform's grants gone,
-- service_role and telloom_admin let in. What a client may do is granted beside the table.
create function private.close_table(name regclass) returns void
language plpgsql set search_path = '' as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('revoke all on table %s from public, anon, authenticated, service_role', name);
  execute format('grant select, insert, update, delete on table %s to service_role, telloom_admin', name);
  execute format('create policy admin_all on %s for all to telloom_admin
    using ((select private.i_am_admin())) with check ((select private.i_am_admin()))', name);
  if (select c.relnamespace from pg_catalog.pg_class c where c.oid = name) = 'public'::regnamespace then
    execute format('create trigger admin_log after insert or update or delete on %s for each row
      when (current_setting(''role'') = ''telloom_admin'') execute function private.write_admin_log()', name);
  end if;
end
$$;
revoke all on function private.close_table(regclass) from public;

-- Takes a privilege back from single columns: PostgreSQL knows column grants, but no column
-- revokes under a table grant, so the others are granted one by one.
create function private.withhold_columns(name regclass, privilege text, columns text[], roles text)
returns void language plpgsql set search_path = '' as $$
declare
  others text := (
    select string_agg(quote_ident(attname), ', ') from pg_catalog.pg_attribute
    where attrelid = name and attnum > 0 and not attisdropped and attname <> all (columns)
  );
begin
  execute format('revoke %s on table %s from %s', privilege, name, roles);
  execute format('grant %s (%s) on table %s to %s', privilege, others, name, roles);
end
$$;
revoke all on function private.withhold_columns(regclass, text, text[], text) from public;

-- Takes functions out of everybody's hands and gives them to those named.
create function private.grant_functions(functions regprocedure[], roles text)
returns void language plpgsql set search_path = '' as $$
declare f regprocedure;
begin
  foreach f in array functions loop
    execute format('revoke all on function %s from public, anon, authenticated, service_role', f);
    if roles <> '' then
      execute format('grant execute on function %s to %s', f, roles);
    end if;
  end loop;
end
$$;
revoke all on function private.grant_functions(regprocedure[], text) from public;
