-- What admins do is written down by the database, whichever way they do it, and never changed.

create table private.admin_log (
  id uuid primary key default gen_random_uuid(),
  "actorId" uuid references public."Profile" (id) on delete set null,
  "actorName" text,
  action text not null check (action in ('INSERT', 'UPDATE', 'DELETE')),
  thing text not null,
  "thingId" text,
  name text,
  changed text[] not null default '{}',
  "createdAt" timestamptz not null default clock_timestamp()
);
comment on table private.admin_log is
  'Every row of the data model that was written in the role of admins. Written by a trigger alone; nobody changes it.';
comment on column private.admin_log."actorName" is 'As it was then; it stays when the person leaves.';
comment on column private.admin_log.thing is 'The table.';
comment on column private.admin_log."thingId" is 'The id; of a row that joins two others, both.';
comment on column private.admin_log.name is 'What it was called then, where it has a name.';
create index on private.admin_log ("createdAt" desc, id desc);
create index on private.admin_log ("actorId");
select private.close_table('private.admin_log');
revoke insert, update, delete on private.admin_log from service_role, telloom_admin;

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
      where value is distinct from was -> key and key not in ('updatedAt', 'search_vector') order by key
    );
  end if;
  if tg_op <> 'UPDATE' or what_changed <> '{}' then
    insert into private.admin_log ("actorId", "actorName", action, thing, "thingId", name, changed)
    select me.id, me."fullName", tg_op, tg_table_name,
      coalesce(it ->> 'id', concat_ws(' ', it ->> 'A', it ->> 'B')), left(coalesce(
        it ->> 'promptText', it ->> 'category', it ->> 'categoryName', it ->> 'objectName',
        it ->> 'title', it ->> 'fullName', it ->> 'name', it ->> 'fileName', it ->> 'inviteeEmail',
        it ->> 'role'), 255), what_changed
    from (select) one left join public."Profile" me on me.id = private.uid();
  end if;
  return null;
end
$$;
comment on function private.write_admin_log() is 'Definer: nobody writes this log by hand.';
select private.grant_functions('{private.write_admin_log()}', '');

create function private.watch_admins(name regclass) returns void
language plpgsql set search_path = '' as $$
begin
  execute format('create trigger admin_log after insert or update or delete on %s for each row
    when (current_setting(''role'') = ''telloom_admin'') execute function private.write_admin_log()', name);
end
$$;
comment on function private.watch_admins(regclass) is 'Has the log of admins follow a table.';
select private.grant_functions('{private.watch_admins(regclass)}', '');

select private.watch_admins(c.oid) from pg_catalog.pg_class c
where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
  -- the book of another program's migrations
  and c.relname <> '_prisma_migrations';

-- From here on each new table of the data model comes with it.
create or replace function private.close_table(name regclass) returns void
language plpgsql set search_path = '' as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('revoke all on table %s from public, anon, authenticated, service_role', name);
  execute format('grant select, insert, update, delete on table %s to service_role, telloom_admin', name);
  execute format('create policy admin_all on %s for all to telloom_admin
    using ((select private.i_am_admin())) with check ((select private.i_am_admin()))', name);
  if (select c.relnamespace from pg_catalog.pg_class c where c.oid = name) = 'public'::regnamespace then
    perform private.watch_admins(name);
  end if;
end
$$;

create view api.admin_log with (security_invoker = true) as
  select id, "actorId", "actorName", action, thing, "thingId", name, changed, "createdAt",
    private.cursor_time("createdAt") as at
  from private.admin_log;
comment on view api.admin_log is 'What admins did, for admins.';
revoke all on api.admin_log from public, anon, authenticated;
grant select on api.admin_log to telloom_admin;
