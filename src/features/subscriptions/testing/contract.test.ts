import { existsSync, readFileSync } from 'node:fs';
import Schema from 'typebox/schema';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { entitlement, offering, pack, product, purchase, subscription } from './fixtures.ts';

/** RevenueCat's own description of its API, where it lies beside the project. */
const description = new URL(
  '../../../../../shared/contracts/revenuecat/openapi/api-v2.yaml',
  import.meta.url,
);
/** `nullable` as OpenAPI 3.0 has it, told as JSON Schema does. */
const asJsonSchema = (_key: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('nullable' in value)) return value;
  const { nullable, ...schema } = value;
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
};
const ours = {
  Subscription: subscription('sub1'),
  Purchase: purchase('purch1'),
  Product: product('prod1'),
  Entitlement: entitlement('entl1'),
  Offering: offering('ofrng1'),
  Package: pack('pkg1', [{ product: product('prod1'), eligibility_criteria: 'all' }]),
};

const text = { type: 'string' };
const number = { type: 'integer' };
const orNull = (schema: object) => ({ ...schema, nullable: true });
const object = (properties: Record<string, object>) => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});
const list = object({ items: { type: 'array' }, next_page: orNull(text), url: text });
const stores = { type: 'string', enum: ['app_store', 'play_store', 'stripe', 'promotional'] };
const bought = {
  id: text,
  customer_id: text,
  product_id: orNull(text),
  store: stores,
  environment: { type: 'string', enum: ['production', 'sandbox'] },
  entitlements: list,
};
/** What our code counts on, written down by hand: it holds where nothing lies beside the project. */
const excerpt = {
  Subscription: object({
    ...bought,
    starts_at: number,
    current_period_starts_at: number,
    current_period_ends_at: orNull(number),
    gives_access: { type: 'boolean' },
    auto_renewal_status: text,
    status: text,
    store_subscription_identifier: text,
    management_url: orNull(text),
  }),
  Purchase: object({
    ...bought,
    purchased_at: number,
    revenue_in_usd: object({ gross: { type: 'number' } }),
    status: text,
    store_purchase_identifier: text,
  }),
  Product: object({ id: text, store_identifier: text, type: text, display_name: orNull(text) }),
  Entitlement: object({ id: text, lookup_key: text, display_name: text }),
  Offering: object({
    id: text,
    lookup_key: text,
    display_name: text,
    is_current: { type: 'boolean' },
  }),
  Package: object({ id: text, lookup_key: text, position: orNull(number), products: list }),
};

/** Ours always, and RevenueCat's own where it is there. */
const contracts: [string, object][] = [['our excerpt', excerpt]];
if (existsSync(description)) {
  const { components } = parse(readFileSync(description, 'utf8'));
  contracts.push(['api-v2.yaml', components.schemas]);
}

describe.each(contracts)('by %s', (_name, schemas) => {
  const components = JSON.parse(JSON.stringify({ schemas }), asJsonSchema);
  const wrongsOf = (name: string, value: object) => {
    const [, errors] = Schema.Errors({ components, $ref: `#/components/schemas/${name}` }, value);
    return errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
  };

  test.each(Object.entries(ours))('our %s is as RevenueCat’s', (name, value) => {
    expect(wrongsOf(name, value)).toEqual([]);
  });

  test.each(Object.entries(ours))('an id that is missing in a %s is noticed', (name, value) => {
    const { id: _, ...rest } = value;
    expect(wrongsOf(name, rest)).not.toEqual([]);
  });
});
