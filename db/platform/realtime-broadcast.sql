-- Schema realtime, part 3 of 3: messages sent from SQL, and the grants and owner of the whole schema.

create table realtime.messages (
  topic text not null,
  extension text not null,
  payload jsonb,
  event text,
  private boolean default false,
  updated_at timestamp not null default now(),
  inserted_at timestamp not null default now(),
  id uuid not null default gen_random_uuid(),
  binary_payload bytea,
  primary key (id, inserted_at)
) partition by range (inserted_at);
alter table realtime.messages add constraint messages_payload_exclusive
  check (payload is null or binary_payload is null) not valid;
create index messages_inserted_at_topic_index on realtime.messages (inserted_at desc, topic)
  where extension = 'broadcast' and private is true;
-- On, and no policy: who may send and receive on a topic is for the migrations to say.
alter table realtime.messages enable row level security;

-- On Supabase the service makes a partition for each day, and a message that finds none is lost with
-- a warning. Here it falls into this one.
create table realtime.messages_default partition of realtime.messages default;
alter table realtime.messages_default enable row level security;

create function realtime.ensure_message_partitions(ahead int default 3, keep int default 3)
returns void
language plpgsql security definer set search_path = '' as $$
declare
  today constant date := (now() at time zone 'utc')::date;
  day date;
  part text;
begin
  perform pg_advisory_xact_lock(hashtextextended('realtime.ensure_message_partitions', 0));
  for day in select today + n from generate_series(0, ahead) as n loop
    part := 'messages_' || to_char(day, 'YYYY_MM_DD');
    continue when to_regclass('realtime.' || part) is not null;
    -- rows of that day may lie in the default partition, which would then forbid the new one
    execute format('create table realtime.%I (like realtime.messages including defaults including constraints)', part);
    execute format('alter table realtime.%I enable row level security', part);
    execute format('with moved as (delete from realtime.messages_default
        where inserted_at >= %L and inserted_at < %L returning *)
      insert into realtime.%I select * from moved', day, day + 1, part);
    execute format('alter table realtime.messages attach partition realtime.%I for values from (%L) to (%L)',
      part, day, day + 1);
  end loop;
  for part in
    select c.relname from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'realtime.messages'::regclass
      and c.relname < 'messages_' || to_char(today - keep, 'YYYY_MM_DD')
      and c.relname ~ '^messages_\d{4}_\d\d_\d\d$'
  loop
    execute format('drop table realtime.%I', part);
  end loop;
  delete from realtime.messages_default where inserted_at < today - keep;
end
$$;
comment on function realtime.ensure_message_partitions(integer, integer) is
  'Makes the daily partitions (UTC) from today to `ahead` days on, and drops messages older than `keep` '
  'days. To be run daily. Definer: service_role runs it, and only the owner may make tables here.';

-- ---------------------------------------------------------------- sending

create function realtime.topic() returns text
language sql stable as $$ select nullif(current_setting('realtime.topic', true), '') $$;
comment on function realtime.topic() is
  'The topic that is being joined or sent to, for the policies of realtime.messages; null outside of that.';

create function realtime.send(payload jsonb, event text, topic text, private boolean default true)
returns void
language plpgsql as $$
declare
  message_id constant uuid := gen_random_uuid();
begin
  perform set_config('realtime.topic', topic, true); -- the policies ask realtime.topic()
  insert into realtime.messages (id, payload, event, topic, private, extension)
  values (
    message_id,
    case when payload ? 'id' then payload else jsonb_set(payload, '{id}', to_jsonb(message_id)) end,
    event, topic, private, 'broadcast'
  );
exception when others then
  -- as on Supabase: a message that cannot be sent must not undo the change that it tells of
  raise warning 'WarnSendingBroadcastMessage: %', sqlerrm;
end
$$;
comment on function realtime.send(jsonb, text, text, boolean) is
  'Sends a JSON object to a topic, with an id unless it brings one. Fails with a warning only.';

create function realtime.send_binary(payload bytea, event text, topic text, private boolean default true)
returns void
language plpgsql as $$
begin
  perform set_config('realtime.topic', topic, true);
  insert into realtime.messages (binary_payload, event, topic, private, extension)
  values (payload, event, topic, private, 'broadcast');
exception when others then
  raise warning 'WarnSendingBroadcastMessage: %', sqlerrm; -- see realtime.send
end
$$;

create function realtime.broadcast_changes(
  topic_name text, event_name text, operation text, table_name text, table_schema text,
  new record, old record, level text default 'ROW'
) returns void
language plpgsql as $$
begin
  if level = 'STATEMENT' then
    raise exception 'Failed to process the row: function can only be triggered for each row, not for each statement';
  elsif (operation in ('INSERT', 'UPDATE', 'DELETE')) is not true then
    raise exception 'Failed to process the row: Unexpected operation type: %', operation;
  end if;
  perform realtime.send(
    jsonb_build_object('old_record', old, 'record', new, 'operation', operation,
      'table', table_name, 'schema', table_schema),
    event_name, topic_name);
end
$$;
comment on function realtime.broadcast_changes(text, text, text, text, text, record, record, text) is
  'Sends a row''s change to a topic. To be called by a row trigger, with its NEW and OLD.';

-- ---------------------------------------------------------------- names in wal2json's options

create function realtime.wal2json_escape_identifier(name text) returns text
language sql immutable strict as $$ select regexp_replace(name, '([\\,.[:space:]])', '\\\1', 'g') $$;

create function realtime.quote_wal2json(entity regclass) returns text
language sql immutable strict as $$
  select realtime.wal2json_escape_identifier(n.nspname) || '.' || realtime.wal2json_escape_identifier(c.relname)
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where c.oid = entity
$$;

-- ---------------------------------------------------------------- grants and owner

grant usage on schema realtime to anon, authenticated, service_role;
grant select on realtime.subscription to anon, authenticated, service_role;
grant select, insert, update on realtime.messages to anon, authenticated, service_role;
grant execute on function
  realtime.apply_rls(jsonb, integer),
  realtime.build_prepared_statement_sql(text, regclass, realtime.wal_column[]),
  realtime.cast(text, regtype),
  realtime.check_equality_op(realtime.equality_op, regtype, text, text, boolean),
  realtime.check_equality_op(realtime.equality_op, regtype, text, text),
  realtime.is_visible_through_filters(realtime.wal_column[], realtime.user_defined_filter[]),
  realtime.quote_wal2json(regclass), realtime.subscription_check_filters(), realtime.to_regrole(text)
  to anon, authenticated, service_role;
revoke execute on function realtime.ensure_message_partitions(integer, integer) from public;
grant execute on function realtime.ensure_message_partitions(integer, integer) to service_role;

do $handover$
declare
  ddl text;
begin
  alter schema realtime owner to supabase_realtime_admin;
  for ddl in
    select format('alter table %s owner to supabase_realtime_admin', oid::regclass)
      from pg_catalog.pg_class where relnamespace = 'realtime'::regnamespace and relkind in ('r', 'p')
    union all
    select format('alter type %s owner to supabase_realtime_admin', t.oid::regtype)
      from pg_catalog.pg_type t left join pg_catalog.pg_class c on c.oid = t.typrelid
      where t.typnamespace = 'realtime'::regnamespace and (t.typtype = 'e' or c.relkind = 'c')
    union all
    select format('alter function %s owner to supabase_realtime_admin', oid::regprocedure)
      from pg_catalog.pg_proc where pronamespace = 'realtime'::regnamespace
  loop
    execute ddl;
  end loop;
end
$handover$;
