-- Passkeys, and other services that let a person in. Both are read when nobody is signed in yet: by
-- the sign-in service alone.

create table private.passkey (
  id uuid primary key default gen_random_uuid(),
  profile_id uuid not null references public."Profile" (id) on delete cascade,
  name text not null check (char_length(btrim(name)) between 1 and 100),
  credential_id text not null unique check (char_length(credential_id) <= 1400),
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  last_challenge_at timestamptz not null
);
create index on private.passkey (profile_id);
alter table private.passkey enable row level security;
comment on table private.passkey is
  'The public halves of passkeys (https://www.w3.org/TR/webauthn-3/). "last_challenge_at" is when the challenge that was answered last was made: an older one is answered no more, so none twice.';

create function private.passkey_by_credential(credential text)
returns table (id uuid, "profileId" uuid, "publicKey" bytea, counter bigint, transports text[])
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select k.id, k.profile_id, k.public_key, k.counter, k.transports
    from private.passkey k join auth.users u on u.id = k.profile_id
    where k.credential_id = credential
      and u.deleted_at is null
      and (u.banned_until is null or u.banned_until <= now());
end
$$;
comment on function private.passkey_by_credential(text) is
  'Definer: passkeys are nobody''s to read. What the sign-in service checks an answer with; none for whoever is banned.';

create function private.use_passkey(passkey_id uuid, new_counter bigint, challenge_at timestamptz)
returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update private.passkey k
  set counter = new_counter, last_used_at = now(), last_challenge_at = challenge_at
  where k.id = passkey_id and k.last_challenge_at < challenge_at;
  return found;
end
$$;
comment on function private.use_passkey(uuid, bigint, timestamptz) is
  'Definer: passkeys are nobody''s to write. Notes that a challenge was answered; false where this one or a newer one was before.';
select private.grant_functions(
  '{private.passkey_by_credential(text), "private.use_passkey(uuid, bigint, timestamptz)"}',
  'supabase_auth_admin');

create function api.my_passkeys()
returns table (
  id uuid, name text, "credentialId" text, transports text[], "createdAt" timestamptz,
  "lastUsedAt" timestamptz
)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.need_scope('account');
  return query
    select k.id, k.name, k.credential_id, k.transports, k.created_at, k.last_used_at
    from private.passkey k
    where k.profile_id = private.uid()
    order by k.created_at desc, k.id;
end
$$;
comment on function api.my_passkeys() is
  'Definer: passkeys are nobody''s to read. Gives the caller''s own, newest first.';

create function api.add_passkey(
  session_token text, name text, credential text, public_key bytea, counter bigint,
  transports text[], challenge_at timestamptz
) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  added uuid;
begin
  perform private.need_new_session(session_token);
  insert into private.passkey
    (profile_id, name, credential_id, public_key, counter, transports, last_challenge_at)
  values
    (private.uid(), btrim(add_passkey.name), credential, add_passkey.public_key,
      add_passkey.counter, add_passkey.transports, challenge_at)
  returning id into added;
  return added;
end
$$;
comment on function api.add_passkey(text, text, text, bytea, bigint, text[], timestamptz) is
  'Definer: passkeys are nobody''s to write. Keeps a passkey of the caller, who signed in within the hour, and whose answer the server has checked. 42501 sign-in-again, 23505 known already.';

create function api.rename_passkey(passkey_id uuid, new_name text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform private.need_scope('account');
  update private.passkey k set name = btrim(new_name)
  where k.id = passkey_id and k.profile_id = private.uid();
  return found;
end
$$;
comment on function api.rename_passkey(uuid, text) is
  'Definer: passkeys are nobody''s to write. Names one of the caller''s own; false where it is not theirs.';

create function api.remove_passkey(passkey_id uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform private.need_scope('account');
  delete from private.passkey k where k.id = passkey_id and k.profile_id = private.uid();
  return found;
end
$$;
comment on function api.remove_passkey(uuid) is
  'Definer: passkeys are nobody''s to delete. Takes one of the caller''s own away; false where it is not theirs.';
select private.grant_functions(
  '{api.my_passkeys(), "api.add_passkey(text, text, text, bytea, bigint, text[], timestamptz)",
    "api.rename_passkey(uuid, text)", api.remove_passkey(uuid)}',
  'authenticated');

-- Other services ------------------------------------------------------------------------------

create function api.my_sign_in_services()
returns table (id uuid, provider text, "createdAt" timestamptz)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.need_scope('account');
  return query
    select a.id, a."providerId", a."createdAt" from auth.ba_provider_accounts a
    where a."userId" = private.uid()
    order by a."createdAt", a.id;
end
$$;
comment on function api.my_sign_in_services() is
  'Definer: auth is nobody''s. The services (OpenID Connect) through which the caller signs in, never their tokens.';

create function api.remove_sign_in_service(service_id uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform private.need_scope('account');
  delete from auth.ba_provider_accounts a where a.id = service_id and a."userId" = private.uid();
  return found;
end
$$;
comment on function api.remove_sign_in_service(uuid) is
  'Definer: auth is nobody''s. The caller signs in through this service no longer; a code by mail is always left. False where it is not theirs.';
select private.grant_functions(
  '{api.my_sign_in_services(), api.remove_sign_in_service(uuid)}', 'authenticated');
