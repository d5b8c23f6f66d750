-- Settings that an admin enters, such as the keys of Mux: they lie in the vault, encrypted.

create function api.keep_settings(given jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  setting text;
  value text;
  kept uuid;
begin
  perform private.need_admin();
  for setting, value in select e.key, e.value from jsonb_each_text(given) e order by e.key loop
    if setting !~ '^[A-Z][A-Z_]{2,60}$' then
      raise invalid_parameter_value using message = 'this is not the name of a setting';
    end if;
    kept := (select s.id from vault.secrets s where s.name = 'telloom.' || setting for update);
    if value is null then
      delete from vault.secrets s where s.id = kept;
      perform private.note_admin_act('setting.forget', null, setting);
    elsif kept is null then
      perform vault.create_secret(value, 'telloom.' || setting, 'A setting that an admin entered.');
      perform private.note_admin_act('setting.keep', null, setting);
    else
      perform vault.update_secret(kept, value);
      perform private.note_admin_act('setting.keep', null, setting);
    end if;
  end loop;
end
$$;
comment on function api.keep_settings(jsonb) is
  'Keeps settings by their names in the environment, or forgets those that are null; for admins, in a transaction that has the root key. Definer: the vault is nobody''s to write.';
select private.grant_functions('{api.keep_settings(jsonb)}', 'telloom_admin');

create function private.entered_settings() returns table (name text, value text)
language plpgsql stable set search_path = '' as $$
declare
  kept uuid;
begin
  for kept, name in
    select s.id, substr(s.name, 9) from vault.secrets s where s.name like 'telloom.%' order by 2
  loop
    begin
      value := (select d.decrypted_secret from vault.decrypted_secrets d where d.id = kept);
    exception when data_exception or object_not_in_prerequisite_state then
      value := null;
    end;
    return next;
  end loop;
end
$$;
comment on function private.entered_settings() is
  'What admins entered, in a transaction that has the root key; null for what another root key shut.';
select private.grant_functions('{private.entered_settings()}', 'service_role');
