-- Schema vault as Supabase has it (github.com/supabase/vault), for a PostgreSQL that is not Supabase:
-- secrets that are encrypted before they reach the disk, the write-ahead log or a dump.
-- Applied only where schema vault is absent; needs roles.sql (pgcrypto, service_role).
--
-- The root key is not in the database. The server keeps it in a file and gives it to the sessions that
-- need it:   select set_config('telloom.root_key', $1, false)   -- 64 hexadecimal digits
-- Bind it as a parameter, since statements are logged. Any role of a session can read a setting of
-- that session, so only connections that never carry a client's query may be given it.
--
-- The cipher is AES-256-CBC with HMAC-SHA-512, encrypt-then-MAC, composed as A256CBC-HS512 in RFC 7518
-- section 5.2.5 (https://www.rfc-editor.org/rfc/rfc7518#section-5.2.5). pgcrypto's pgp_sym_encrypt
-- would be shorter and is weaker here: its integrity check is a SHA-1 inside the ciphertext instead of
-- a MAC over it, and it has no associated data, so a secret could be moved into another row unnoticed.
-- The associated data is the row's id. Each key_id has keys of its own, HMAC-SHA-512(root, key_id),
-- and each write draws a new random IV, kept in the column nonce.

create schema vault;

create table vault.secrets (
  id uuid primary key default gen_random_uuid(),
  name text,
  description text not null default '',
  secret text not null,
  key_id uuid,
  nonce bytea,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create unique index secrets_name_idx on vault.secrets (name) where name is not null;
comment on table vault.secrets is 'Secrets, encrypted by trigger. Read them through vault.decrypted_secrets.';

-- ---------------------------------------------------------------- cipher

-- pgcrypto may have been installed in any schema before us. A body of the form "return …" is bound to
-- the function itself when it is created, so these work wherever it is and whatever search_path says.
do $primitives$
declare
  pgcrypto constant name := (select n.nspname from pg_catalog.pg_extension e
    join pg_catalog.pg_namespace n on n.oid = e.extnamespace where e.extname = 'pgcrypto');
begin
  if pgcrypto is null then
    raise exception using errcode = 'object_not_in_prerequisite_state',
      message = 'the vault needs the extension pgcrypto', hint = 'create extension pgcrypto;';
  end if;
  execute format($ddl$
    create function vault._hmac(data bytea, key bytea) returns bytea language sql immutable
      return %1$I.hmac(data, key, 'sha512');
    create function vault._aes_encrypt(plain bytea, key bytea, iv bytea) returns bytea
      language sql immutable return %1$I.encrypt_iv(plain, key, iv, 'aes-cbc/pad:pkcs');
    create function vault._aes_decrypt(cipher bytea, key bytea, iv bytea) returns bytea
      language sql immutable return %1$I.decrypt_iv(cipher, key, iv, 'aes-cbc/pad:pkcs');
    create function vault._nonce() returns bytea
      language sql volatile return %1$I.gen_random_bytes(16);
  $ddl$, pgcrypto);
end
$primitives$;

create function vault._keys(key_id uuid) returns bytea
language plpgsql stable set search_path = '' as $$
declare
  root constant text := current_setting('telloom.root_key', true);
begin
  if coalesce(root, '') = '' then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'the vault is locked: this session has no root key',
      hint = 'Set telloom.root_key for the session, by a bound parameter, to the 64 hexadecimal digits of the key file.';
  elsif root !~ '^[0-9A-Fa-f]{64}$' then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'the vault is locked: the root key is malformed',
      hint = 'telloom.root_key must be 64 hexadecimal digits, 32 bytes.';
  end if;
  return vault._hmac(convert_to('telloom vault 1', 'UTF8') || uuid_send(key_id), decode(root, 'hex'));
end
$$;
comment on function vault._keys(uuid) is
  'The 64 bytes of key material for one key_id: 32 for the MAC, then 32 for AES. 55000 without a root key.';

create function vault._tag(id uuid, nonce bytea, cipher bytea, keys bytea) returns bytea
language sql immutable set search_path = ''
-- associated data, IV, ciphertext, and the bit length of the associated data (a uuid: 128)
return substr(
  vault._hmac(uuid_send(id) || nonce || cipher || int8send(128), substr(keys, 1, 32)), 1, 32);

create function vault._seal(plain text, id uuid, key_id uuid, nonce bytea) returns text
language plpgsql stable set search_path = '' as $$
declare
  keys constant bytea := vault._keys(key_id);
  cipher constant bytea := vault._aes_encrypt(convert_to(plain, 'UTF8'), substr(keys, 33), nonce);
begin
  return encode(cipher || vault._tag(id, nonce, cipher, keys), 'base64');
end
$$;
comment on function vault._seal(text, uuid, uuid, bytea) is 'Base64 of the ciphertext and its 32-byte tag.';

create function vault._open(secret text, id uuid, key_id uuid, nonce bytea) returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  keys constant bytea := vault._keys(key_id);
  sealed constant bytea := decode(secret, 'base64');
  cipher constant bytea := substr(sealed, 1, greatest(length(sealed) - 32, 0));
  tag constant bytea := substr(sealed, greatest(length(sealed) - 31, 1));
begin
  -- both sides are hashed once more, so that the time the comparison takes tells nothing of the tag
  if (vault._hmac(vault._tag(id, nonce, cipher, keys), keys) = vault._hmac(tag, keys)) is not true then
    raise exception using
      errcode = 'data_exception',
      message = format('secret %s fails authentication', id),
      detail = 'It was changed or moved outside of the vault, or encrypted under another root key.';
  end if;
  return convert_from(vault._aes_decrypt(cipher, substr(keys, 33), nonce), 'UTF8');
end
$$;
comment on function vault._open(text, uuid, uuid, bytea) is
  'The plaintext of a row of vault.secrets; 22000 if the row was tampered with, 55000 without a root key. '
  'Definer: readers of decrypted_secrets must not need rights on the cipher''s parts.';

-- ---------------------------------------------------------------- writing

create function vault.secrets_encrypt_secret_secret() returns trigger
language plpgsql set search_path = '' as $$
declare
  plain text := new.secret;
begin
  if tg_op = 'UPDATE' and new.secret = old.secret then
    -- "set secret = secret": what is there is ciphertext and must not be encrypted twice
    if (new.id, new.key_id, new.nonce) is not distinct from (old.id, old.key_id, old.nonce) then
      return new;
    end if;
    plain := vault._open(old.secret, old.id, old.key_id, old.nonce);
  end if;
  new.key_id := coalesce(new.key_id, gen_random_uuid());
  new.nonce := vault._nonce();
  new.secret := vault._seal(plain, new.id, new.key_id, new.nonce);
  return new;
end
$$;
create trigger secrets_encrypt_secret_trigger_secret before insert or update of secret
  on vault.secrets for each row execute function vault.secrets_encrypt_secret_secret();

create function vault.create_secret(
  new_secret text, new_name text default null, new_description text default '',
  new_key_id uuid default null
) returns uuid
language sql security definer set search_path = '' as $$
  insert into vault.secrets (secret, name, description, key_id)
  values (new_secret, new_name, new_description, new_key_id)
  returning id
$$;
comment on function vault.create_secret(text, text, text, uuid) is
  'Stores a secret and gives its id; 23505 if the name is taken. Definer: service_role holds no right to write the table.';

create function vault.update_secret(
  secret_id uuid, new_secret text default null, new_name text default null,
  new_description text default null, new_key_id uuid default null
) returns void
language plpgsql security definer set search_path = '' as $$
declare
  kept vault.secrets;
begin
  select * into kept from vault.secrets s where s.id = secret_id for update;
  if not found then
    raise exception using errcode = 'no_data_found', message = format('there is no secret %s', secret_id);
  end if;
  update vault.secrets s set
    name = coalesce(new_name, s.name),
    description = coalesce(new_description, s.description),
    updated_at = current_timestamp
  where s.id = secret_id;
  -- a statement of its own, since naming the column secret is what fires the trigger
  if new_secret is not null or new_key_id is not null then
    update vault.secrets s set
      secret = coalesce(new_secret, vault._open(kept.secret, kept.id, kept.key_id, kept.nonce)),
      key_id = coalesce(new_key_id, s.key_id)
    where s.id = secret_id;
  end if;
end
$$;
comment on function vault.update_secret(uuid, text, text, text, uuid) is
  'Changes a secret; null keeps what is there. P0002 if it does not exist. Definer: see create_secret.';

create view vault.decrypted_secrets as
  select id, name, description, secret, vault._open(secret, id, key_id, nonce) as decrypted_secret,
    key_id, nonce, created_at, updated_at
  from vault.secrets;

-- ---------------------------------------------------------------- grants

-- What Supabase gives service_role; nobody else gets anything.
revoke all on all functions in schema vault from public;
grant usage on schema vault to service_role;
grant execute on function vault.create_secret(text, text, text, uuid),
  vault.update_secret(uuid, text, text, text, uuid), vault._open(text, uuid, uuid, bytea) to service_role;
grant select, delete on vault.secrets, vault.decrypted_secrets to service_role;
