/**
 * Objects as RevenueCat's API v2 and its webhooks make them, with the oddities of real ones: a
 * promotional subscription has no product, and an App Store's identifier is a number now and then.
 */
const project_id = 'proj1ab2c3d4';
const created_at = 1658399423658;

export const product = (id: string, more: object = {}) => ({
  object: 'product',
  id,
  store_identifier: `store.${id}`,
  type: 'subscription',
  subscription: { duration: 'P1M', grace_period_duration: 'P3D', trial_duration: null },
  one_time: null,
  created_at,
  app_id: 'app1a2b3c4',
  display_name: `Plan ${id}`,
  ...more,
});

export const entitlement = (id: string, more: object = {}) => ({
  object: 'entitlement',
  project_id,
  id,
  lookup_key: `key_${id}`,
  display_name: `Right ${id}`,
  created_at,
  ...more,
});

export const listOf = (items: object[], url: string, next_page: string | null = null) => ({
  object: 'list',
  items,
  next_page,
  url,
});

export interface FakeSubscription {
  id: string;
  gives_access: boolean;
  product_id: string | null;
  entitlements: object;
  [more: string]: unknown;
}

export const subscription = (id: string, more: object = {}): FakeSubscription => ({
  object: 'subscription',
  id,
  customer_id: 'somebody',
  original_customer_id: 'somebody',
  product_id: 'prodmonthly',
  starts_at: created_at,
  current_period_starts_at: created_at,
  current_period_ends_at: created_at + 2_592_000_000,
  ends_at: created_at + 2_592_000_000,
  gives_access: true,
  pending_payment: false,
  auto_renewal_status: 'will_renew',
  status: 'active',
  total_revenue_in_usd: {
    currency: 'USD',
    gross: 9.99,
    commission: 2.99,
    tax: 0.75,
    proceeds: 6.25,
  },
  presented_offering_id: null,
  entitlements: listOf([entitlement('entlrecord')], `/v2/subscriptions/${id}/entitlements`),
  environment: 'production',
  store: 'app_store',
  store_subscription_identifier: '12345678',
  ownership: 'purchased',
  management_url: 'https://apps.example/manage',
  ...more,
});

export const purchase = (id: string, more: object = {}) => ({
  object: 'purchase',
  id,
  customer_id: 'somebody',
  original_customer_id: 'somebody',
  product_id: 'prodmonthly',
  purchased_at: created_at,
  revenue_in_usd: { currency: 'USD', gross: 9.99, commission: 2.99, tax: 0.75, proceeds: 6.25 },
  quantity: 1,
  status: 'owned',
  presented_offering_id: null,
  entitlements: listOf([], `/v2/purchases/${id}/entitlements`),
  environment: 'production',
  store: 'app_store',
  store_purchase_identifier: '12345678',
  ownership: 'purchased',
  ...more,
});

export const offering = (id: string, more: object = {}) => ({
  object: 'offering',
  id,
  lookup_key: `key_${id}`,
  display_name: `Offering ${id}`,
  is_current: true,
  created_at,
  project_id,
  metadata: null,
  ...more,
});

export const pack = (id: string, products: object[], more: object = {}) => ({
  object: 'package',
  id,
  lookup_key: `key_${id}`,
  display_name: `Package ${id}`,
  position: null,
  created_at,
  products: listOf(products, `/v2/packages/${id}/products`),
  ...more,
});

let events = 0;
/** A webhook's body. */
export const eventOf = (type: string, more: object = {}) => {
  events += 1;
  return {
    api_version: '1.0',
    event: { type, id: `event-${events}`, event_timestamp_ms: created_at, ...more },
  };
};
