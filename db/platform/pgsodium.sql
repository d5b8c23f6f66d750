-- The part of schema pgsodium that databases made on Supabase refer to (pgsodium 3.1.9,
-- github.com/michelp/pgsodium): the table of keys, and raw keys encrypted by trigger.
-- Applied only where schema pgsodium is absent; needs roles.sql (pgcrypto). Supabase is withdrawing
-- pgsodium: nothing of ours may depend on this file.
--
-- The cipher and the setting telloom.root_key are those of vault.sql, explained there. The label in
-- _keys differs, so that no key serves both. This is not libsodium's format: raw keys that were
-- wrapped by the real extension cannot be opened here.

create schema pgsodium;

create type pgsodium.key_status as enum ('default', 'valid', 'invalid', 'expired');
create type pgsodium.key_type as enum (
  'aead-ietf', 'aead-det', 'hmacsha512', 'hmacsha256', 'auth', 'shorthash', 'generichash', 'kdf',
  'secretbox', 'secretstream', 'stream_xchacha20'
);

create table pgsodium.key (
  id uuid primary key default gen_random_uuid(),
  status pgsodium.key_status default 'valid',
  created timestamptz not null default current_timestamp,
  expires timestamptz,
  key_type pgsodium.key_type,
  key_id bigserial,
  key_context bytea default '\x7067736f6469756d' check (length(key_context) = 8),
  name text constraint pgsodium_key_unique_name unique,
  associated_data text default 'associated',
  raw_key bytea,
  raw_key_nonce bytea,
  parent_key uuid references pgsodium.key (id),
  comment text,
  user_data text,
  -- a key is either derived (key_id, key_context) or given and wrapped under a parent
  constraint pgsodium_raw check (
    case when raw_key is not null
      then key_id is null and key_context is null and parent_key is not null
      else key_id is not null and key_context is not null and parent_key is null
    end
  )
);
alter table pgsodium.key alter column key_id drop not null;
create index key_status_idx on pgsodium.key (status) where status in ('valid', 'default');
create unique index key_status_idx1 on pgsodium.key (status) where status = 'default';
create unique index key_key_id_key_context_key_type_idx
  on pgsodium.key (key_id, key_context, key_type);

do $primitives$
declare
  pgcrypto constant name := (select n.nspname from pg_catalog.pg_extension e
    join pg_catalog.pg_namespace n on n.oid = e.extnamespace where e.extname = 'pgcrypto');
begin
  if pgcrypto is null then
    raise exception using errcode = 'object_not_in_prerequisite_state',
      message = 'pgsodium.key needs the extension pgcrypto', hint = 'create extension pgcrypto;';
  end if;
  execute format($ddl$
    create function pgsodium._hmac(data bytea, key bytea) returns bytea language sql immutable
      return %1$I.hmac(data, key, 'sha512');
    create function pgsodium._aes_encrypt(plain bytea, key bytea, iv bytea) returns bytea
      language sql immutable return %1$I.encrypt_iv(plain, key, iv, 'aes-cbc/pad:pkcs');
    create function pgsodium._aes_decrypt(cipher bytea, key bytea, iv bytea) returns bytea
      language sql immutable return %1$I.decrypt_iv(cipher, key, iv, 'aes-cbc/pad:pkcs');
    create function pgsodium._nonce() returns bytea
      language sql volatile return %1$I.gen_random_bytes(16);
  $ddl$, pgcrypto);
end
$primitives$;

create function pgsodium._keys(parent_key uuid) returns bytea
language plpgsql stable set search_path = '' as $$
declare
  root constant text := current_setting('telloom.root_key', true);
begin
  if coalesce(root, '') !~ '^[0-9A-Fa-f]{64}$' then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'raw keys are locked: this session has no root key',
      hint = 'Set telloom.root_key for the session, by a bound parameter, to the 64 hexadecimal digits of the key file.';
  end if;
  return pgsodium._hmac(convert_to('telloom pgsodium 1', 'UTF8') || uuid_send(parent_key), decode(root, 'hex'));
end
$$;

create function pgsodium._tag(additional bytea, nonce bytea, cipher bytea, keys bytea) returns bytea
language sql immutable set search_path = ''
return substr(pgsodium._hmac(
  additional || nonce || cipher || int8send(8 * length(additional)), substr(keys, 1, 32)), 1, 32);

create function pgsodium._open(sealed bytea, additional bytea, parent_key uuid, nonce bytea) returns bytea
language plpgsql stable set search_path = '' as $$
declare
  keys bytea;
  cipher constant bytea := substr(sealed, 1, greatest(length(sealed) - 32, 0));
  tag constant bytea := substr(sealed, greatest(length(sealed) - 31, 1));
begin
  if sealed is null then
    return null; -- a derived key has no raw key
  end if;
  keys := pgsodium._keys(parent_key);
  if (pgsodium._hmac(pgsodium._tag(additional, nonce, cipher, keys), keys) = pgsodium._hmac(tag, keys))
    is not true
  then
    raise exception using errcode = 'data_exception', message = 'a raw key fails authentication';
  end if;
  return pgsodium._aes_decrypt(cipher, substr(keys, 33), nonce);
end
$$;

create function pgsodium.key_encrypt_secret_raw_key() returns trigger
language plpgsql set search_path = '' as $$
declare
  keys bytea;
  additional bytea;
  cipher bytea;
begin
  if tg_op = 'UPDATE' and new.raw_key = old.raw_key then
    -- "set raw_key = raw_key" must not encrypt what is encrypted; a changed id or parent would lose it
    if (new.id, new.parent_key, new.associated_data, new.raw_key_nonce)
      is not distinct from (old.id, old.parent_key, old.associated_data, old.raw_key_nonce)
    then
      return new;
    end if;
    new.raw_key := pgsodium._open(old.raw_key, convert_to(concat(old.id, old.associated_data), 'UTF8'),
      old.parent_key, old.raw_key_nonce);
  end if;
  if new.raw_key is null or new.parent_key is null then
    new.raw_key := null; -- as pgsodium does: without a parent there is nothing to wrap it with
    return new;
  end if;
  keys := pgsodium._keys(new.parent_key);
  additional := convert_to(concat(new.id, new.associated_data), 'UTF8');
  new.raw_key_nonce := pgsodium._nonce();
  cipher := pgsodium._aes_encrypt(new.raw_key, substr(keys, 33), new.raw_key_nonce);
  new.raw_key := cipher || pgsodium._tag(additional, new.raw_key_nonce, cipher, keys);
  return new;
end
$$;
create trigger key_encrypt_secret_trigger_raw_key before insert or update of raw_key
  on pgsodium.key for each row execute function pgsodium.key_encrypt_secret_raw_key();

create view pgsodium.decrypted_key as
  select id, status, created, expires, key_type, key_id, key_context, name, associated_data, raw_key,
    pgsodium._open(raw_key, convert_to(concat(id, associated_data), 'UTF8'), parent_key, raw_key_nonce)
      as decrypted_raw_key,
    raw_key_nonce, parent_key, comment
  from pgsodium.key;

-- The owner's alone.
revoke all on all functions in schema pgsodium from public;
