-- What Mux and RevenueCat told us, for admins: what became of it, and once more.

create function private.note_failed_mux_event(payload jsonb, reason text) returns void
language sql set search_path = '' as $$
  insert into private.mux_event as known (id, type, payload, error)
  values (coalesce(payload ->> 'id', 'unnamed-' || md5(payload::text)), payload ->> 'type', payload, reason)
  on conflict (id) do update set error = excluded.error where known.error is not null
$$;
comment on function private.note_failed_mux_event(jsonb, text) is
  'Keeps an event that could not be taken, in a transaction of its own.';
select private.grant_functions('{"private.note_failed_mux_event(jsonb, text)"}', 'service_role');

create function private.sync_problem(customers text[]) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select j.last_error from graphile_worker.jobs j
    where j.key in (select 'subscriptions.sync ' || md5(c) from unnest(customers) c)
      and j.last_error is not null limit 1);
end
$$;
comment on function private.sync_problem(text[]) is
  'Why fetching one of these customers fails, if it does. Definer: the queue belongs to the owner of the database.';

create view api.webhook with (security_invoker = true) as
  select e.key as id, 'mux' as source, e.id as "eventId", e.type, e."receivedAt",
    private.cursor_time(e."receivedAt") as at,
    case when e.error is not null then 'failed'
      when exists (
        select from private.mux_subject(e.payload) s, public."Video" v
        where v."muxAssetId" = s.asset or v."muxUploadId" = s.upload or v.passthrough = s.ours
      ) or exists (
        select from private.mux_subject(e.payload) s, public."TopicVideo" v
        where v."muxAssetId" = s.asset or v."muxUploadId" = s.upload or v.passthrough = s.ours
      ) then 'taken'
      else 'unknown' end as state,
    e.error
  from private.mux_event e
  -- the local host speaks as Mux does, and what the sweep asked for was not told by a webhook
  where e.id not like 'local-%' and e.id not like 'asked %'
  union all
  select e.key, 'revenuecat', e.id, e.type, e."receivedAt", private.cursor_time(e."receivedAt"),
    case when p.problem is not null then 'failed'
      when e."isKnown" or e.type = 'TEST' then 'taken' else 'unknown' end,
    p.problem
  from private.revenuecat_event e
  cross join lateral (select private.sync_problem(e.customers) as problem) p;
comment on view api.webhook is
  'Every event that Mux or RevenueCat sent, without what it carries, for admins. unknown: it concerns nothing and nobody here.';
revoke all on api.webhook from public, anon, authenticated;
grant select on api.webhook to telloom_admin;

create function api.take_webhook_again(webhook uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  said private.mux_event;
  bought private.revenuecat_event;
  ours text[];
  problem text;
  tbl regclass;
  target uuid;
begin
  perform private.need_admin();
  select * into said from private.mux_event e where e.key = webhook for update;
  if found then
    begin
      select f.tbl, f.row_id into tbl, target from private.find_by_mux(said.payload) f;
      if target is not null and private.mux_is_of_another(tbl, target, said.payload) is not true then
        perform private.take_mux_event(tbl, target, said.payload);
      end if;
    exception when others then
      -- what is wrong is what the admin came to see
      problem := sqlerrm;
    end;
    update private.mux_event e set error = problem where e.key = webhook;
    perform private.note_admin_act('webhook.again', said.id, 'Mux ' || said.type);
    return;
  end if;
  select * into bought from private.revenuecat_event e where e.key = webhook for update;
  if not found then
    raise no_data_found using message = 'there is no such event';
  end if;
  if not private.payments_on() then
    raise object_not_in_prerequisite_state using message = 'no payment service is connected';
  end if;
  ours := array(select c from unnest(bought.customers) c where private.person_of_customer(c) is not null);
  update private.revenuecat_event e set "isKnown" = ours <> '{}' where e.key = webhook;
  perform private.request_customer_sync(c) from unnest(ours) c;
  perform private.note_admin_act('webhook.again', bought.id, 'RevenueCat ' || bought.type);
end
$$;
comment on function api.take_webhook_again(uuid) is
  'Takes an event anew; what it is by then holds. P0002 no such event; 55000 of RevenueCat, where payments are off. Definer: the events move rows that nobody may write.';
select private.grant_functions('{api.take_webhook_again(uuid)}', 'telloom_admin');
select private.grant_functions('{private.sync_problem(text[])}', 'telloom_admin');
-- the view shows what each event speaks of
select private.grant_functions('{private.mux_subject(jsonb)}', 'telloom_admin');
