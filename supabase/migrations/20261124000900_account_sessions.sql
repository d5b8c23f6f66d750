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
  'role to take: select set_config(''role'', private.enter($1), true). TL401: no live session.';

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

create view api.me with (security_invoker = true) as
  select
    p.id, p."fullName", p."firstName", p."lastName", p.username, p."avatarUrl", p.email,
    (select private.my_confirmed_email()) is not null as "emailConfirmed",
    (select s.id from public."ProfileSharer" s where s."profileId" = p.id) as "sharerId",
    exists (
      select from public."ProfileRole" r where r."profileId" = p.id and r.role = 'ADMIN'
    ) as "isAdmin",
    (
      select count(*)::integer from public."ProfileListener" l
      where l."listenerId" = p.id and l."hasAccess"
    ) as "followsCount"
  from public."Profile" p
  where p.id = (select private.uid());
comment on view api.me is 'The caller, as the first thing the web app asks for. One row, or none.';
revoke all on api.me from public, anon;
grant select on api.me to authenticated;

-- Leaving -----------------------------------------------------------------------------------

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
