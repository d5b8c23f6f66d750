-- Changes of rows as they happen, for /realtime/v1. A trigger notes which row changed, and nothing of
-- what is in it; the server reads the row when it delivers, and asks the policies as each subscriber
-- (realtime.apply_rls). So nothing leaves that the person could not read at that very moment, and no
-- WAL level, replication right or superuser is needed.

-- Unlogged: after a crash every client connects anew and fetches what it shows.
create unlogged table private.change (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  entity regclass not null,
  action text not null,
  row_id uuid not null,
  changed_at timestamptz not null default now()
);
comment on table private.change is
  'Which rows changed in the last minutes. A reader takes what its last snapshot did not see, so that transactions that end in another order than they began are never missed.';
create index on private.change (xid);
create index on private.change (changed_at);
select private.close_table('private.change');

create function private.note_change() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.change (entity, action, row_id) values (
    -- a partition's trigger is told which table it is part of
    coalesce(tg_argv[0]::regclass, tg_relid), tg_op,
    case tg_op when 'DELETE' then old.id else new.id end);
  perform pg_notify('telloom_changes', ''); -- once for each transaction, however often it is said
  return null;
end
$$;
comment on function private.note_change() is
  'Definer: whoever changes a row, private.change is nobody''s to write.';
select private.grant_functions('{private.note_change()}', '');

create function private.announce_changes(names text[]) returns void
language plpgsql set search_path = '' as $$
declare
  name text;
  -- Supabase's own Realtime reads the publication, where it runs beside ours
  published constant boolean := exists (
    select from pg_catalog.pg_publication
    where pubname = 'supabase_realtime' and pg_has_role(pubowner, 'USAGE') and not puballtables);
begin
  foreach name in array names loop
    execute format('create trigger %I after insert or update or delete on public.%I
      for each row execute function private.note_change()',
      lower(regexp_replace(name, '([a-z])([A-Z])', '\1_\2', 'g')) || '_change', name);
    if published then
      execute format('alter publication supabase_realtime add table public.%I', name);
    end if;
  end loop;
end
$$;
comment on function private.announce_changes(text[]) is
  'Lets clients subscribe to changes of these tables of public. Their key is a uuid named id.';
select private.grant_functions('{private.announce_changes(text[])}', '');

select private.announce_changes(array[
  'EarlierTelling', 'FollowRequest', 'Invitation', 'Object', 'PersonTag', 'Profile',
  'ProfileExecutor', 'ProfileListener', 'ProfileRole', 'ProfileSharer', 'Prompt', 'PromptCategory',
  'PromptResponse', 'PromptResponseAttachment', 'PromptResponseAttachmentPersonTag',
  'PromptResponseFavorite', 'PromptResponseRecentlyWatched', 'Purchase', 'ResponsePermission',
  'Subscription', 'SubscriptionEntitlement', 'TopicFavorite', 'TopicQueueItem', 'TopicVideo',
  'TopicVideoDownload', 'TopicVideoTranscript', 'TranscriptSuggestion', 'TranscriptVersion',
  'Video', 'VideoDownload', 'VideoTranscript'
]);

-- Subscribing --------------------------------------------------------------------------------

create function private.subscribe_changes(server integer, wanted jsonb, most integer,
  out person uuid, out tables integer)
language plpgsql security definer set search_path = '' as $$
declare
  w record;
  added integer;
begin
  person := private.uid();
  tables := 0;
  if person is null then
    raise exception using errcode = 'TL401', message = 'nobody is signed in';
  end if;
  for w in
    select * from jsonb_to_recordset(wanted)
      as _ (id uuid, schema text, "table" text, action text, filters jsonb, columns text[])
  loop
    insert into realtime.subscription
      (subscription_id, entity, filters, claims, action_filter, selected_columns)
    select w.id, c.oid,
      array(
        select (f ->> 'column', f ->> 'op', f ->> 'value', f ->> 'negate')::realtime.user_defined_filter
        from jsonb_array_elements(w.filters) f),
      jsonb_build_object('sub', person, 'role', 'authenticated', 'telloom_server', server),
      w.action, w.columns
    from pg_catalog.pg_trigger t
    join pg_catalog.pg_class c on c.oid = t.tgrelid
    where t.tgfoid = 'private.note_change()'::regprocedure and t.tgnargs = 0
      and c.relnamespace::regnamespace::text = w.schema and c.relname = coalesce(w."table", c.relname);
    get diagnostics added = row_count;
    tables := tables + added;
    if added = 0 then
      raise exception using errcode = 'no_data_found',
        message = format('changes of %s.%s are not sent', w.schema, coalesce(w."table", '*'));
    elsif tables > most then
      raise exception using errcode = 'program_limit_exceeded', message = 'too many subscriptions';
    end if;
  end loop;
end
$$;
comment on function private.subscribe_changes(integer, jsonb, integer) is
  'Definer: clients do not write realtime.subscription. Subscribes the caller, as nobody but themselves, '
  'on behalf of the server whose number is given: [{id, schema, table (null: all), action, filters: '
  '[{column, op, value, negate}], columns (null: all)}]. Gives the caller''s id and how many tables it '
  'came to. P0002: no such changes. 54000: more tables than `most`.';
select private.grant_functions('{"private.subscribe_changes(integer, jsonb, integer)"}', 'authenticated');

create function private.release_changes(ids uuid[]) returns void
language sql security definer set search_path = '' as $$
  delete from realtime.subscription where subscription_id = any (ids) and claims ? 'telloom_server'
$$;
comment on function private.release_changes(uuid[]) is
  'Definer: service_role does not write realtime.subscription. Ends subscriptions.';

create function private.release_lost_changes() returns void
language sql security definer set search_path = '' as $$
  delete from realtime.subscription s
  where s.claims ? 'telloom_server' and not exists (
    select from pg_catalog.pg_locks l
    join pg_catalog.pg_database d on d.oid = l.database and d.datname = current_database()
    where l.locktype = 'advisory' and l.granted and l.objsubid = 2
      and l.classid = 7355608 and l.objid::bigint = (s.claims ->> 'telloom_server')::bigint
  )
$$;
comment on function private.release_lost_changes() is
  'Definer: service_role does not write realtime.subscription. Ends the subscriptions of servers that are '
  'gone: one that lives holds the advisory lock (7355608, its number).';
select private.grant_functions(
  '{"private.release_changes(uuid[])", private.release_lost_changes()}', 'service_role');

-- Delivering ---------------------------------------------------------------------------------

create function private.new_changes(seen pg_snapshot, most integer)
returns table (snapshot text, changes jsonb, messages jsonb)
language sql volatile set search_path = '' as $$
  -- one statement: the snapshot that is given back is the one that it looked with
  with noted as (
    select c.entity, c.action, c.row_id, min(c.id) as n, max(c.changed_at) as changed_at
    from private.change c
    where c.xid >= pg_snapshot_xmin(seen) and not pg_visible_in_snapshot(c.xid, seen)
    group by c.entity, c.action, c.row_id
  ), wanted as (
    select * from noted
    where exists (select from realtime.subscription s where s.entity = noted.entity)
    order by n limit most + 1
  )
  select pg_current_snapshot()::text,
    (select case when count(*) <= most then coalesce(jsonb_agg(jsonb_build_object(
        'entity', entity::oid, 'action', action, 'id', row_id, 'at', changed_at) order by n), '[]') end
      from wanted),
    (select coalesce(jsonb_agg(jsonb_build_object('topic', m.topic, 'event', m.event,
        'payload', m.payload::text, 'bytes', encode(m.binary_payload, 'base64')) order by n), '[]')
      from noted join realtime.messages m on m.id = noted.row_id
      where noted.entity = 'realtime.messages'::regclass)
$$;
comment on function private.new_changes(pg_snapshot, integer) is
  'What was committed after `seen`: rows that somebody subscribes to, each change once, or null where '
  'there are more than `most`; and messages to topics. `snapshot` is what to ask with next.';

create function private.read_rows(entity regclass, ids uuid[]) returns table (id uuid, columns jsonb)
language plpgsql stable set search_path = '' as $$
declare
  columns_ constant text := string_agg(
    format('jsonb_build_object(''name'', %L, ''type'', %L, ''typeoid'', %s, ''value'', t.%I::text)',
      attname, atttypid::regtype, atttypid, attname), ', ' order by attnum)
    from pg_catalog.pg_attribute where attrelid = entity and attnum > 0 and not attisdropped;
begin
  return query execute format(
    'select t.id, jsonb_build_array(%s) from %s t where t.id = any ($1)', columns_, entity) using ids;
end
$$;
comment on function private.read_rows(regclass, uuid[]) is
  'Rows as realtime.apply_rls takes them: each column with its type and its value in text form.';

create function private.changes_for_subscribers(changes jsonb)
returns table (data text, subscriptions uuid[])
language plpgsql volatile set search_path = '' as $$
declare
  key constant jsonb := jsonb_build_object('name', 'id', 'type', 'uuid', 'typeoid', 'uuid'::regtype::oid);
  change record;
  answer realtime.wal_rls;
begin
  for change in
    with due as (
      select * from rows from (jsonb_to_recordset(changes)
        as (entity oid, action text, id uuid, at timestamptz)) with ordinality as _ (entity, action, id, at, n)
    ), found_rows as (
      select e.entity, r.id, r.columns
      from (select entity, array_agg(distinct id) as ids from due where action <> 'DELETE' group by 1) e,
        private.read_rows(e.entity, e.ids) r
    )
    select d.action, d.id, d.at, r.columns, c.relname, c.relnamespace::regnamespace::text as schema
    from due d
    join pg_catalog.pg_class c on c.oid = d.entity
    left join found_rows r on r.entity = d.entity and r.id = d.id
    where d.action = 'DELETE' or r.id is not null -- gone meanwhile: its own DELETE follows
    order by d.n
  loop
    for answer in select * from realtime.apply_rls(jsonb_strip_nulls(jsonb_build_object(
      'action', left(change.action, 1), 'schema', change.schema, 'table', change.relname,
      'timestamp', change.at, 'pk', jsonb_build_array(key), 'columns', change.columns,
      'identity', case when change.action <> 'INSERT'
        then jsonb_build_array(key || jsonb_build_object('value', change.id)) end)),
      262144)
    loop
      continue when answer.subscription_ids = '{}';
      data := (answer.wal || jsonb_build_object('errors', nullif(to_jsonb(answer.errors), '[]')))::text;
      subscriptions := answer.subscription_ids;
      return next;
    end loop;
  end loop;
end
$$;
comment on function private.changes_for_subscribers(jsonb) is
  'Some of what private.new_changes() gave, as it is sent, and to which subscriptions: the row as it is '
  'now, where each may read it now. Over 256 kB long values are left out, with error 413.';

create function private.sweep_changes() returns void
language plpgsql set search_path = '' as $$
begin
  delete from private.change where changed_at < now() - interval '10 minutes';
  if to_regprocedure('realtime.ensure_message_partitions(integer, integer)') is not null then
    perform realtime.ensure_message_partitions();
  end if;
end
$$;
comment on function private.sweep_changes() is
  'Forgets changes that every server has long delivered, and messages of days ago. To be run again and again.';

select private.grant_functions('{"private.new_changes(pg_snapshot, integer)",
  "private.read_rows(regclass, uuid[])", private.changes_for_subscribers(jsonb),
  private.sweep_changes()}', 'service_role');
