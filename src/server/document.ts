import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { RouteOptions } from 'fastify';
import type { OpenAPIV3_1 } from 'openapi-types';
import type { Config } from '../config.ts';
import { addProblems, problemsOf } from './problem-answers.ts';
import { securitySchemes, usualSecurity } from './security.ts';

const description =
  `The API of Telloom. Whoever looks after the stories of somebody else sends their
sharerId in the header Telloom-For: then “the caller’s own” is what is theirs, and nothing else is there.
403 not-keeper for anybody else. How much each caller (a key, a session, else an address) may ask is
in the headers RateLimit-Limit, -Remaining and -Reset of every answer; more is 429 too-many, for which
nothing was done, with the seconds to wait in Retry-After.`.replaceAll('\n', ' ');

/** How the routes' schemas become the OpenAPI document. */
export const documentOptions = (
  config: Pick<Config, 'publicUrl'>,
): FastifyDynamicSwaggerOptions => ({
  openapi: {
    openapi: '3.1.0',
    info: { title: 'Telloom', version: '1', description },
    components: { securitySchemes: securitySchemes(config) },
  },
  refResolver: { buildLocalReference: (json, _, __, i) => String(json.$id ?? `def-${i}`) },
  transform: ({ schema, url, route }) => ({
    url,
    schema: {
      security: usualSecurity(route, url),
      ...schema,
      body: schema?.body ?? fileBody(schema?.consumes),
      'x-problems': problemsOf(schema ?? {}, route as RouteOptions),
    },
  }),
  transformObject: (made) =>
    'openapiObject' in made
      ? addProblems(made.openapiObject as OpenAPIV3_1.Document)
      : made.swaggerObject,
});

/** A body that is a file: its route reads it as bytes, so no schema of its own says what it is. */
const fileBody = (types: readonly string[] | undefined) =>
  types && { type: 'string', format: 'binary', description: 'The file.' };
