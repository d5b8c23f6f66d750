-- What admins do is written down by the database, whichever way they do it, and never changed.

create table private.admin_log (
  id uuid primary key default gen_random_uuid(),
  "actorId" uuid references public."Profile" (id) on delete set null,
  "actorName" text,
  action text not null check (action in ('INSERT', 'UPDATE', 'DELETE', 'ACT')),
  thing text not null,
  "thingId" text,
  name text,
  changed text[] not null default '{}',
  "createdAt" timestamptz not null default clock_timestamp()
);
comment on table private.admin_log is
  'Every row of the data model that was written in the role of admins. Written by a trigger alone; nobody changes it.';
comment on column private.admin_log."actorName" is 'As it was then; it stays when the person leaves.';
comment on column private.admin_log.thing is 'The table; of an ACT, what was done, such as mail.again.';
comment on column private.admin_log."thingId" is 'The id; of a row that joins two others, both.';
comment on column private.admin_log.name is 'What it was called then, where it has a name.';
create index on private.admin_log ("createdAt" desc, id desc);
create index on private.admin_log ("actorId");
select private.close_table('private.admin_log');
revoke insert, update, delete on private.admin_log from service_role, telloom_admin;

-- What no row of the data model shows
create function private.note_admin_act(act text, thing_id text, name text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.need_admin();
  insert into private.admin_log ("actorId", "actorName", action, thing, "thingId", name)
  select me.id, me."fullName", 'ACT', act, thing_id, left(note_admin_act.name, 255)
  from public."Profile" me where me.id = private.uid();
end
$$;
comment on function private.note_admin_act(text, text, text) is
  'Writes down what an admin did that no row of the data model shows, in their own name. Definer: nobody writes this log by hand.';
select private.grant_functions('{"private.note_admin_act(text, text, text)"}', 'telloom_admin');

create view api.admin_log with (security_invoker = true) as
  select id, "actorId", "actorName", action, thing, "thingId", name, changed, "createdAt",
    private.cursor_time("createdAt") as at
  from private.admin_log;
comment on view api.admin_log is 'What admins did, for admins.';
revoke all on api.admin_log from public, anon, authenticated;
grant select on api.admin_log to telloom_admin;
