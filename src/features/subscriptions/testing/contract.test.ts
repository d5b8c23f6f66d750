import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { entitlement, offering, pack, product, purchase, subscription } from './fixtures.ts';

/** RevenueCat's own description of its API, where it lies beside the project. */
const description = new URL(
  '../../../../../shared/contracts/revenuecat/openapi/api-v2.yaml',
  import.meta.url,
);
/** `nullable` as OpenAPI 3.0 has it, told as JSON Schema does. */
const asJsonSchema = (_key: unknown, value: unknown): unknown => {
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

test('what the tests take for RevenueCat’s objects is what it describes', () => {
  const known = existsSync(description) ? Object.entries(ours) : [];
  if (known.length === 0) return;
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: 'api', ...parse(readFileSync(description, 'utf8'), asJsonSchema) });
  for (const [name, object] of known) {
    const check = ajv.compile({ $ref: `api#/components/schemas/${name}` });
    check(object);
    expect(check.errors, name).toBeNull();
  }
});
