import { type Static, Type } from 'typebox';

/**
 * What is read of RevenueCat's API v2, and no more: whatever else an answer holds may change.
 * https://www.revenuecat.com/docs/api-v2
 */
const Text = Type.String();
const Moment = Type.Integer({ description: 'Milliseconds since 1970.' });
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()]);
/** Said to be text, and shown as a number. */
const Identifier = orNull(Type.Union([Text, Type.Integer()]));

export const Page = Type.Object({
  items: Type.Array(Type.Unknown()),
  next_page: Type.Optional(orNull(Text)),
});

export const Entitlement = Type.Object({
  id: Text,
  lookup_key: Text,
  display_name: orNull(Text),
});
export type Entitlement = Static<typeof Entitlement>;

export const Subscription = Type.Object({
  id: Text,
  product_id: orNull(Text),
  starts_at: orNull(Moment),
  current_period_starts_at: orNull(Moment),
  current_period_ends_at: orNull(Moment),
  gives_access: Type.Boolean(),
  auto_renewal_status: orNull(Text),
  status: orNull(Text),
  store: orNull(Text),
  environment: orNull(Text),
  store_subscription_identifier: Type.Optional(Identifier),
  management_url: Type.Optional(orNull(Text)),
  entitlements: Type.Optional(orNull(Page)),
});
export type Subscription = Static<typeof Subscription>;

export const Purchase = Type.Object({
  id: Text,
  product_id: orNull(Text),
  purchased_at: orNull(Moment),
  store: orNull(Text),
  revenue_in_usd: Type.Optional(orNull(Type.Object({ gross: Type.Number() }))),
  status: orNull(Text),
  environment: orNull(Text),
  store_purchase_identifier: Type.Optional(Identifier),
});
export type Purchase = Static<typeof Purchase>;

export const Product = Type.Object({
  id: Text,
  store_identifier: orNull(Text),
  type: orNull(Text),
  display_name: orNull(Text),
});
export type Product = Static<typeof Product>;

export const Offering = Type.Object({
  id: Text,
  lookup_key: orNull(Text),
  display_name: orNull(Text),
  is_current: Type.Boolean(),
});
export type Offering = Static<typeof Offering>;

export const PackageProduct = Type.Object({
  product: Type.Object({ id: Text }),
  eligibility_criteria: Type.Optional(orNull(Text)),
});
export type PackageProduct = Static<typeof PackageProduct>;

export const Package = Type.Object({
  id: Text,
  lookup_key: orNull(Text),
  display_name: orNull(Text),
  position: Type.Optional(orNull(Type.Integer())),
  products: Type.Optional(orNull(Page)),
});
export type Package = Static<typeof Package>;

export const Failure = Type.Object({
  type: Text,
  message: Text,
  param: Type.Optional(orNull(Text)),
  backoff_ms: Type.Optional(orNull(Type.Number())),
});
