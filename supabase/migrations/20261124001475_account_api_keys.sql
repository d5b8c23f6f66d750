-- Keys with which a person's own scripts come in. A key is its person, by the same policies, and
-- never more than its scopes: private.enter() takes it where it takes a session, and decides here.

create table private.api_key (
  id uuid primary key default gen_random_uuid(),
  profile_id uuid not null references public."Profile" (id) on delete cascade,
  name text not null check (char_length(btrim(name)) between 1 and 100),
  key_hash text not null unique check (key_hash ~ '^[0-9a-f]{64}$'),
  key_start text not null,
  scopes text[] not null check (scopes <@ '{read,write,admin}' and 'read' = any (scopes)),
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz
);
create index on private.api_key (profile_id);
alter table private.api_key enable row level security;
comment on table private.api_key is
  'Keys for scripts: the hex SHA-256 of each, which no guess leads back to since a key is 256 random bits. "last_used_at" is exact to a minute.';

-- What a key may ------------------------------------------------------------------------------

create function private.need_new_session(session_token text) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.need_scope('account');
  if not exists (
    select from auth.ba_sessions s
    where s.token = session_token and s."userId" = private.uid()
      and s."createdAt" > now() - interval '1 hour'
  ) then
    raise insufficient_privilege using message = 'this was signed in too long ago',
      detail = 'sign-in-again';
  end if;
end
$$;
comment on function private.need_new_session(text) is
  'Definer: sessions are nobody''s to read. Refuses what lets somebody in for good unless its person signed in within the hour: a tablet left open on a table is no leave to make a key.';
select private.grant_functions(
  '{private.need_new_session(text)}', 'authenticated, telloom_admin');

-- Letting a key in ----------------------------------------------------------------------------

create function private.enter_by_key(hash text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  who record;
begin
  select k.id, k.scopes, k.last_used_at, u.id as "userId", u.email into who
  from private.api_key k
  join auth.users u on u.id = k.profile_id
  where k.key_hash = hash
    and (k.expires_at is null or k.expires_at > now())
    and u.deleted_at is null
    and (u.banned_until is null or u.banned_until <= now());
  if not found then
    raise exception using errcode = 'TL401', message = 'there is no such key';
  end if;
  if (who.last_used_at is null or who.last_used_at < now() - interval '1 minute')
    and current_setting('transaction_read_only') = 'off'
  then
    update private.api_key k set last_used_at = now()
    where k.id = (select l.id from private.api_key l where l.id = who.id for update skip locked);
  end if;
  perform set_config('request.jwt.claims', json_build_object(
    'sub', who."userId", 'role', 'authenticated', 'email', who.email)::text, true);
  perform set_config('telloom.key_scopes', who.scopes::text, true);
  if 'write' <> all (who.scopes) then
    -- nothing in this transaction can turn it back, whatever a function or a route goes on to do
    perform set_config('transaction_read_only', 'on', true);
  end if;
  return 'authenticated';
end
$$;
comment on function private.enter_by_key(text) is
  'Definer: reads keys, which nobody may. As private.enter(), for the SHA-256 of a key; without the scope "write" the transaction cannot change anything.';
select private.grant_functions('{private.enter_by_key(text)}', '');

-- One's keys ----------------------------------------------------------------------------------

create function api.my_api_keys()
returns table (
  id uuid, name text, start text, scopes text[], "createdAt" timestamptz, "expiresAt" timestamptz,
  "lastUsedAt" timestamptz
)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.need_scope('account');
  return query
    select k.id, k.name, k.key_start, k.scopes, k.created_at, k.expires_at, k.last_used_at
    from private.api_key k
    where k.profile_id = private.uid()
    order by k.created_at desc, k.id;
end
$$;
comment on function api.my_api_keys() is
  'Definer: keys are nobody''s to read. Gives the caller''s own, newest first, and never their hashes.';

create function api.make_api_key(
  session_token text, hash text, start text, name text, scopes text[], expires_at timestamptz
) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.uid();
  made uuid;
begin
  perform private.need_new_session(session_token);
  if expires_at <= now() then
    raise invalid_parameter_value using message = 'a key expires in the future';
  end if;
  -- one after the other, so that nobody gets a twenty-first
  perform from public."Profile" p where p.id = me for no key update;
  if (select count(*) from private.api_key k where k.profile_id = me) >= 20 then
    raise object_not_in_prerequisite_state using message = 'this person has 20 keys',
      detail = 'too-many-keys';
  end if;
  insert into private.api_key (profile_id, key_hash, key_start, name, scopes, expires_at)
  values (me, hash, start, btrim(make_api_key.name),
    array(select distinct s from unnest(make_api_key.scopes || '{read}') s order by s), expires_at)
  returning id into made;
  return made;
end
$$;
comment on function api.make_api_key(text, text, text, text, text[], timestamptz) is
  'Definer: keys are nobody''s to write. Keeps the hash of a new key of the caller, who signed in within the hour; every key may read. 42501 sign-in-again, 55000 too-many-keys.';

create function api.revoke_api_key(key_id uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform private.need_scope('account');
  delete from private.api_key k where k.id = key_id and k.profile_id = private.uid();
  return found;
end
$$;
comment on function api.revoke_api_key(uuid) is
  'Definer: keys are nobody''s to delete. Ends one of the caller''s own at once; false where it is not theirs.';
select private.grant_functions(
  '{api.my_api_keys(), "api.make_api_key(text, text, text, text, text[], timestamptz)", api.revoke_api_key(uuid)}',
  'authenticated');
