-- What RevenueCat says of purchases.

create table public."Product" (
  id uuid primary key default gen_random_uuid(),
  "revenuecatId" text unique,
  "storeIdentifier" text,
  type text,
  "displayName" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
select private.close_table('public."Product"');

create table public."Entitlement" (
  id uuid primary key default gen_random_uuid(),
  "revenuecatId" text unique,
  "lookupKey" text,
  "displayName" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
select private.close_table('public."Entitlement"');

create table public."Offering" (
  id uuid primary key default gen_random_uuid(),
  "revenuecatId" text unique,
  "lookupKey" text,
  "displayName" text,
  "isCurrent" boolean,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
select private.close_table('public."Offering"');

create table public."Package" (
  id uuid primary key default gen_random_uuid(),
  "revenuecatId" text unique,
  "offeringId" uuid references public."Offering" (id) on delete cascade,
  "productId" uuid references public."Product" (id) on delete set null,
  "lookupKey" text,
  "displayName" text,
  position integer,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on public."Package" ("offeringId");
create index on public."Package" ("productId");
select private.close_table('public."Package"');

create table public."Subscription" (
  id uuid primary key default gen_random_uuid(),
  "revenuecatId" text unique,
  "userId" uuid references public."Profile" (id) on delete cascade,
  "productId" uuid references public."Product" (id) on delete set null,
  "startsAt" timestamptz,
  "currentPeriodStartsAt" timestamptz,
  "currentPeriodEndsAt" timestamptz,
  "givesAccess" boolean,
  "autoRenewalStatus" text,
  status text,
  store text,
  environment text,
  "storeSubscriptionIdentifier" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on public."Subscription" ("userId");
create index on public."Subscription" ("productId");
select private.close_table('public."Subscription"');

create table public."SubscriptionEntitlement" (
  id uuid primary key default gen_random_uuid(),
  "subscriptionId" uuid not null references public."Subscription" (id) on delete cascade,
  "entitlementId" uuid not null references public."Entitlement" (id) on delete cascade,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  unique ("subscriptionId", "entitlementId")
);
create index on public."SubscriptionEntitlement" ("entitlementId");
select private.close_table('public."SubscriptionEntitlement"');

create table public."Purchase" (
  id uuid primary key default gen_random_uuid(),
  "revenuecatId" text unique,
  "userId" uuid references public."Profile" (id) on delete cascade,
  "productId" uuid references public."Product" (id) on delete set null,
  "purchasedAt" timestamptz,
  store text,
  "revenueInUsd" numeric,
  status text,
  environment text,
  "storePurchaseIdentifier" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on public."Purchase" ("userId");
create index on public."Purchase" ("productId");
select private.close_table('public."Purchase"');

create trigger product_touch before update on public."Product" for each row execute function private.touch();
create trigger entitlement_touch before update on public."Entitlement" for each row execute function private.touch();
create trigger offering_touch before update on public."Offering" for each row execute function private.touch();
create trigger package_touch before update on public."Package" for each row execute function private.touch();
create trigger subscription_touch before update on public."Subscription" for each row execute function private.touch();
create trigger subscription_entitlement_touch before update on public."SubscriptionEntitlement"
  for each row execute function private.touch();
create trigger purchase_touch before update on public."Purchase" for each row execute function private.touch();

-- One sees what one bought, and what there is to buy. No client writes: it would be a free pass.
grant select on public."Subscription", public."SubscriptionEntitlement", public."Purchase",
  public."Product", public."Entitlement", public."Offering", public."Package" to authenticated;
create policy self_select on public."Subscription" for select to authenticated
  using ("userId" = (select private.uid()));
create policy self_select on public."SubscriptionEntitlement" for select to authenticated
  using (exists (select from public."Subscription" s where s.id = "subscriptionId"));
create policy self_select on public."Purchase" for select to authenticated
  using ("userId" = (select private.uid()));
create policy signed_in_select on public."Product" for select to authenticated
  using ((select private.uid()) is not null);
create policy signed_in_select on public."Entitlement" for select to authenticated
  using ((select private.uid()) is not null);
create policy signed_in_select on public."Offering" for select to authenticated
  using ((select private.uid()) is not null);
create policy signed_in_select on public."Package" for select to authenticated
  using ((select private.uid()) is not null);
