-- Schema realtime, part 2 of 3: who may see a change. realtime.apply_rls takes one change in the form
-- of wal2json's format 2 and says, for each subscription, whether that person could read the row now:
--   {"action": "I"|"U"|"D", "schema", "table", "timestamp",
--    "columns":  [{"name", "type", "typeoid", "value"}],   -- the new row
--    "identity": [{"name", "type", "typeoid", "value"}],   -- what the old row is known by
--    "pk":       [{"name", "type", "typeoid"}]}
-- A value is PostgreSQL's text form, or a JSON number, boolean or null. typeoid may be missing.

create function realtime.parse_columns(items jsonb, pk jsonb) returns realtime.wal_column[]
language sql stable as $$
  select coalesce(array_agg((
    x ->> 'name', x ->> 'type', (x ->> 'typeoid')::oid,
    realtime.cast(x ->> 'value', coalesce((x ->> 'typeoid')::oid::regtype, (x ->> 'type')::regtype)),
    exists (select from jsonb_array_elements(pk) p where p ->> 'name' = x ->> 'name'),
    true
  )::realtime.wal_column order by n), '{}')
  from jsonb_array_elements(items) with ordinality as item (x, n)
$$;

create function realtime.mark_selectable(columns realtime.wal_column[], entity regclass, role_ regrole)
returns realtime.wal_column[]
language sql stable as $$
  select coalesce(array_agg((
    c.name, c.type_name, c.type_oid, c.value, c.is_pkey,
    -- by number, and false for a column that was dropped since
    coalesce(has_column_privilege(role_, entity, a.attnum, 'SELECT'), false)
  )::realtime.wal_column order by n), '{}')
  from unnest(columns) with ordinality as c (name, type_name, type_oid, value, is_pkey, is_selectable, n)
    left join pg_catalog.pg_attribute a
      on a.attrelid = entity and a.attname = c.name and not a.attisdropped
$$;

create function realtime.build_prepared_statement_sql(
  prepared_statement_name text, entity regclass, columns realtime.wal_column[]
) returns text
language sql volatile as $$
  select format('prepare %I as select exists (select from %I.%I where %s)',
    prepared_statement_name, n.nspname, t.relname, (
      select string_agg(format('%I = %L::%s', c.name, c.value #>> '{}',
        realtime.type_sql(coalesce(c.type_oid::regtype, c.type_name::regtype))), ' and ')
      from unnest(columns) c where c.is_pkey))
  from pg_catalog.pg_class t join pg_catalog.pg_namespace n on n.oid = t.relnamespace
  where t.oid = entity
$$;
comment on function realtime.build_prepared_statement_sql(text, regclass, realtime.wal_column[]) is
  'A PREPARE of the question whether the row with this primary key is there, for whoever executes it.';

create function realtime.visible_to(subscriptions realtime.subscription[], role_ regrole)
returns uuid[]
language plpgsql volatile as $$
-- Asks the prepared statement realtime_rls_check as each subscriber. The result depends on role and
-- claims alone, so the caller sorts by claims and equal ones are asked once.
declare
  -- the older settings, one for each claim, would win over request.jwt.claims in auth.uid()
  settings constant text[] := array['request.jwt.claims', 'request.jwt.claim',
    'request.jwt.claim.sub', 'request.jwt.claim.role', 'request.jwt.claim.email'];
  saved constant text[] := array(select coalesce(current_setting(s, true), '')
    from unnest(settings) with ordinality as _ (s, n) order by n);
  saved_role constant text := current_setting('role');
  subscription realtime.subscription;
  asked jsonb;
  allowed boolean;
  visible uuid[] := '{}';
begin
  perform set_config(s, '', true) from unnest(settings) as s;
  perform set_config('role', (select rolname from pg_catalog.pg_roles where oid = role_), true);
  foreach subscription in array subscriptions loop
    if subscription.claims is distinct from asked then
      asked := subscription.claims;
      perform set_config('request.jwt.claims', asked::text, true);
      begin
        execute 'execute realtime_rls_check' into allowed;
      exception when others then
        -- a policy may raise on one person's claims (auth.uid() does on a sub that is no uuid); that
        -- must neither show them the row nor keep it from everybody else
        allowed := false;
        raise warning 'realtime: a policy failed for role % (%): %', role_, sqlstate, sqlerrm;
      end;
    end if;
    if allowed then
      visible := visible || subscription.subscription_id;
    end if;
  end loop;
  perform set_config('role', saved_role, true);
  perform set_config(settings[n], saved[n], true) from generate_subscripts(settings, 1) as n;
  return visible;
end
$$;

create function realtime.record_of(
  columns realtime.wal_column[], selected text[], max_value_bytes int, key_only boolean
) returns jsonb
language sql immutable as $$
  select coalesce(jsonb_object_agg(c.name, c.value), '{}')
  from unnest(columns) c
  where c.is_selectable
    and (c.is_pkey or not key_only)
    and (c.is_pkey or selected is null or c.name = any (selected))
    and (max_value_bytes is null or coalesce(octet_length(c.value::text), 0) <= max_value_bytes)
$$;

create function realtime.describe_columns(
  entity regclass, role_ regrole, selected text[], pk jsonb
) returns jsonb
language sql stable as $$
  select jsonb_agg(jsonb_build_object('name', a.attname, 'type', t.typname) order by a.attnum)
  from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid
  where a.attrelid = entity and a.attnum > 0 and not a.attisdropped
    and has_column_privilege(role_, entity, a.attnum, 'SELECT')
    and (selected is null or a.attname = any (selected)
      or exists (select from jsonb_array_elements(pk) p where p ->> 'name' = a.attname))
$$;

create function realtime.apply_rls(wal jsonb, max_record_bytes int default (1024 * 1024))
returns setof realtime.wal_rls
language plpgsql volatile as $$
declare
  entity_ constant regclass := to_regclass(format('%I.%I', wal ->> 'schema', wal ->> 'table'));
  action_ constant realtime.action :=
    case wal ->> 'action' when 'I' then 'INSERT' when 'U' then 'UPDATE' when 'D' then 'DELETE' end;
  rls_on constant boolean := relrowsecurity from pg_catalog.pg_class where oid = entity_;
  max_value_bytes constant int := case when octet_length(wal::text) > max_record_bytes then 64 end;
  people constant text[] := nullif(current_setting('realtime.people', true), '');
  subscriptions realtime.subscription[];
  candidates realtime.subscription[];
  new_row realtime.wal_column[];
  old_row realtime.wal_column[];
  judged realtime.wal_column[]; -- the row that keys, filters and policies are about
  role_ regrole;
  error_ text;
  visible uuid[];
begin
  -- a table that is gone, or a change without a row (TRUNCATE): nothing that a policy could judge
  if entity_ is null or action_ is null then
    return;
  end if;
  subscriptions := array(select s from realtime.subscription s
    where s.entity = entity_ and coalesce(s.action_filter, '*') in ('*', action_::text)
      and (people is null or s.claims ->> 'sub' = any (people)));
  if subscriptions = '{}' then
    return;
  end if;
  old_row := realtime.parse_columns(wal -> 'identity', wal -> 'pk');
  new_row := realtime.parse_columns(wal -> 'columns', wal -> 'pk');
  if action_ = 'UPDATE' then
    -- an unchanged TOAST value is not in the new row; replica identity full has it in the old one
    new_row := new_row || array(select o from unnest(old_row) o
      where o.name not in (select c.name from unnest(new_row) c));
  end if;

  for role_ in select distinct s.claims_role from unnest(subscriptions) s order by 1 loop
    old_row := realtime.mark_selectable(old_row, entity_, role_);
    new_row := realtime.mark_selectable(new_row, entity_, role_);
    judged := case when action_ = 'DELETE' then old_row else new_row end;
    error_ := case
      when not exists (select from unnest(judged) c where c.is_pkey)
        then 'Error 400: Bad Request, no primary key'
      when exists (select from unnest(judged) c where c.is_pkey and not c.is_selectable)
        then 'Error 401: Unauthorized'
    end;

    if error_ is null then
      -- Filters read what the role may read. No policy can be asked about a row that is gone, so with
      -- row level security its filters see the key alone, and tell nothing of the rest.
      judged := array(select c from unnest(judged) c
        where c.is_selectable and (c.is_pkey or not (rls_on and action_ = 'DELETE')));
      candidates := array(select s from unnest(subscriptions) s
        where s.claims_role = role_
          -- most have none, and asking the function costs more than the answer
          and (s.filters = '{}' or realtime.is_visible_through_filters(judged, s.filters))
        order by s.claims);
      if rls_on and action_ <> 'DELETE' and candidates <> '{}' then
        if exists (select from pg_catalog.pg_prepared_statements where name = 'realtime_rls_check') then
          deallocate realtime_rls_check; -- left by a call that failed
        end if;
        execute realtime.build_prepared_statement_sql('realtime_rls_check', entity_, judged);
        visible := realtime.visible_to(candidates, role_);
        deallocate realtime_rls_check;
      else
        visible := array(select c.subscription_id from unnest(candidates) c);
      end if;
    end if;

    -- one answer for each set of columns that was asked for
    return query
      select
        jsonb_build_object('schema', wal -> 'schema', 'table', wal -> 'table', 'type', action_)
          || case when error_ is null then jsonb_build_object(
            'commit_timestamp', to_char((wal ->> 'timestamp')::timestamptz at time zone 'utc',
              'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'columns', realtime.describe_columns(entity_, role_, s.selected_columns, wal -> 'pk'))
          else '{}' end
          || case when error_ is null and action_ <> 'DELETE' then jsonb_build_object(
            'record', realtime.record_of(new_row, s.selected_columns, max_value_bytes, false))
          else '{}' end
          || case when error_ is null and action_ <> 'INSERT' then jsonb_build_object(
            'old_record', realtime.record_of(old_row, s.selected_columns, max_value_bytes,
              rls_on and action_ = 'DELETE'))
          else '{}' end,
        rls_on,
        coalesce(array_agg(s.subscription_id)
          filter (where error_ is not null or s.subscription_id = any (visible)), '{}'),
        case
          when error_ is not null then array[error_]
          when max_value_bytes is not null then array['Error 413: Payload Too Large']
          else '{}'
        end
      from unnest(subscriptions) s
      where s.claims_role = role_
      group by s.selected_columns
      order by s.selected_columns nulls first;
  end loop;
end
$$;
comment on function realtime.apply_rls(jsonb, integer) is
  'For each role and column selection that subscribes to the table: the payload to send, whether the '
  'table has row level security, the subscriptions that may receive it, and errors (400 no primary '
  'key, 401 the role may not read the key, 413 longer than max_record_bytes: values over 64 bytes are '
  'left out). Asks the table''s policies as each subscriber, by role and request.jwt.claims, which it '
  'puts back; the session''s user must be able to become those roles. Whoever knows that a row can '
  'concern some people alone names them for the transaction (realtime.people, an array of subs), and '
  'nobody else is asked. A deleted row cannot be asked about: where there is row level security it is '
  'announced by its key alone.';
