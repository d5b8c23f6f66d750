-- RevenueCat's webhooks are signals: an event is kept, and its customers are fetched anew.

create table private.revenuecat_event (
  id text primary key,
  type text not null,
  customers text[] not null,
  "isKnown" boolean not null,
  payload text not null,
  "receivedAt" timestamptz not null default now(),
  key uuid not null unique default gen_random_uuid()
);
comment on table private.revenuecat_event is
  'Each event once, by its id: a repeated delivery does nothing. isKnown: it named a person of ours. payload is the text as it came.';
create index on private.revenuecat_event ("receivedAt");
select private.close_table('private.revenuecat_event');

create table private.revenuecat_customer (
  id text primary key,
  "fetchedAt" timestamptz not null
);
comment on table private.revenuecat_customer is 'When a customer was last fetched whole.';
select private.close_table('private.revenuecat_customer');

create index on public."Profile" ("revenuecatAppUserId");

-- An app may call its customers by our ids, in either case, without anybody telling us.
create function private.person_of_customer(customer text) returns uuid
language sql stable set search_path = '' as $$
  select id from (
    select p.id, p."createdAt", 1 as rank from public."Profile" p
    where p."revenuecatAppUserId" = customer
    union all
    select p.id, p."createdAt", 2 from public."Profile" p
    where p."revenuecatAppUserId" is null and p.id = (case
      when customer ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then customer::uuid end)
  ) found
  order by rank, "createdAt", id limit 1
$$;

create function private.request_customer_sync(customer text, earliest timestamptz default now()) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- One queue: what is fetched is written before anything is fetched again.
  perform graphile_worker.add_job('subscriptions.sync', json_build_object('customer', customer),
    queue_name => 'revenuecat', run_at => earliest, job_key => 'subscriptions.sync ' || md5(customer));
end
$$;
comment on function private.request_customer_sync(text, timestamptz) is
  'Definer: service_role holds no right on the job queue.';

create function private.take_revenuecat_event(event_id text, event_type text, customers text[], payload text)
returns table (fresh boolean, known boolean)
language plpgsql set search_path = '' as $$
declare
  ours text[] := array(
    select distinct c from unnest(customers) c where private.person_of_customer(c) is not null);
begin
  known := ours <> '{}';
  insert into private.revenuecat_event (id, type, customers, "isKnown", payload)
  values (event_id, event_type, take_revenuecat_event.customers, known, take_revenuecat_event.payload)
  on conflict (id) do nothing;
  fresh := found;
  if fresh then
    perform private.request_customer_sync(c) from unnest(ours) c;
  end if;
  return next;
end
$$;
comment on function private.take_revenuecat_event(text, text, text[], text) is
  'Keeps an event and asks for its customers in one transaction.';

create function private.sweep_customers() returns integer
language plpgsql set search_path = '' as $$
declare
  asked integer;
begin
  perform private.request_customer_sync(stale.customer) from (
    select distinct p."revenuecatAppUserId" as customer from public."Profile" p
    left join private.revenuecat_customer c on c.id = p."revenuecatAppUserId"
    where p."revenuecatAppUserId" is not null and (
      c.id is null or c."fetchedAt" < now() - interval '7 days'
      or exists (
        select from public."Subscription" s
        where s."userId" = p.id and s."givesAccess" and s."currentPeriodEndsAt" < now()
      )
    )
  ) stale;
  get diagnostics asked = row_count;
  return asked;
end
$$;
comment on function private.sweep_customers() is
  'Asks for customers whose access should have ended, and for those not fetched in a week; says how many.';

create function api.refresh_subscription() returns void
language plpgsql security definer set search_path = '' as $$
declare
  customer text := (
    select coalesce(p."revenuecatAppUserId", p.id::text) from public."Profile" p
    where p.id = private.uid()
  );
begin
  if customer is null or not private.payments_on() then
    raise no_data_found using message = 'there is nothing to fetch';
  end if;
  perform private.request_customer_sync(customer, greatest(now(), (
    select c."fetchedAt" + interval '10 seconds' from private.revenuecat_customer c
    where c.id = customer
  )));
end
$$;
comment on function api.refresh_subscription() is
  'Fetches the caller''s own purchases again, once in ten seconds at the most. P0002 where no payment service is connected. Definer: enqueues a job.';

create function private.refresh_catalogue() returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform graphile_worker.add_job('subscriptions.catalogue', queue_name => 'revenuecat',
    job_key => 'subscriptions.catalogue');
end
$$;
comment on function private.refresh_catalogue() is 'Definer: service_role holds no right on the job queue.';

create function api.refresh_payments() returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.need_admin();
  if current_setting('role') <> 'telloom_admin' then
    raise insufficient_privilege using message = 'for admins alone';
  end if;
  if not private.payments_on() then
    raise no_data_found using message = 'there is nothing to fetch';
  end if;
  perform private.refresh_catalogue();
  perform private.request_customer_sync(known.customer) from (
    select distinct "revenuecatAppUserId" as customer from public."Profile"
    where "revenuecatAppUserId" is not null
  ) known;
  perform private.note_admin_act('subscription.fetch-all', null, null);
end
$$;
comment on function api.refresh_payments() is
  'Fetches the catalogue and every known customer again. P0002 where no payment service is connected. Definer: enqueues jobs.';

-- Rows as RevenueCat has them, each under its own id: new ones come, changed ones change, and one
-- that is as it was is not touched.
create function private.take_from_revenuecat(tbl regclass, listed jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  columns text;
  theirs text;
  ours text;
begin
  if jsonb_array_length(listed) = 0 then
    return;
  end if;
  select string_agg(quote_ident(key), ', '), string_agg(format('excluded.%I', key), ', '),
    string_agg(format('t.%I', key), ', ')
  into columns, theirs, ours
  from jsonb_object_keys(listed -> 0) key where key <> 'revenuecatId';
  execute format($sql$
    insert into %1$s as t ("revenuecatId", %2$s)
    select "revenuecatId", %2$s from jsonb_populate_recordset(null::%1$s, $1)
    on conflict ("revenuecatId") do update set (%2$s) = row (%3$s)
    where (%4$s) is distinct from (%3$s) $sql$, tbl, columns, theirs, ours)
  using listed;
end
$$;

select private.grant_functions(array[
    'private.take_from_revenuecat(regclass, jsonb)',
    'private.take_revenuecat_event(text, text, text[], text)', 'private.sweep_customers()',
    'private.person_of_customer(text)', 'private.refresh_catalogue()',
    'private.request_customer_sync(text, timestamptz)'
  ]::regprocedure[], 'service_role');
select private.grant_functions('{api.refresh_subscription()}', 'authenticated');
select private.grant_functions('{api.refresh_payments()}', 'telloom_admin');
