import fc from 'fast-check';
import type { OpenAPIV3_1 } from 'openapi-types';
import { rows } from '../../../db/testing/ids.ts';
import { type Arb, hostile, ids, spoiled, valid } from './values.ts';

type Operation = OpenAPIV3_1.OperationObject;
type Parameter = OpenAPIV3_1.ParameterObject & { schema: OpenAPIV3_1.SchemaObject };

/** Who asks: people of the world, nobody, and somebody with a cookie that is not ours. */
export const callers = [
  'owner',
  'listener',
  'writer',
  'executor',
  'otherExecutor',
  'admin',
  'stranger',
  'nobody',
  'forger',
] as const;
export type CallerName = (typeof callers)[number];

/** Longer ones do not come past the parser of node:http, which ends the connection. */
const longestAddress = 8000;

export interface FuzzRequest {
  /** As `GET /api/v1/responses/{id}`. */
  operation: string;
  caller: CallerName;
  path: string;
  headers: Record<string, string>;
  body: string | null;
}

/** Requests for every operation of the document, from right through wrong to broken. */
export const requestsOf = (document: OpenAPIV3_1.Document): fc.Arbitrary<FuzzRequest> =>
  fc.oneof(
    ...Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
      Object.entries(item ?? {}).map(([method, operation]) =>
        requestOf(method.toUpperCase(), path, operation as Operation),
      ),
    ),
  );

function requestOf(method: string, path: string, operation: Operation): fc.Arbitrary<FuzzRequest> {
  const parameters = (operation.parameters ?? []) as Parameter[];
  const of = (place: string) => parameters.filter((parameter) => parameter.in === place);
  return fc
    .record({
      caller: fc.constantFrom<CallerName>(...callers),
      filled: fc.record(
        Object.fromEntries(of('path').map((one) => [one.name, likely(one.schema)])),
      ),
      query: fc.tuple(...of('query').map(asked)).map((all) => all.flat()),
      headers: headersOf(of('header')),
      body: method === 'GET' || method === 'HEAD' ? fc.constant(null) : bodyOf(operation),
    })
    .map(({ caller, filled, query, headers, body }) => {
      const pairs = query.map(([name, value]) => `${encode(name)}=${encode(value)}`);
      const address = path.replace(/\{(\w+)\}/g, (_, name) => encode(filled[name]) || '%ZZ');
      return {
        operation: `${method} ${path}`,
        caller,
        path: (pairs.length === 0 ? address : `${address}?${pairs.join('&')}`).slice(
          0,
          longestAddress,
        ),
        headers: { ...headers, ...(body ? { 'content-type': body.type } : {}) },
        body: body?.text ?? null,
      };
    });
}

const likely = (schema: OpenAPIV3_1.SchemaObject): Arb =>
  fc.oneof({ weight: 8, arbitrary: valid(schema) }, { weight: 1, arbitrary: hostile });

/** A parameter: not there, there, there twice. */
const asked = ({ name, schema, required }: Parameter): fc.Arbitrary<[string, unknown][]> =>
  fc
    .tuple(fc.array(likely(schema), { minLength: 2, maxLength: 2 }), fc.nat(19))
    .map(([values, n]) =>
      values.slice(0, n === 0 ? 2 : n < 8 && !required ? 0 : 1).map((value) => [name, value]),
    );

function headersOf(parameters: Parameter[]): fc.Arbitrary<Record<string, string>> {
  const own = Object.fromEntries(
    parameters.map(({ name, schema }) => [name, fc.option(likely(schema), { nil: undefined })]),
  );
  const everywhere = {
    'telloom-for': fc.oneof(
      { weight: 8, arbitrary: fc.constant(undefined) },
      { weight: 2, arbitrary: fc.constantFrom(rows.sharer, rows.otherSharer) },
      { weight: 1, arbitrary: fc.oneof(ids, hostile) },
    ),
    'tus-resumable': fc.constantFrom(undefined, '1.0.0'),
    'upload-offset': fc.constantFrom(undefined, '0', '-1', '1e9', 'x'),
    'upload-length': fc.constantFrom(undefined, '4', '-1', '9'.repeat(30)),
  };
  const uploads = parameters.some(({ name }) => name === 'telloom-seconds');
  const { 'telloom-for': whom, ...tus } = everywhere;
  return fc
    .record<Record<string, unknown>>({ ...own, 'telloom-for': whom, ...(uploads ? tus : {}) })
    .map((values) =>
      Object.fromEntries(
        Object.entries(values)
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => [name, headerText(value)]),
      ),
    );
}

/** What HTTP lets into a header. */
const headerText = (value: unknown): string =>
  plain(value)
    .replace(/[^\t\x20-\x7e\x80-\xff]/g, '')
    .slice(0, 4000);
const plain = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
const encode = (value: unknown): string => encodeURIComponent(wellFormed(plain(value)));

/** Half a pair of surrogates is no UTF-8. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

interface Body {
  type: string;
  text: string;
}
const json = (value: Arb): fc.Arbitrary<Body> =>
  value.map((one) => ({ type: 'application/json', text: JSON.stringify(one) ?? '' }));

function bodyOf({ requestBody }: Operation): fc.Arbitrary<Body | null> {
  const content = (requestBody as OpenAPIV3_1.RequestBodyObject | undefined)?.content ?? {};
  const [[type, media] = ['application/json', {}]] = Object.entries(content);
  const odd = fc.record({
    type: fc.constantFrom(
      type,
      'application/json',
      'text/plain',
      'text/csv',
      'application/xml',
      'multipart/form-data',
      'x',
      '',
    ),
    text: fc.oneof(
      fc.constantFrom(
        '',
        '{',
        '{"a":',
        '[1,]',
        '{"__proto__":{"a":1}}',
        '\ufeff{}',
        '"',
        'null',
        '{}',
        'a,b\n"',
        'x'.repeat(1_100_000),
      ),
      fc.string({ unit: 'binary' }).map((text) => wellFormed(text)),
    ),
  });
  if (type !== 'application/json') {
    return fc.oneof({ weight: 3, arbitrary: file(type) }, { weight: 1, arbitrary: odd });
  }
  const schema = media.schema as OpenAPIV3_1.SchemaObject | undefined;
  if (schema === undefined) {
    return fc.oneof(
      { weight: 6, arbitrary: fc.constant({ type, text: '{}' }) },
      { weight: 1, arbitrary: odd },
    );
  }
  return fc.oneof(
    { weight: 10, arbitrary: json(valid(schema)) },
    { weight: 5, arbitrary: json(spoiled(valid(schema))) },
    { weight: 1, arbitrary: json(hostile) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: odd },
  );
}

/** Lines that a sheet, captions or an event could be made of, under the type that is asked for. */
const file = (type: string): fc.Arbitrary<Body> =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'id,question,topic',
          'id,topic,theme',
          'WEBVTT',
          '',
          '1',
          '00:00.000 --> 00:02.000',
          '00:00:01,000 --> 99:99:99,999',
        ),
        fc.tuple(ids, fc.string(), fc.string()).map((cells) => cells.join(',')),
        hostile.map(plain),
      ),
      { maxLength: 6 },
    )
    .map((lines) => ({ type: type.replace('*', 'png'), text: wellFormed(lines.join('\n')) }));
