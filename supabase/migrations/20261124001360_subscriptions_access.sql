-- Whether somebody has to pay, and that ProfileSharer.subscriptionStatus follows what they bought.

create table private.payments (
  "isConnected" boolean primary key default true check ("isConnected"),
  since timestamptz not null default now()
);
comment on table private.payments is
  'One row while a payment service is connected, none otherwise: then every sharer is active.';
select private.close_table('private.payments');

create function private.payments_on() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select from private.payments);
end
$$;
comment on function private.payments_on() is 'Definer: clients do not read private.payments.';
select private.grant_functions('{private.payments_on()}', 'authenticated, service_role, telloom_admin');

create function private.is_subscribed(person uuid) returns boolean
language sql stable set search_path = '' as $$
  select exists (select from public."Subscription" s where s."userId" = person and s."givesAccess")
$$;

create function private.agree_access(people uuid[]) returns void
language sql set search_path = '' as $$
  update public."ProfileSharer" s set "subscriptionStatus" = not s."subscriptionStatus"
  where s."profileId" = any (people)
    and s."subscriptionStatus" <> private.is_subscribed(s."profileId")
$$;

create function private.follow_access() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if private.payments_on() then
    perform private.agree_access(case tg_op
      when 'INSERT' then array[new."userId"]
      when 'DELETE' then array[old."userId"]
      else array[old."userId", new."userId"] end);
  end if;
  return null;
end
$$;
comment on function private.follow_access() is
  'Definer: whoever writes a Subscription, the status of its person follows.';
create trigger subscription_follow after insert or delete or update of "userId", "givesAccess"
  on public."Subscription" for each row execute function private.follow_access();

create function private.begin_access() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if private.payments_on() then
    new."subscriptionStatus" := private.is_subscribed(new."profileId");
  end if;
  return new;
end
$$;
comment on function private.begin_access() is
  'Definer: a new storyteller may have subscribed already, which clients cannot claim.';
create trigger profile_sharer_begin before insert on public."ProfileSharer"
  for each row execute function private.begin_access();

-- After the row's own policy has let it in, so that a stranger learns nothing from the answer.
create function private.need_access() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if private.payments_on()
    and not (select s."subscriptionStatus" from public."ProfileSharer" s where s.id = new."profileSharerId")
    -- a part of what was recorded is nothing recorded anew; its row arrives in the same statement
    and not exists (select from public."TrimmedVideo" t where t."videoId" = new.id)
  then
    raise insufficient_privilege using message = 'recording anew waits for the subscription',
      detail = 'subscription-ended';
  end if;
  return null;
end
$$;
comment on function private.need_access() is
  'Definer: refuses a new recording, by whichever way a client makes it, while access has ended. Everything else goes on.';
create trigger video_need_access after insert on public."Video"
  for each row when (current_setting('role') = 'authenticated')
  execute function private.need_access();
create trigger topic_video_need_access after insert on public."TopicVideo"
  for each row when (current_setting('role') = 'authenticated')
  execute function private.need_access();

create function private.set_payments(connected boolean) returns void
language plpgsql set search_path = '' as $$
begin
  if connected is null then
    raise null_value_not_allowed using message = 'connected is needed';
  end if;
  if connected then
    insert into private.payments default values on conflict do nothing;
    perform private.agree_access(array(select "profileId" from public."ProfileSharer"));
  else
    delete from private.payments;
    update public."ProfileSharer" set "subscriptionStatus" = true where not "subscriptionStatus";
  end if;
end
$$;
comment on function private.set_payments(boolean) is
  'Said at each start: whether a payment service is connected. Every status agrees afterwards.';
select private.grant_functions(array[
    'private.is_subscribed(uuid)', 'private.agree_access(uuid[])', 'private.set_payments(boolean)'
  ]::regprocedure[], 'service_role');
select private.grant_functions(
  '{private.follow_access(), private.begin_access(), private.need_access()}', '');

alter table public."Subscription" add column "managementUrl" text;
comment on column public."Subscription"."managementUrl" is
  'Where its owner changes or ends it, at the store; null where the store has no such page.';
