-- Who pays and who may record, for admins, and fetching one person's purchases again.

create index on public."ProfileSharer" ("createdAt" desc, id desc);

create view api.subscriber with (security_invoker = true) as
  select s.id, s."profileId", p."fullName" as name, p.email, s."createdAt",
    private.cursor_time(s."createdAt") as at, s."subscriptionStatus" as "mayRecord",
    product."displayName" as plan, held.status, held."givesAccess" is true as "givesAccess",
    held."currentPeriodEndsAt" as "periodEndsAt", held.store, held.environment, c."fetchedAt"
  from public."ProfileSharer" s
  join public."Profile" p on p.id = s."profileId"
  left join lateral (
    select * from public."Subscription" o where o."userId" = p.id
    order by o."givesAccess" is true desc, o."currentPeriodEndsAt" desc nulls first limit 1
  ) held on true
  left join public."Product" product on product.id = held."productId"
  left join private.revenuecat_customer c on c.id = coalesce(p."revenuecatAppUserId", p.id::text);
comment on view api.subscriber is
  'Every storyteller with the subscription that counts, if there is one. For admins.';
revoke all on api.subscriber from public, anon, authenticated;
grant select on api.subscriber to telloom_admin;

create function api.refresh_subscription_of(person uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  it public."Profile";
begin
  perform private.need_admin();
  select * into it from public."Profile" p where p.id = person;
  if not found then
    raise no_data_found using message = 'there is no such person';
  end if;
  if not private.payments_on() then
    raise object_not_in_prerequisite_state using message = 'no payment service is connected';
  end if;
  perform private.request_customer_sync(coalesce(it."revenuecatAppUserId", it.id::text));
  perform private.note_admin_act('subscription.fetch', person::text, it."fullName");
end
$$;
comment on function api.refresh_subscription_of(uuid) is
  'Fetches what a person bought again. P0002 no such person; 55000 where no payment service is connected. Definer: enqueues a job.';

select private.grant_functions('{api.refresh_subscription_of(uuid)}', 'telloom_admin');
