-- People, what they are (roles), and who is tied to whose stories.

create type public."Role" as enum ('LISTENER', 'SHARER', 'EXECUTOR', 'ADMIN');

create table public."Profile" (
  id uuid primary key default gen_random_uuid(),
  "fullName" text,
  username text unique,
  "avatarUrl" text,
  email text unique,
  "passwordHash" text unique,
  "firstName" text,
  "lastName" text,
  phone text,
  "revenuecatAppUserId" text,
  status text,
  "isAdmin" boolean not null default false,
  "airtableRecordId" text,
  "addressStreet" text,
  "addressUnit" text,
  "addressCity" text,
  "addressState" text,
  "addressZipcode" text,
  "executorFirstName" text,
  "executorLastName" text,
  "executorRelation" text,
  "executorPhone" text,
  "executorEmail" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
select private.close_table('public."Profile"');

create table public."ProfileRole" (
  id uuid primary key default gen_random_uuid(),
  "profileId" uuid not null references public."Profile" (id) on delete cascade,
  role public."Role" not null,
  unique ("profileId", role)
);
select private.close_table('public."ProfileRole"');

create table public."ProfileSharer" (
  id uuid primary key default gen_random_uuid(),
  "profileId" uuid not null unique references public."Profile" (id) on delete cascade,
  "subscriptionStatus" boolean not null default true,
  "createdAt" timestamptz not null default now()
);
comment on column public."ProfileSharer"."subscriptionStatus" is
  'Whether new recordings may be made. True where no payment service is connected.';
select private.close_table('public."ProfileSharer"');

create table public."ProfileListener" (
  id uuid primary key default gen_random_uuid(),
  "listenerId" uuid not null references public."Profile" (id) on delete cascade,
  "sharerId" uuid not null references public."ProfileSharer" (id) on delete cascade,
  "sharedSince" timestamptz not null default now(),
  "hasAccess" boolean not null default true,
  "lastViewed" timestamp,
  notifications boolean not null default true,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  unique ("listenerId", "sharerId")
);
create index on public."ProfileListener" ("sharerId");
select private.close_table('public."ProfileListener"');

create table public."ProfileExecutor" (
  id uuid primary key default gen_random_uuid(),
  "sharerId" uuid not null unique references public."ProfileSharer" (id) on delete cascade,
  "executorId" uuid not null references public."Profile" (id) on delete cascade,
  "createdAt" timestamptz not null default now()
);
create index on public."ProfileExecutor" ("executorId");
select private.close_table('public."ProfileExecutor"');

-- Predicates ------------------------------------------------------------------------------
-- Set-returning and evaluated once for each statement: col = any((select private.f())::uuid[]).
-- Definers, because the membership tables are themselves behind policies.

create function private.acting_for() returns uuid
language sql stable set search_path = '' as $$
  select nullif(current_setting('telloom.acting_for', true), '')::uuid
$$;
comment on function private.acting_for() is
  'For whom this transaction acts, a ProfileSharer that the caller looks after; null: for oneself.';

create function private.owned_sharers() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select id from public."ProfileSharer"
    where "profileId" = private.uid() and private.acting_for() is null
  );
end
$$;
comment on function private.owned_sharers() is
  'Definer: the ProfileSharer that the caller is, as an array of none or one.';

create function private.executed_sharers() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select "sharerId" from public."ProfileExecutor"
    where "executorId" = private.uid() and "sharerId" = coalesce(private.acting_for(), "sharerId")
  );
end
$$;
comment on function private.executed_sharers() is
  'Definer: the sharers whose stories the caller looks after.';

create function private.managed_sharers() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.uid();
  acting_for uuid := private.acting_for();
begin
  -- one function rather than the two above: it is asked by nearly every statement
  return array(
    select id from public."ProfileSharer" where "profileId" = me and acting_for is null
    union all select "sharerId" from public."ProfileExecutor"
      where "executorId" = me and "sharerId" = coalesce(acting_for, "sharerId")
  );
end
$$;
comment on function private.managed_sharers() is
  'Definer: manager means owner or executor.';

create function private.executed_owners() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select s."profileId" from public."ProfileExecutor" e
    join public."ProfileSharer" s on s.id = e."sharerId"
    where e."executorId" = private.uid() and s.id = coalesce(private.acting_for(), s.id)
  );
end
$$;
comment on function private.executed_owners() is
  'Definer: the people whose stories the caller looks after.';

create function private.followed_sharers() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select "sharerId" from public."ProfileListener"
    where "listenerId" = private.uid() and "hasAccess" and private.acting_for() is null
  );
end
$$;
comment on function private.followed_sharers() is
  'Definer: the sharers whom the caller may listen to now.';

create function private.told_sharers() returns uuid[]
language plpgsql stable set search_path = '' as $$
begin
  if private.acting_for() is null then
    return private.owned_sharers();
  end if;
  return private.managed_sharers();
end
$$;
comment on function private.told_sharers() is
  'The ProfileSharer whose stories the caller tells now, as an array of none or one: their own, or of whom they act for.';

select private.grant_functions(array[
    'private.acting_for()', 'private.owned_sharers()', 'private.executed_sharers()',
    'private.managed_sharers()', 'private.executed_owners()', 'private.followed_sharers()',
    'private.told_sharers()'
  ]::regprocedure[], 'authenticated, service_role, telloom_admin');

-- The same questions under the names of the specification, about anybody; false to a caller
-- who may not see the row that would answer. They run as the caller, so the policies answer.

create function public.has_role(user_id uuid, role_name text) returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select from public."ProfileRole" r where r."profileId" = user_id and r.role::text = role_name
  )
$$;
create function public.is_admin(user_id uuid) returns boolean
language sql stable set search_path = '' as $$
  select public.has_role(user_id, 'ADMIN')
$$;
create function public.is_admin() returns boolean
language sql stable set search_path = '' as $$
  select public.has_role(private.uid(), 'ADMIN')
$$;
create function public.is_executor_for(executor_id uuid, sharer_id uuid) returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select from public."ProfileExecutor" e
    where e."executorId" = executor_id and e."sharerId" = sharer_id
  )
$$;
create function public.is_listener_for(listener_id uuid, sharer_id uuid) returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select from public."ProfileListener" l
    where l."listenerId" = listener_id and l."sharerId" = sharer_id and l."hasAccess"
  )
$$;

select private.grant_functions(array[
    'public.has_role(uuid, text)', 'public.is_admin(uuid)', 'public.is_admin()',
    'public.is_executor_for(uuid, uuid)', 'public.is_listener_for(uuid, uuid)'
  ]::regprocedure[], 'authenticated, service_role, telloom_admin');

-- Triggers --------------------------------------------------------------------------------

create function public.update_full_name() returns trigger
language plpgsql set search_path = '' as $$
begin
  new."fullName" := coalesce(
    nullif(btrim(concat_ws(' ', nullif(btrim(new."firstName"), ''), nullif(btrim(new."lastName"), ''))), ''),
    case when tg_op = 'INSERT' then new."fullName" end
  );
  return new;
end
$$;
create trigger full_name_update before insert or update of "firstName", "lastName"
  on public."Profile" for each row execute function public.update_full_name();

create function public.handle_profile_updated() returns trigger
language plpgsql set search_path = '' as $$
begin
  new."updatedAt" := now();
  return new;
end
$$;
create trigger profile_updated before update on public."Profile"
  for each row execute function public.handle_profile_updated();
create trigger profile_listener_touch before update on public."ProfileListener"
  for each row execute function private.touch();

create function private.sync_is_admin() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  touched uuid[] := case tg_op
    when 'INSERT' then array[new."profileId"]
    when 'DELETE' then array[old."profileId"]
    else array[old."profileId", new."profileId"] end;
begin
  update public."Profile" p set "isAdmin" = is_admin
  from (
    select t.id, exists (
      select from public."ProfileRole" r where r."profileId" = t.id and r.role = 'ADMIN'
    ) as is_admin
    from unnest(touched) t (id)
  ) truth
  where p.id = truth.id and p."isAdmin" is distinct from truth.is_admin;
  return null;
end
$$;
comment on function private.sync_is_admin() is
  'Definer: nobody but this may write Profile.isAdmin, which follows ProfileRole.';
create trigger profile_role_sync_is_admin after insert or update or delete
  on public."ProfileRole" for each row execute function private.sync_is_admin();

create function private.drop_executor_role() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public."ProfileRole" r
  where r."profileId" = old."executorId" and r.role = 'EXECUTOR'
    and not exists (select from public."ProfileExecutor" e where e."executorId" = old."executorId");
  return null;
end
$$;
comment on function private.drop_executor_role() is
  'Definer: the EXECUTOR role goes with the last ProfileExecutor row, whoever removes it.';
create trigger profile_executor_drop_role after delete or update of "executorId"
  on public."ProfileExecutor" for each row execute function private.drop_executor_role();

create function private.guard_profile_listener() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new."hasAccess" is distinct from old."hasAccess"
    and not (old."sharerId" = any (private.managed_sharers()))
  then
    raise insufficient_privilege using message = 'only the storyteller or their keeper changes hasAccess';
  end if;
  if (new.notifications, new."lastViewed") is distinct from (old.notifications, old."lastViewed")
    and old."listenerId" is distinct from private.uid()
  then
    raise insufficient_privilege using message = 'only the listener changes notifications and lastViewed';
  end if;
  return new;
end
$$;
create trigger profile_listener_guard before update on public."ProfileListener"
  for each row when (current_user = 'authenticated')
  execute function private.guard_profile_listener();

-- A person who signs up becomes a Profile with the role LISTENER. A raising trigger would block
-- the sign-up, so a missing or taken e-mail leaves the column empty instead.
create function public.handle_new_user() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  full_name text := nullif(btrim(coalesce(
    new.raw_user_meta_data ->> 'full_name', new.raw_user_meta_data ->> 'name')), '');
  first_name text := nullif(btrim(coalesce(
    new.raw_user_meta_data ->> 'first_name', new.raw_user_meta_data ->> 'firstName',
    split_part(full_name, ' ', 1))), '');
  last_name text := nullif(btrim(coalesce(
    new.raw_user_meta_data ->> 'last_name', new.raw_user_meta_data ->> 'lastName',
    substr(full_name, length(split_part(full_name, ' ', 1)) + 1))), '');
  address text := nullif(lower(btrim(new.email)), '');
begin
  insert into public."Profile" (id, email, "firstName", "lastName")
  values (
    new.id,
    case when not exists (select from public."Profile" where email = address) then address end,
    first_name, last_name
  )
  on conflict (id) do nothing;
  insert into public."ProfileRole" ("profileId", role) values (new.id, 'LISTENER')
  on conflict do nothing;
  return new;
exception when unique_violation then
  -- two sign-ups with one address in the same moment: the person still gets in
  insert into public."Profile" (id, "firstName", "lastName") values (new.id, first_name, last_name)
  on conflict (id) do nothing;
  insert into public."ProfileRole" ("profileId", role) values (new.id, 'LISTENER')
  on conflict do nothing;
  return new;
end
$$;
comment on function public.handle_new_user() is
  'Definer: the sign-in service inserts into auth.users without any right on public.';
create trigger on_auth_user_created after insert on auth.users
  for each row execute function public.handle_new_user();

select private.grant_functions(array[
    'public.update_full_name()', 'public.handle_profile_updated()', 'public.handle_new_user()',
    'private.sync_is_admin()', 'private.drop_executor_role()', 'private.guard_profile_listener()'
  ]::regprocedure[], '');

-- Rules -----------------------------------------------------------------------------------

-- Nobody writes isAdmin by hand, and passwordHash is for the service's eyes alone.
select private.withhold_columns('public."Profile"', 'insert', '{isAdmin}', 'service_role');
select private.withhold_columns('public."Profile"', 'update', '{isAdmin}', 'service_role');
select private.withhold_columns('public."Profile"', 'select', '{passwordHash}', 'authenticated, telloom_admin');
select private.withhold_columns('public."Profile"', 'insert', '{isAdmin,passwordHash}', 'telloom_admin');
select private.withhold_columns('public."Profile"', 'update', '{isAdmin,passwordHash}', 'telloom_admin');
grant update ("firstName", "lastName", "fullName", username, "avatarUrl", phone, "addressStreet",
    "addressUnit", "addressCity", "addressState", "addressZipcode", "executorFirstName",
    "executorLastName", "executorRelation", "executorPhone", "executorEmail")
  on public."Profile" to authenticated;
grant delete on public."Profile" to authenticated;
create policy self_select on public."Profile" for select to authenticated
  using (id = (select private.uid()));
create policy self_update on public."Profile" for update to authenticated
  using (id = (select private.uid()));
create policy self_delete on public."Profile" for delete to authenticated
  using (id = (select private.uid()));

grant select, delete on public."ProfileRole" to authenticated;
grant insert (id, "profileId", role) on public."ProfileRole" to authenticated;
create policy self_select on public."ProfileRole" for select to authenticated
  using ("profileId" = (select private.uid()));
create policy self_insert on public."ProfileRole" for insert to authenticated
  with check ("profileId" = (select private.uid()) and role in ('LISTENER', 'SHARER'));
create policy self_delete on public."ProfileRole" for delete to authenticated
  using ("profileId" = (select private.uid()) and role in ('LISTENER', 'SHARER'));

grant select, delete on public."ProfileSharer" to authenticated;
grant insert (id, "profileId") on public."ProfileSharer" to authenticated;
create policy tied_select on public."ProfileSharer" for select to authenticated
  using (
    "profileId" = (select private.uid())
    or id = any ((select private.executed_sharers())::uuid[])
    or id = any ((select private.followed_sharers())::uuid[])
  );
create policy self_insert on public."ProfileSharer" for insert to authenticated
  with check (
    "profileId" = (select private.uid())
    and (select public.has_role(private.uid(), 'SHARER'))
  );
create policy owner_delete on public."ProfileSharer" for delete to authenticated
  using ("profileId" = (select private.uid()));

grant select, delete on public."ProfileListener" to authenticated;
grant update ("hasAccess", notifications, "lastViewed") on public."ProfileListener" to authenticated;
create policy tied_select on public."ProfileListener" for select to authenticated
  using (
    "listenerId" = (select private.uid())
    or "sharerId" = any ((select private.managed_sharers())::uuid[])
  );
create policy tied_update on public."ProfileListener" for update to authenticated
  using (
    "listenerId" = (select private.uid())
    or "sharerId" = any ((select private.managed_sharers())::uuid[])
  );
create policy tied_delete on public."ProfileListener" for delete to authenticated
  using (
    "listenerId" = (select private.uid())
    or "sharerId" = any ((select private.managed_sharers())::uuid[])
  );

grant select, delete on public."ProfileExecutor" to authenticated;
create policy tied_select on public."ProfileExecutor" for select to authenticated
  using (
    "executorId" = (select private.uid())
    or "sharerId" = any ((select private.owned_sharers())::uuid[])
  );
create policy tied_delete on public."ProfileExecutor" for delete to authenticated
  using (
    "executorId" = (select private.uid())
    or "sharerId" = any ((select private.owned_sharers())::uuid[])
  );
