-- What Telloom's own sign-in service (better-auth) keeps in schema auth. Applied right after
-- auth.sql, and only where that made the schema: on Supabase, Supabase signs people in.
--
-- A person is a row of auth.users and nothing else; the two views let better-auth see it in its
-- own shape (https://better-auth.com/docs/concepts/database#core-schema). Its column names are
-- kept as they are, so that no mapping has to be configured.

-- People ----------------------------------------------------------------------------------

create view auth.ba_users as
  select
    id,
    coalesce(raw_user_meta_data ->> 'full_name', raw_user_meta_data ->> 'name', '') as name,
    email::text as email,
    email_confirmed_at is not null as "emailVerified",
    raw_user_meta_data ->> 'avatar_url' as image,
    coalesce(created_at, now()) as "createdAt",
    coalesce(updated_at, created_at, now()) as "updatedAt"
  from auth.users
  where email is not null and not is_sso_user and deleted_at is null;
comment on view auth.ba_users is
  'auth.users as better-auth sees it. People from single sign-on share addresses, so they are left out.';

create function auth.ba_users_write() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    delete from auth.users where id = old.id;
    return old;
  end if;
  if tg_op = 'INSERT' then
    new.id := coalesce(new.id, gen_random_uuid());
    insert into auth.users (instance_id, id, aud, role, email, email_confirmed_at,
      raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
    values ('00000000-0000-0000-0000-000000000000', new.id, 'authenticated', 'authenticated',
      lower(new.email), case when new."emailVerified" then now() end,
      '{"provider": "email", "providers": ["email"]}',
      jsonb_strip_nulls(jsonb_build_object('full_name', new.name, 'avatar_url', new.image)),
      coalesce(new."createdAt", now()), coalesce(new."updatedAt", now()));
    return new;
  end if;
  update auth.users u set
    email = lower(new.email),
    email_confirmed_at = case when new."emailVerified" then coalesce(u.email_confirmed_at, now()) end,
    raw_user_meta_data = coalesce(u.raw_user_meta_data, '{}')
      || case when new.name is distinct from old.name
           then jsonb_build_object('full_name', new.name) else '{}' end
      || case when new.image is distinct from old.image
           then jsonb_build_object('avatar_url', new.image) else '{}' end,
    updated_at = coalesce(new."updatedAt", now())
  where u.id = old.id;
  return new;
end
$$;
create trigger ba_users_write instead of insert or update or delete on auth.ba_users
  for each row execute function auth.ba_users_write();

-- Ways to sign in ---------------------------------------------------------------------------
-- A password is auth.users.encrypted_password, the one place for it: a person imported from
-- Supabase with a bcrypt hash signs in with the password they have.

create table auth.ba_provider_accounts (
  id uuid primary key default gen_random_uuid(),
  "accountId" text not null,
  "providerId" text not null check ("providerId" <> 'credential'),
  "userId" uuid not null references auth.users (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  unique ("providerId", "accountId")
);
create index ba_provider_accounts_user_idx on auth.ba_provider_accounts ("userId");
comment on table auth.ba_provider_accounts is 'Sign-in through another service (OpenID Connect).';

create view auth.ba_accounts as
  select id, id::text as "accountId", 'credential'::text as "providerId", id as "userId",
    null::text as "accessToken", null::text as "refreshToken", null::text as "idToken",
    null::timestamptz as "accessTokenExpiresAt", null::timestamptz as "refreshTokenExpiresAt",
    null::text as scope, encrypted_password::text as password,
    coalesce(created_at, now()) as "createdAt", coalesce(updated_at, now()) as "updatedAt"
  from auth.users where encrypted_password <> ''
  union all
  select id, "accountId", "providerId", "userId", "accessToken", "refreshToken", "idToken",
    "accessTokenExpiresAt", "refreshTokenExpiresAt", scope, null, "createdAt", "updatedAt"
  from auth.ba_provider_accounts;
comment on view auth.ba_accounts is
  'Passwords (auth.users) and other services as better-auth sees them. The id of a password is the person''s.';

create function auth.ba_accounts_write() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op in ('UPDATE', 'DELETE') and old."providerId" = 'credential' then
    update auth.users
    set encrypted_password = case when tg_op = 'UPDATE' then new.password end, updated_at = now()
    where id = old."userId";
    return case when tg_op = 'UPDATE' then new else old end;
  end if;
  if tg_op = 'DELETE' then
    delete from auth.ba_provider_accounts where id = old.id;
    return old;
  end if;
  if tg_op = 'INSERT' and new."providerId" = 'credential' then
    update auth.users set encrypted_password = new.password where id = new."userId";
    insert into auth.identities (provider_id, user_id, identity_data, provider, created_at, updated_at)
    select u.id::text, u.id, jsonb_build_object('sub', u.id, 'email', u.email), 'email', now(), now()
    from auth.users u where u.id = new."userId"
    on conflict (provider_id, provider) do nothing;
    new.id := new."userId";
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.id := coalesce(new.id, gen_random_uuid());
    insert into auth.ba_provider_accounts (id, "accountId", "providerId", "userId", "accessToken",
      "refreshToken", "idToken", "accessTokenExpiresAt", "refreshTokenExpiresAt", scope)
    values (new.id, new."accountId", new."providerId", new."userId", new."accessToken",
      new."refreshToken", new."idToken", new."accessTokenExpiresAt", new."refreshTokenExpiresAt",
      new.scope);
    return new;
  end if;
  update auth.ba_provider_accounts set
    "accessToken" = new."accessToken", "refreshToken" = new."refreshToken",
    "idToken" = new."idToken", "accessTokenExpiresAt" = new."accessTokenExpiresAt",
    "refreshTokenExpiresAt" = new."refreshTokenExpiresAt", scope = new.scope,
    "updatedAt" = coalesce(new."updatedAt", now())
  where id = old.id;
  return new;
end
$$;
create trigger ba_accounts_write instead of insert or update or delete on auth.ba_accounts
  for each row execute function auth.ba_accounts_write();

-- Sessions, codes, limits -----------------------------------------------------------------

create table auth.ba_sessions (
  id uuid primary key default gen_random_uuid(),
  -- Plain on purpose: the cookie carries this token with an HMAC whose secret is outside the
  -- database, so a stolen dump opens no session.
  token text not null unique,
  "userId" uuid not null references auth.users (id) on delete cascade,
  "expiresAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index ba_sessions_user_idx on auth.ba_sessions ("userId");
comment on table auth.ba_sessions is
  'Who is signed in, on which device. private.enter() slides "expiresAt" and "updatedAt" once a day.';

create function auth.tell_session_ended() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform pg_notify('telloom_sessions', old."userId"::text); -- an open socket looks whether it is its own
  return null;
end
$$;
create trigger ba_sessions_ended after delete on auth.ba_sessions
  for each row execute function auth.tell_session_ended();

create table auth.ba_verifications (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index ba_verifications_identifier_idx on auth.ba_verifications (identifier);
comment on table auth.ba_verifications is 'Codes that were mailed, as keyed hashes, until they are used or too old.';

create table auth.ba_rate_limits (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  count integer not null,
  "lastRequest" bigint not null
);
comment on table auth.ba_rate_limits is 'Requests for each network address and path. "lastRequest" is in ms since 1970.';

create table auth.ba_address_limits (
  key text primary key,
  started timestamptz not null default now(),
  count integer not null default 1
);
comment on table auth.ba_address_limits is
  'Requests for each e-mail address and path, so that many machines together cannot guess one person''s code.';
create index ba_address_limits_started_idx on auth.ba_address_limits (started);

create function auth.count_address(limit_key text, span interval) returns integer
language sql set search_path = '' as $$
  delete from auth.ba_address_limits where started < now() - interval '1 day';
  insert into auth.ba_address_limits as l (key) values (limit_key)
  on conflict (key) do update set
    started = case when l.started <= now() - span then now() else l.started end,
    count = case when l.started <= now() - span then 1 else l.count + 1 end
  returning count
$$;
comment on function auth.count_address(text, interval) is 'Counts one request and says how many there were in this span.';

-- Only the sign-in service ----------------------------------------------------------------

do $$
declare t text;
begin
  foreach t in array array['ba_provider_accounts', 'ba_sessions', 'ba_verifications',
                           'ba_rate_limits', 'ba_address_limits'] loop
    execute format('alter table auth.%I enable row level security', t);
  end loop;
  foreach t in array array['ba_users', 'ba_accounts', 'ba_provider_accounts', 'ba_sessions',
                           'ba_verifications', 'ba_rate_limits', 'ba_address_limits'] loop
    execute format('revoke all on auth.%I from public, anon, authenticated, service_role', t);
    execute format('alter table auth.%I owner to supabase_auth_admin', t);
  end loop;
  foreach t in array array['ba_users_write()', 'ba_accounts_write()',
                           'tell_session_ended()', 'count_address(text, interval)'] loop
    execute format('revoke all on function auth.%s from public', t);
    execute format('alter function auth.%s owner to supabase_auth_admin', t);
  end loop;
end
$$;
