-- How a request is let in, which devices a person is signed in on, and the first admin.
--
-- The sign-in service's own tables (auth.ba_*) exist only where Telloom made the schema auth. On
-- Supabase these functions are created all the same (plpgsql looks at its tables when it runs)
-- and never called.

-- Letting a request in ----------------------------------------------------------------------

create function private.enter(session_token text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  who record;
begin
  if starts_with(session_token, 'key:') then
    return private.enter_by_key(substr(session_token, 5));
  end if;
  select s.id, s."updatedAt", s."userId", u.email into who
  from auth.ba_sessions s
  join auth.users u on u.id = s."userId"
  where s.token = session_token
    and s."expiresAt" > now()
    and u.deleted_at is null
    and (u.banned_until is null or u.banned_until <= now());
  if not found then
    raise exception using errcode = 'TL401', message = 'there is no such session';
  end if;
  -- Once a day is enough for thirty sliding days. A request that finds the row locked or may not
  -- write leaves it to the next one.
  if who."updatedAt" < now() - interval '1 day'
    and current_setting('transaction_read_only') = 'off'
  then
    update auth.ba_sessions s set "updatedAt" = now(), "expiresAt" = now() + interval '30 days'
    where s.id = (
      select l.id from auth.ba_sessions l where l.id = who.id for update skip locked
    );
  end if;
  perform set_config('request.jwt.claims', json_build_object(
    'sub', who."userId", 'role', 'authenticated', 'email', who.email)::text, true);
  return 'authenticated';
end
$$;
comment on function private.enter(text) is
  'Definer: reads sessions, which nobody may. Sets the claims of this transaction and returns the '
  'role to take: select set_config(''role'', private.enter($1), true). A key of private.api_key '
  'comes as ''key:'' and its SHA-256. TL401: no live session, no such key.';

create function private.enter_admin(session_token text) returns text
language plpgsql security definer set search_path = '' as $$
begin
  perform private.enter(session_token);
  if not private.i_am_admin() then
    raise exception using errcode = 'TL404', message = 'not found';
  end if;
  return 'telloom_admin';
end
$$;
comment on function private.enter_admin(text) is
  'Definer: as private.enter(), for an admin who acts as one. TL404: signed in, but no admin.';

do $$
declare f text;
begin
  foreach f in array array['enter', 'enter_admin'] loop
    execute format('revoke all on function private.%I(text) from public', f);
    execute format('grant execute on function private.%I(text) to authenticator', f);
  end loop;
end
$$;
grant usage on schema private to authenticator;

-- Devices -----------------------------------------------------------------------------------

create function api.my_sessions(current_token text)
returns table (
  id uuid, "createdAt" timestamptz, "lastUsedAt" timestamptz, "userAgent" text, "ipAddress" text,
  current boolean
)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.need_scope('account');
  return query
    select s.id, s."createdAt", s."updatedAt", s."userAgent", s."ipAddress",
      s.token = current_token
    from auth.ba_sessions s
    where s."userId" = private.uid() and s."expiresAt" > now()
    order by s.token = current_token desc, s."updatedAt" desc, s.id;
end
$$;
comment on function api.my_sessions(text) is
  'Definer: sessions are nobody''s to read. Gives the caller''s own, never a token. "lastUsedAt" is exact to a day.';

create function api.revoke_session(session_id uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform private.need_scope('account');
  delete from auth.ba_sessions s where s.id = session_id and s."userId" = private.uid();
  return found;
end
$$;
comment on function api.revoke_session(uuid) is
  'Definer: sessions are nobody''s to delete. Signs one of the caller''s own devices out; false where it is not theirs.';

do $$
declare f text;
begin
  foreach f in array array['api.my_sessions(text)', 'api.revoke_session(uuid)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to authenticated', f);
  end loop;
end
$$;

-- Oneself --------------------------------------------------------------------------------------

create table public."AccountDeletion" (
  "profileId" uuid primary key default private.uid()
    references public."Profile" (id) on delete cascade,
  "askedAt" timestamptz not null default now(),
  "dueAt" timestamptz not null default now() + interval '14 days'
);
comment on table public."AccountDeletion" is
  'Who asked that their account and all that is theirs be deleted, and when that happens. Until then everything is as it was, and a delete of the row takes it back.';
select private.close_table('public."AccountDeletion"');
create index on public."AccountDeletion" ("dueAt");
grant select, delete on public."AccountDeletion" to authenticated;
grant insert ("profileId") on public."AccountDeletion" to authenticated;
create policy self_select on public."AccountDeletion" for select to authenticated
  using ("profileId" = (select private.uid()));
create policy self_insert on public."AccountDeletion" for insert to authenticated
  with check ("profileId" = (select private.uid()));
create policy self_delete on public."AccountDeletion" for delete to authenticated
  using ("profileId" = (select private.uid()));

create view api.my_details with (security_invoker = true) as
  select username, phone, "addressStreet", "addressUnit", "addressCity", "addressState",
    "addressZipcode", "executorFirstName", "executorLastName", "executorRelation",
    "executorPhone", "executorEmail"
  from public."Profile" where id = (select private.uid());
comment on view api.my_details is 'What the caller told of themselves, to read and to change. One row, or none.';
grant select, update on api.my_details to authenticated;

create function private.guard_leaving() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform private.need_scope('account');
  return coalesce(new, old);
end
$$;
comment on function private.guard_leaving() is 'No key deletes its person''s account, or takes that back.';
select private.grant_functions('{private.guard_leaving()}', '');
create trigger account_deletion_guard before insert or delete on public."AccountDeletion"
  for each row when (current_user = 'authenticated') execute function private.guard_leaving();

-- Another address -----------------------------------------------------------------------------

create function private.follow_changed_address() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  address text := nullif(lower(btrim(new.email)), '');
begin
  update public."Profile" p set email = case
    when not exists (select from public."Profile" o where o.email = address and o.id <> new.id)
    then address end
  where p.id = new.id;
  return null;
end
$$;
comment on function private.follow_changed_address() is
  'Definer: the sign-in service has no right on public. Profile.email follows the address one signs in with.';
create trigger on_auth_user_email_changed after update of email on auth.users
  for each row when (new.email is distinct from old.email)
  execute function private.follow_changed_address();
select private.grant_functions('{private.follow_changed_address()}', '');

-- Leaving -----------------------------------------------------------------------------------

create function private.mail_leaving(subject text, body text, deliver boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  address text := (
    select p.email from public."AccountDeletion" l join public."Profile" p on p.id = l."profileId"
    where p.id = private.uid() and l."askedAt" = now() -- asked in this very transaction
  );
begin
  -- Asking, taking it back and asking anew fills nobody's letter box.
  if address is not null and not exists (
    select from private.mail m
    where m.created_at > now() - interval '1 hour'
      and m.to_address = address and m.subject = mail_leaving.subject
  ) then
    perform private.queue_mail(address, mail_leaving.subject, body, null, false, deliver);
  end if;
end
$$;
comment on function private.mail_leaving(text, text, boolean) is
  'Queues the mail to the caller, who asks in this transaction that their account be deleted: the owner of the letter box hears of it, whoever asked. Definer: nobody sends mail by themselves.';
select private.grant_functions('{"private.mail_leaving(text, text, boolean)"}', 'authenticated');

create function private.forget_sign_in() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from auth.users where id = old.id;
  return null;
end
$$;
comment on function private.forget_sign_in() is
  'Definer: auth.users is nobody''s to write. Whoever deletes their Profile is signed out everywhere '
  'and keeps no way to sign in.';
revoke all on function private.forget_sign_in() from public;
create trigger profile_forget_sign_in after delete on public."Profile"
  for each row execute function private.forget_sign_in();

create function private.remove_leavers() returns integer
language plpgsql security definer set search_path = '' as $$
declare
  removed integer;
begin
  delete from public."Profile" p using public."AccountDeletion" l
  where l."profileId" = p.id and l."dueAt" <= now();
  get diagnostics removed = row_count;
  return removed;
end
$$;
comment on function private.remove_leavers() is
  'Definer: deletes the people whose days are over, and with each row what is theirs. Says how many.';

-- Tidying up ----------------------------------------------------------------------------------

create function private.forget_unconfirmed() returns integer
language plpgsql security definer set search_path = '' as $$
declare
  forgotten integer;
begin
  -- An address that nobody ever confirmed, and a profile that nothing hangs on.
  delete from public."Profile" p using auth.users u
  where u.id = p.id and u.email_confirmed_at is null and u.phone_confirmed_at is null
    and u.last_sign_in_at is null and u.created_at < now() - interval '30 days'
    and not exists (select from public."ProfileSharer" s where s."profileId" = p.id)
    and not exists (select from public."ProfileExecutor" e where e."executorId" = p.id)
    and not exists (select from public."ProfileListener" l where l."listenerId" = p.id);
  get diagnostics forgotten = row_count;
  -- On Supabase these are not there: its own sign-in service tidies up after itself.
  if to_regclass('auth.ba_sessions') is not null then
    delete from auth.ba_sessions where "expiresAt" < now();
    delete from auth.ba_verifications where "expiresAt" < now();
  end if;
  return forgotten;
end
$$;
comment on function private.forget_unconfirmed() is
  'Definer: auth is nobody''s. Forgets sign-ups that were never confirmed within 30 days, and sessions and codes that no longer work. Says how many sign-ups.';

select private.grant_functions('{private.remove_leavers(),private.forget_unconfirmed()}', 'service_role');

-- The first admin ---------------------------------------------------------------------------

create table private.setup_token (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now(),
  used_at timestamptz
);
comment on table private.setup_token is
  'One-time links that make the first admin: the hex SHA-256 of the token in the link.';
alter table private.setup_token enable row level security;

create function private.has_admin() returns boolean
language sql stable set search_path = '' as $$
  select exists (select from public."ProfileRole" where role = 'ADMIN')
$$;

create function private.issue_setup_token(new_hash text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if private.has_admin() then
    return false;
  end if;
  -- The newest link is the one that works: an older one may be in a log somewhere.
  delete from private.setup_token where used_at is null;
  insert into private.setup_token (token_hash) values (new_hash);
  return true;
end
$$;
comment on function private.issue_setup_token(text) is
  'Definer: keeps the hash of a new setup link; false where there is an admin already.';

create function private.setup_is_open(hash text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return not private.has_admin()
    and exists (select from private.setup_token t where t.token_hash = hash and t.used_at is null);
end
$$;
comment on function private.setup_is_open(text) is 'Definer: whether this link still makes an admin.';

-- Uses the link up and grants the role in one step, so that a crash before it leaves the link
-- good and a crash after it leaves an admin.
create function private.finish_setup(hash text, profile uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  lock table private.setup_token in share row exclusive mode;
  if not private.setup_is_open(hash) then
    return false;
  end if;
  update private.setup_token set used_at = now() where token_hash = hash;
  insert into public."ProfileRole" ("profileId", role) values (profile, 'ADMIN')
  on conflict do nothing;
  return true;
end
$$;
comment on function private.finish_setup(text, uuid) is
  'Definer: the sign-in service makes the first admin with it, given an unused link.';

do $$
declare f text;
begin
  foreach f in array array['issue_setup_token(text)', 'setup_is_open(text)',
                           'finish_setup(text, uuid)', 'has_admin()'] loop
    execute format('revoke all on function private.%s from public', f);
  end loop;
end
$$;
grant usage on schema private to supabase_auth_admin;
grant execute on function private.issue_setup_token(text) to service_role;
grant execute on function private.setup_is_open(text), private.finish_setup(text, uuid)
  to supabase_auth_admin;
