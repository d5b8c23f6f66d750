-- Schema realtime as Supabase has it, for a PostgreSQL that is not Supabase. Part 1 of 3: types,
-- subscriptions and filters. Part 2 (realtime-rls.sql) decides who may see a change, part 3
-- (realtime-broadcast.sql) holds messages, grants and owners. The meaning is that of
-- github.com/supabase/walrus and github.com/supabase/realtime.
-- The three are applied in this order, only where schema realtime is absent; they need roles.sql.

create schema realtime;

create type realtime.action as enum ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'ERROR');
create type realtime.equality_op as enum (
  'eq', 'neq', 'lt', 'lte', 'gt', 'gte', 'in', 'like', 'ilike', 'is', 'match', 'imatch', 'isdistinct'
);
create type realtime.user_defined_filter as (
  column_name text, op realtime.equality_op, value text, negate boolean
);
create type realtime.wal_column as (
  name text, type_name text, type_oid oid, value jsonb, is_pkey boolean, is_selectable boolean
);
create type realtime.wal_rls as (
  wal jsonb, is_rls_enabled boolean, subscription_ids uuid[], errors text[]
);

create function realtime.to_regrole(role_name text) returns regrole
language sql immutable -- for the generated column below; a role is not renamed while it is subscribed
as $$ select quote_ident(role_name)::regrole $$;

create table realtime.subscription (
  id bigint generated always as identity constraint pk_subscription primary key,
  subscription_id uuid not null,
  entity regclass not null,
  filters realtime.user_defined_filter[] not null default '{}',
  claims jsonb not null,
  claims_role regrole not null generated always as (realtime.to_regrole(claims ->> 'role')) stored,
  created_at timestamp not null default timezone('utc', now()),
  action_filter text default '*' constraint subscription_action_filter_check
    check (action_filter in ('*', 'INSERT', 'UPDATE', 'DELETE')),
  selected_columns text[]
);
create index ix_realtime_subscription_entity on realtime.subscription (entity);
create unique index subscription_subscription_id_entity_filters_action_filter_selec
  on realtime.subscription
  (subscription_id, entity, filters, action_filter, coalesce(selected_columns, '{}'));

-- ---------------------------------------------------------------- values and filters

create function realtime.type_sql(type_ regtype) returns text
language sql stable as $$
  select format('%I.%I', n.nspname, t.typname)
  from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
  where t.oid = type_
$$;
comment on function realtime.type_sql(regtype) is
  'A type as written in SQL, by catalogue name. The text of regtype itself will not do: for bpchar and '
  'bit it is "character" and "bit", which would cut a value to its first character.';

create function realtime.cast(val text, type_ regtype) returns jsonb
language plpgsql immutable as $$
declare
  res jsonb;
begin
  execute format('select to_jsonb(%L::%s)', val, realtime.type_sql(type_)) into res;
  return res;
end
$$;
comment on function realtime.cast(text, regtype) is
  'A value in PostgreSQL''s text form as JSON of its type; an error (22P02 and others) if it does not fit.';

create function realtime.check_equality_op(
  op realtime.equality_op, type_ regtype, val_1 text, val_2 text, negate boolean
) returns boolean
language plpgsql stable as $$
declare
  type_name constant text := realtime.type_sql(type_);
  comparison constant text := case op
    when 'eq' then '%1$L::%2$s = %3$L::%2$s'
    when 'neq' then '%1$L::%2$s <> %3$L::%2$s'
    when 'lt' then '%1$L::%2$s < %3$L::%2$s'
    when 'lte' then '%1$L::%2$s <= %3$L::%2$s'
    when 'gt' then '%1$L::%2$s > %3$L::%2$s'
    when 'gte' then '%1$L::%2$s >= %3$L::%2$s'
    when 'in' then '%1$L::%2$s = any (%3$L::%2$s[])'
    when 'like' then '%1$L::%2$s like %3$L::%2$s'
    when 'ilike' then '%1$L::%2$s ilike %3$L::%2$s'
    when 'match' then '%1$L::%2$s ~ %3$L::%2$s'
    when 'imatch' then '%1$L::%2$s ~* %3$L::%2$s'
    when 'isdistinct' then '%1$L::%2$s is distinct from %3$L::%2$s'
    when 'is' then '%1$L::%2$s is ' || upper(val_2)
  end;
  res boolean;
begin
  -- a keyword goes into the statement as it is, so it must be one
  if op = 'is' and (val_2 in ('null', 'true', 'false', 'unknown')) is not true then
    raise exception 'invalid value for is filter: must be null, true, false, or unknown';
  end if;
  execute format('select ' || comparison, val_1, type_name, val_2) into res;
  return case when negate then not res else res end;
end
$$;
comment on function realtime.check_equality_op(realtime.equality_op, regtype, text, text, boolean) is
  'Whether val_1 op val_2 holds, both read as type_. Null where SQL says null, negated or not.';

create function realtime.check_equality_op(
  op realtime.equality_op, type_ regtype, val_1 text, val_2 text
) returns boolean
language plpgsql immutable as $$
begin
  return realtime.check_equality_op(op, type_, val_1, val_2, false);
end
$$;

create function realtime.is_visible_through_filters(
  columns realtime.wal_column[], filters realtime.user_defined_filter[]
) returns boolean
language sql stable as $$
  select coalesce(bool_and(
    -- a filter on a column that the change does not carry hides the change
    case when c.name is null then false
      else coalesce(realtime.check_equality_op(
        f.op, coalesce(c.type_oid::regtype, c.type_name::regtype), c.value #>> '{}', f.value,
        coalesce(f.negate, false)), false)
    end), true)
  from unnest(filters) f left join unnest(columns) c on c.name = f.column_name
$$;
comment on function realtime.is_visible_through_filters(realtime.wal_column[], realtime.user_defined_filter[]) is
  'Whether a row passes every filter; without filters, always.';

-- ---------------------------------------------------------------- what may be subscribed to

create function realtime.check_filter(filter realtime.user_defined_filter, col_type regtype) returns void
language plpgsql stable as $$
-- Everything that could go wrong while changes flow is tried now: an error then would stop the
-- delivery of that change to everybody.
declare
  values_ jsonb;
begin
  if filter.op = 'in' then
    values_ := realtime.cast(filter.value, (realtime.type_sql(col_type) || '[]')::regtype);
    if jsonb_array_length(values_) > 100 then
      raise exception 'too many values for `in` filter. Maximum 100';
    end if;
  elsif filter.op = 'is' then
    if filter.value in ('true', 'false', 'unknown') and col_type <> 'boolean'::regtype then
      raise exception 'is % filter requires a boolean column, got %', filter.value, col_type;
    end if;
  else
    perform realtime.cast(filter.value, col_type);
  end if;
  if filter.op in ('match', 'imatch') then
    perform regexp_match('', filter.value); -- 2201B for a pattern that does not compile
  elsif filter.op in ('like', 'ilike') and filter.value ~ '(^|[^\\])(\\\\)*\\$' then
    raise exception 'the pattern of a % filter must not end with an escape character', filter.op;
  end if;
  begin
    perform realtime.check_equality_op(filter.op, col_type, null, filter.value, filter.negate);
  exception when undefined_function then
    raise exception 'operator % requires a %column type, got %', filter.op,
      case when filter.op in ('like', 'ilike', 'match', 'imatch') then 'text-compatible ' else 'comparable ' end,
      col_type;
  end;
end
$$;

create function realtime.subscription_check_filters() returns trigger
language plpgsql as $$
declare
  selectable constant text[] := array(
    select a.attname from pg_catalog.pg_attribute a
    where a.attrelid = new.entity and a.attnum > 0 and not a.attisdropped
      and has_column_privilege(new.claims ->> 'role', a.attrelid, a.attnum, 'SELECT'));
  filter realtime.user_defined_filter;
  selected text;
begin
  foreach filter in array coalesce(new.filters, '{}') loop
    if (filter.column_name = any (selectable)) is not true then
      raise exception 'invalid column for filter %', filter.column_name;
    end if;
    perform realtime.check_filter(filter, (
      select a.atttypid from pg_catalog.pg_attribute a
      where a.attrelid = new.entity and a.attname = filter.column_name));
  end loop;

  if new.selected_columns = '{}' then
    raise exception 'selected_columns cannot be empty. Remove the select parameter to capture all columns.';
  elsif array_position(new.selected_columns, null) is not null then
    raise exception 'selected_columns cannot contain null values.';
  end if;
  foreach selected in array coalesce(new.selected_columns, '{}') loop
    if not selected = any (selectable) then
      raise exception 'invalid column for select %', selected;
    end if;
  end loop;

  -- in one order, so that the unique index knows the same subscription again
  new.filters := array(
    select f from unnest(new.filters) f order by f.column_name, f.op, f.value, f.negate);
  if new.selected_columns is not null then
    new.selected_columns := array(select c from unnest(new.selected_columns) c order by c);
  end if;
  return new;
end
$$;
create trigger tr_check_filters before insert or update on realtime.subscription
  for each row execute function realtime.subscription_check_filters();

-- Clients may read the table, as on Supabase, but here each sees only their own rows: claims hold
-- e-mail addresses. The service reads it as the table's owner or with BYPASSRLS.
alter table realtime.subscription enable row level security;
create policy own_subscriptions on realtime.subscription for select to authenticated
  using (claims ->> 'sub' = nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub');

-- The tables whose changes are sent; the migrations add them.
do $publication$
begin
  if not exists (select from pg_catalog.pg_publication where pubname = 'supabase_realtime') then
    create publication supabase_realtime;
  end if;
end
$publication$;
