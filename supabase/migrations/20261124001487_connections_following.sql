-- Asking to follow somebody by a name, an address or a link, and what becomes of it.

-- What managers see of those who ask ---------------------------------------------------------

alter table public."FollowRequest" add column "askedAs" text;
comment on column public."FollowRequest"."askedAs" is
  'The name of who asks, when they asked: it stays readable for managers who said no and might say yes.';

create function private.name_requestor() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new."askedAs" := (select p."fullName" from public."Profile" p where p.id = new."requestorId");
  return new;
end
$$;
comment on function private.name_requestor() is 'Definer: a row may be imported by somebody who reads no Profile.';
create trigger follow_request_name before insert on public."FollowRequest"
  for each row execute function private.name_requestor();

create view api.follow_request with (security_invoker = true) as
  select f.id, f."sharerId", f.status, f."createdAt",
    coalesce(c."fullName", f."askedAs") as name, c."avatarUrl"
  from public."FollowRequest" f
  left join private.cards() c on c.id = f."requestorId"
  where f."sharerId" = any ((select private.managed_sharers())::uuid[]);
comment on view api.follow_request is 'Who asked to follow the stories that the caller manages.';
grant select on api.follow_request to authenticated;

-- A connection that ended is no longer what a request led to: who was taken out may ask again.
create function private.close_request() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public."FollowRequest" f
  where f."sharerId" = old."sharerId" and f."requestorId" = old."listenerId" and f.status = 'APPROVED';
  return null;
end
$$;
comment on function private.close_request() is 'Definer: nobody removes a request that was answered by hand.';
create trigger profile_listener_close_request after delete on public."ProfileListener"
  for each row execute function private.close_request();

-- The link ------------------------------------------------------------------------------------

create table public."FollowLink" (
  "sharerId" uuid primary key references public."ProfileSharer" (id) on delete cascade,
  code text not null unique default replace(gen_random_uuid()::text, '-', ''),
  "createdAt" timestamptz not null default now()
);
comment on table public."FollowLink" is
  'Whoever has the code sees the storyteller''s name, and may ask to follow. Made anew, the one before leads nowhere.';
select private.close_table('public."FollowLink"');
grant select, delete on public."FollowLink" to authenticated;
grant insert ("sharerId") on public."FollowLink" to authenticated;
create policy manager_select on public."FollowLink" for select to authenticated
  using ("sharerId" = any ((select private.managed_sharers())::uuid[]));
create policy manager_insert on public."FollowLink" for insert to authenticated
  with check ("sharerId" = any ((select private.managed_sharers())::uuid[]));
create policy manager_delete on public."FollowLink" for delete to authenticated
  using ("sharerId" = any ((select private.managed_sharers())::uuid[]));

create function api.look_at_follow_link(code text)
returns table ("sharerId" uuid, name text, "avatarUrl" text)
language sql stable security definer set search_path = '' as $$
  select s.id, p."fullName", p."avatarUrl"
  from public."FollowLink" k
  join public."ProfileSharer" s on s.id = k."sharerId"
  join public."Profile" p on p.id = s."profileId"
  where k.code = look_at_follow_link.code and private.uid() is not null
$$;
comment on function api.look_at_follow_link(text) is
  'Whose link it is, for whoever was given it and is signed in. Definer: a stranger reads no Profile.';

-- Asking ----------------------------------------------------------------------------------------
-- Who asks reads their own words again, never whether anybody goes by them.

create table private.follow_ask (
  id uuid primary key default gen_random_uuid(),
  profile_id uuid not null references public."Profile" (id) on delete cascade,
  handle text not null,
  by_link boolean not null,
  sharer_id uuid references public."ProfileSharer" (id) on delete set null,
  asked_at timestamptz not null default now(),
  unique (profile_id, handle)
);
create index on private.follow_ask (sharer_id);
alter table private.follow_ask enable row level security;
revoke all on private.follow_ask from public, anon, authenticated, service_role;

create function api.ask_to_follow(whom text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.uid();
  asked text := btrim(whom);
  sharer uuid;
  had_link boolean;
begin
  if whom is null then
    raise null_value_not_allowed using message = 'whom is needed';
  end if;
  if length(asked) not between 1 and 320 then
    raise invalid_parameter_value using message = 'whom is a username, an e-mail address or the code of a link';
  end if;
  if not exists (select from public."Profile" where id = me) then
    raise insufficient_privilege using message = 'sign in to follow somebody';
  end if;
  perform private.count_act('asked', asked, 20, 20);
  select k."sharerId" into sharer from public."FollowLink" k where k.code = asked;
  had_link := found;
  if not had_link then
    select s."sharerId" into sharer from api.find_sharer(asked) s;
  end if;
  insert into private.follow_ask (profile_id, handle, by_link, sharer_id)
  values (me, asked, had_link, sharer)
  on conflict (profile_id, handle) do update
    set by_link = excluded.by_link, sharer_id = excluded.sharer_id, asked_at = now();
  if exists (select from public."ProfileSharer" s where s.id = sharer and s."profileId" <> me)
    and sharer <> all (private.followed_sharers())
  then
    perform public.handle_follow_request(sharer);
  end if;
end
$$;
comment on function api.ask_to_follow(text) is
  'Asks whoever goes by this exact username, e-mail address or code of a link to be followed by the caller, and says nothing of whether there is anybody: 20 times a day. Raises 22004, 22023, 42501, TL429. Definer: a stranger reads neither links nor profiles.';

create function api.my_follow_asks()
returns table (id uuid, handle text, name text, "askedAt" timestamptz)
language sql stable security definer set search_path = '' as $$
  select a.id, case when not a.by_link then a.handle end,
    -- whoever had the link knows whose it is
    case when a.by_link then p."fullName" end, a.asked_at
  from private.follow_ask a
  left join public."ProfileSharer" s on s.id = a.sharer_id
  left join public."Profile" p on p.id = s."profileId"
  where a.profile_id = private.uid() and not exists (
    select from public."ProfileListener" l
    where l."sharerId" = a.sharer_id and l."listenerId" = a.profile_id and l."hasAccess"
  )
  order by a.asked_at desc, a.id
$$;
comment on function api.my_follow_asks() is
  'Whom the caller asked and does not follow yet, in the caller''s own words. Definer: clients do not read private.follow_ask.';

create function api.withdraw_follow_ask(ask uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.uid();
  sharer uuid;
begin
  delete from private.follow_ask a where a.id = ask and a.profile_id = me returning a.sharer_id into sharer;
  if not found then
    raise no_data_found using message = 'there is nothing asked that could be withdrawn';
  end if;
  delete from public."FollowRequest" f
  where f."sharerId" = sharer and f."requestorId" = me and f.status = 'PENDING'
    -- the same person may have been asked by another name
    and not exists (select from private.follow_ask a where a.profile_id = me and a.sharer_id = sharer);
end
$$;
comment on function api.withdraw_follow_ask(uuid) is
  'Takes back what the caller asked, and their request while nobody answered it. P0002. Definer: clients do not write private.follow_ask.';

select private.grant_functions('{private.name_requestor(), private.close_request()}', '');
select private.grant_functions(array[
    'api.look_at_follow_link(text)', 'api.ask_to_follow(text)', 'api.my_follow_asks()',
    'api.withdraw_follow_ask(uuid)'
  ]::regprocedure[], 'authenticated');
