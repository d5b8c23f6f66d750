-- Topics that messages are sent to over /realtime/v1. What row-level security says about a message in
-- realtime.messages decides who may hear it and who may send it; a topic without a rule is closed.
--
-- sharer:<id of a ProfileSharer>  heard by everyone who manages or listens to them, spoken by managers

create policy family_select on realtime.messages for select to authenticated
  using (
    extension = 'broadcast'
    and substring(topic from '^sharer:(.*)$') = any ((select private.heard_sharers())::uuid[]::text[])
  );
create policy manager_insert on realtime.messages for insert to authenticated
  with check (
    extension = 'broadcast'
    and substring(topic from '^sharer:(.*)$') = any ((select private.managed_sharers())::uuid[]::text[])
  );

-- On Supabase the table is the platform's, and takes no trigger of ours: there, its own Realtime
-- delivers what is sent from SQL.
do $$
begin
  if (select pg_has_role(relowner, 'USAGE') from pg_catalog.pg_class where oid = 'realtime.messages'::regclass)
  then
    -- whoever makes the next day's partition puts the trigger on it, and must be let
    grant execute on function private.note_change() to supabase_realtime_admin;
    create trigger messages_change after insert on realtime.messages for each row
      when (new.extension = 'broadcast') execute function private.note_change('realtime.messages');
  end if;
end
$$;

create function private.topic_rights(topic_ text, callers uuid[])
returns table (caller uuid, may_hear boolean, may_speak boolean)
language plpgsql set search_path = '' as $$
declare
  probe constant uuid := gen_random_uuid();
begin
  begin
    perform set_config('realtime.topic', topic_, true);
    insert into realtime.messages (id, topic, extension, event, payload, private)
    values (probe, topic_, 'broadcast', 'probe', '{}', true);
    foreach caller in array callers loop
      perform set_config('role', 'authenticated', true), set_config('request.jwt.claims',
        jsonb_build_object('sub', caller, 'role', 'authenticated')::text, true);
      may_hear := exists (select from realtime.messages m where m.id = probe);
      may_speak := true;
      begin
        insert into realtime.messages (topic, extension, event, payload, private)
        values (topic_, 'broadcast', 'probe', '{}', true);
      exception when insufficient_privilege then
        may_speak := false;
      end;
      return next;
    end loop;
    raise exception using errcode = 'TL000', message = 'what was tried is taken back';
  exception when sqlstate 'TL000' then
    null;
  end;
end
$$;
comment on function private.topic_rights(text, uuid[]) is
  'What each of these people may do on a topic now: tries it as they, as Supabase''s Realtime does, and takes it back.';
select private.grant_functions('{"private.topic_rights(text, uuid[])"}', 'service_role');
