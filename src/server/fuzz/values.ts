import fc from 'fast-check';
import type { OpenAPIV3_1 } from 'openapi-types';
import { people, rows } from '../../../db/testing/ids.ts';

type Schema = OpenAPIV3_1.SchemaObject;
export type Arb = fc.Arbitrary<unknown>;

/** Ids of two families and of what they have, of nobody, and of what earlier answers named. */
export const ids: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...Object.values(rows), ...Object.values(people)) },
  { weight: 3, arbitrary: fc.nat(200).map((n) => `learned:${n}`) },
  { weight: 1, arbitrary: fc.uuid() },
);

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** What no schema has in mind; some of it is right now and then. */
export const hostile: Arb = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      '',
      ' ',
      '\u0000',
      'a\u0000b',
      '\ud800',
      '\u202egnp.exe',
      '👩‍👩‍👧‍👦'.repeat(90),
      'x'.repeat(70_000),
    ],
    ...[
      '\'; drop table public."Profile"; --',
      '%',
      '_%\\',
      '$1',
      '../../etc/passwd',
      '<script>',
      'NaN',
    ],
    ...[
      '0000-00-00',
      '9999-12-31T23:59:60Z',
      '2026-02-30T25:61:00Z',
      '-infinity',
      '294277-01-01',
      'null',
    ],
    ...['urn:uuid:00000001-0000-4000-8000-000000000000', '00000000-0000-0000-0000-000000000000'],
    ...['a & | ! <-> :*', '"unclosed', '(((', '\\', 'ﷺ'.repeat(300), '1'.repeat(400)],
    ...[
      -1,
      0,
      1e308,
      2 ** 31,
      2 ** 53,
      -(2 ** 63),
      1e-320,
      0.1,
      true,
      false,
      null,
      [],
      {},
      [[]],
      [null],
    ],
    ...[{ toString: 1 }, { constructor: { prototype: {} } }, JSON.parse(nested(300))],
  ),
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.maxSafeInteger(),
);

/** Values that a schema of the document allows. */
export function valid(schema: Schema): Arb {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((one) => valid(one as Schema)));
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'integer':
    case 'number':
      return number(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(valid((schema as OpenAPIV3_1.ArraySchemaObject).items as Schema), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 4, 4)),
      });
    case 'object':
      return object(schema);
    default:
      return hostile;
  }
}

function text({ format, pattern, minLength = 0, maxLength = 60 }: Schema): Arb {
  if (format === 'uuid') return ids;
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((at) => at.toISOString());
  if (format === 'date')
    return fc.date({ noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10));
  if (format === 'email') return fc.emailAddress();
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const long = fc.constantFrom(maxLength, maxLength + 1).map((length) => 'm'.repeat(length));
  return fc.oneof(
    {
      weight: 9,
      arbitrary: fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) }),
    },
    { weight: 1, arbitrary: long },
  );
}

function number({ type, minimum = -1e6, maximum = 1e6 }: Schema): Arb {
  if (type === 'integer') return fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) });
  return fc.double({ min: minimum, max: maximum, noNaN: true });
}

function object({ properties = {}, required = [] }: Schema): Arb {
  const values = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, valid(schema as Schema)]),
  );
  return fc.record(values, { requiredKeys: required });
}

/** One of its values replaced, left out or added, somewhere inside. */
export const spoiled = (value: Arb): Arb =>
  fc
    .tuple(value, hostile, fc.nat(), fc.constantFrom('replace', 'leave out', 'add'))
    .map(([whole, by, place, how]) => spoil(whole, by, place, how));

function spoil(whole: unknown, by: unknown, place: number, how: string): unknown {
  if (typeof whole !== 'object' || whole === null) return by;
  const names = Object.keys(whole);
  const name = names[place % names.length];
  const copy = (Array.isArray(whole) ? [...whole] : { ...whole }) as Record<string, unknown>;
  if (how === 'add' || name === undefined) copy[names.length === 0 ? '0' : 'more'] = by;
  else if (how === 'leave out') delete copy[name];
  else copy[name] = spoil(copy[name], by, Math.floor(place / names.length), how);
  return copy;
}
