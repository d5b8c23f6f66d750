-- A word on somebody's device that there is something new. It says no more than that.

create function private.is_push_endpoint(endpoint text) returns boolean
language sql immutable set search_path = '' as $$
  select endpoint ~ '^https://(fcm\.googleapis\.com|([a-z0-9-]+\.)*push\.services\.mozilla\.com|([a-z0-9-]+\.)*push\.apple\.com|([a-z0-9-]+\.)+notify\.windows\.com)/[A-Za-z0-9_.~:/?=&%+-]+$'
$$;
comment on function private.is_push_endpoint(text) is
  'Whether it is an address of a known push service, without a port or a user: the server calls no other.';

create table public."PushSubscription" (
  id uuid primary key default gen_random_uuid(),
  "profileId" uuid not null references public."Profile" (id) on delete cascade,
  endpoint text not null unique check (length(endpoint) <= 1000 and private.is_push_endpoint(endpoint)),
  p256dh text not null check (p256dh ~ '^B[A-Za-z0-9_-]{86}$'),
  auth text not null check (auth ~ '^[A-Za-z0-9_-]{22}$'),
  "createdAt" timestamptz not null default now()
);
comment on table public."PushSubscription" is
  'A device that wants to be woken: the address that its browser''s push service gave it, and its keys.';
create index on public."PushSubscription" ("profileId");
select private.close_table('public."PushSubscription"');
grant select, delete on public."PushSubscription" to authenticated;
create policy self_select on public."PushSubscription" for select to authenticated
  using ("profileId" = (select private.uid()));
create policy self_delete on public."PushSubscription" for delete to authenticated
  using ("profileId" = (select private.uid()));

create function api.subscribe_push(endpoint text, p256dh text, auth text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.uid();
begin
  if endpoint is null or p256dh is null or auth is null then
    raise null_value_not_allowed using message = 'endpoint, p256dh and auth are needed';
  end if;
  if me is null then
    raise insufficient_privilege using message = 'sign in to be told on this device';
  end if;
  -- a device tells whoever signed in on it last
  insert into public."PushSubscription" as s ("profileId", endpoint, p256dh, auth)
  values (me, subscribe_push.endpoint, subscribe_push.p256dh, subscribe_push.auth)
  on conflict on constraint "PushSubscription_endpoint_key" do update
    set "profileId" = me, p256dh = excluded.p256dh, auth = excluded.auth;
  -- the oldest go where somebody has more than a person has
  delete from public."PushSubscription" s where s."profileId" = me and s.id not in (
    select n.id from public."PushSubscription" n where n."profileId" = me
    order by n."createdAt" desc, n.id limit 20);
end
$$;
comment on function api.subscribe_push(text, text, text) is
  'This device wants to be told what is new for the caller. 22004 for a null, 23514 no known push service or no keys. Definer: a device may have been somebody else''s, whose row the caller does not see.';
select private.grant_functions('{"api.subscribe_push(text, text, text)"}', 'authenticated');

-- From a notification to the devices --------------------------------------------------------

create function private.ask_for_push() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if to_regnamespace('graphile_worker') is not null
    and exists (select from public."PushSubscription" s where s."profileId" = new."profileId")
  then
    -- what comes within the minute is one word
    perform graphile_worker.add_job('notifications.push', json_build_object('profileId', new."profileId"),
      run_at => now() + interval '1 minute', max_attempts => 5,
      job_key => 'notifications.push ' || new."profileId", job_key_mode => 'preserve_run_at');
  end if;
  return null;
end
$$;
comment on function private.ask_for_push() is 'Definer: nobody who changes a story holds a right on the job queue.';
create trigger notification_push after insert on public."Notification"
  for each row execute function private.ask_for_push();

create function private.request_pushes(person uuid, told uuid[]) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  device uuid;
  asked integer := 0;
begin
  update public."Notification" n set "pushedAt" = now()
  where n.id = any (told) and n."profileId" = person and n."pushedAt" is null
    and private.may_be_told(person);
  if not found then
    return 0;
  end if;
  for device in select s.id from public."PushSubscription" s where s."profileId" = person loop
    perform graphile_worker.add_job('notifications.push-to', json_build_object('subscriptionId', device),
      job_key => 'notifications.push-to ' || device, max_attempts => 5);
    asked := asked + 1;
  end loop;
  return asked;
end
$$;
comment on function private.request_pushes(uuid, uuid[]) is
  'Notes that the person''s devices are told of these, and has it done, each device by itself; 0 where they were told before, or may not be. Definer: service_role holds no right on the job queue.';

select private.grant_functions('{private.ask_for_push()}', '');
select private.grant_functions('{private.is_push_endpoint(text)}', 'service_role, telloom_admin');
select private.grant_functions('{"private.request_pushes(uuid, uuid[])"}', 'service_role');
