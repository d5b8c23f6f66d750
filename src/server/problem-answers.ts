import type { FastifySchema, RouteOptions } from 'fastify';
import type { OpenAPIV3_1 } from 'openapi-types';
import { problems, type Slug, urnOf } from './errors.ts';

declare module 'fastify' {
  interface FastifySchema {
    /** What this operation answers beside what any operation of its shape may. */
    problems?: readonly Slug[];
  }
}

type Operation = OpenAPIV3_1.OperationObject & { 'x-problems'?: Slug[] };

const reading = new Set(['GET', 'HEAD']);
/** Not drawn from what is asked, so that they stand in the document once. */
const failures = (Object.keys(problems) as Slug[]).filter((slug) => problems[slug][0] >= 500);

/**
 * Every problem that an operation may answer. What follows from its shape is the same everywhere: an
 * id that is not there, a body that cannot be read, a caller whose session has ended; and what the table
 * of SQLSTATEs makes of a change that the database refuses. The rest is in the route's own schema.
 */
export function problemsOf(schema: FastifySchema, { method, url }: RouteOptions): Slug[] {
  const open = schema.security?.length === 0;
  const reads = [method].flat().every((one) => reading.has(one));
  return [
    ...new Set<Slug>([
      'invalid',
      'too-many', // of any one caller, and before anything is done
      ...(open ? [] : (['unauthenticated', 'not-keeper'] as const)),
      // of a key: also where nobody has to sign in, since its transaction can only be read in
      ...(open && reads ? [] : (['insufficient-scope'] as const)),
      ...(reads ? [] : writing),
      ...(/[:{]|\/admin\//.test(url) ? (['not-found'] as const) : []),
      ...(schema.problems ?? []),
    ]),
  ];
}
const writing: Slug[] = [
  'malformed',
  'not-allowed',
  'not-found',
  'conflict',
  'wrong-state',
  'too-large',
  'unsupported',
];

/** Has the document say of each operation what problemsOf found, as `x-problems`. */
export function addProblems(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  const responses: Record<string, OpenAPIV3_1.ResponseObject> = {};
  const answer = (slugs: Slug[]) => {
    const name = slugs.join('.');
    responses[name] = response(slugs);
    return { $ref: `#/components/responses/${name}` };
  };
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(path ?? {}) as Operation[]) {
      const { 'x-problems': slugs } = operation;
      if (slugs === undefined) continue; // HEAD and PATCH of one route are one object
      delete operation['x-problems'];
      operation.responses ??= {};
      for (const [status, ofStatus] of [...byStatus(slugs), ['5XX', failures] as const]) {
        const own = operation.responses[status] as OpenAPIV3_1.ResponseObject | undefined;
        operation.responses[status] = own ? both(own, response(ofStatus)) : answer(ofStatus);
      }
    }
  }
  const { components } = document;
  const schemas = { ...components?.schemas, Problem };
  return { ...document, components: { ...components, responses, schemas } };
}

function byStatus(slugs: Slug[]): Map<number, Slug[]> {
  const found = new Map<number, Slug[]>();
  for (const slug of slugs.sort()) {
    const [status] = problems[slug];
    if (status < 500) found.set(status, [...(found.get(status) ?? []), slug]);
  }
  return found;
}

const response = (slugs: Slug[]): OpenAPIV3_1.ResponseObject => ({
  description: slugs.map((slug) => `${slug}: ${problems[slug][1]}`).join(' '),
  ...(slugs.includes('too-many') ? { headers: limitHeaders } : {}),
  content: {
    'application/problem+json': {
      schema: {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          {
            type: 'object',
            properties: {
              type: { enum: slugs.map(urnOf) },
              status: { enum: [...new Set(slugs.map((slug) => problems[slug][0]))] },
            },
          },
        ],
      },
    },
  },
});

const whole = (description: string) => ({ description, schema: { type: 'integer' as const } });
const limitHeaders: OpenAPIV3_1.ResponseObject['headers'] = {
  'Retry-After': whole('So many seconds to wait.'),
  'RateLimit-Limit': whole('So many requests within 10 seconds.'),
  'RateLimit-Remaining': whole('So many of them are left.'),
  'RateLimit-Reset': whole('So many seconds until all of them are there again.'),
};

const both = (
  one: OpenAPIV3_1.ResponseObject,
  other: OpenAPIV3_1.ResponseObject,
): OpenAPIV3_1.ResponseObject => ({
  description: `${one.description} ${other.description}`,
  headers: { ...one.headers, ...other.headers },
  content: { ...one.content, ...other.content },
});

const Problem: OpenAPIV3_1.SchemaObject = {
  description: 'RFC 9457 problem details.',
  type: 'object',
  required: ['type', 'status', 'title'],
  additionalProperties: false,
  properties: {
    type: { type: 'string', description: 'Stable: what to tell problems apart by.' },
    status: { type: 'integer' },
    title: { type: 'string', description: 'A sentence that a person can read.' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      description: 'What was wrong in what was sent.',
      items: {
        type: 'object',
        required: ['field', 'message'],
        additionalProperties: false,
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};
