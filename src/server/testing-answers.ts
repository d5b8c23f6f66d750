import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { OpenAPIV3_1 } from 'openapi-types';

type Operation = OpenAPIV3_1.OperationObject;
type Content = Record<string, OpenAPIV3_1.MediaTypeObject>;
type Report = (mismatch: string) => void;

/**
 * Holds every answer of the apps that `build` makes against the document that they publish: the
 * operation, its status, its type, its body as the handler gave it and as it left, and that what was
 * taken is described too. Fastify says of each app when it is made, so the apps themselves know nothing
 * of being watched.
 */
export function watchAnswers<T>(build: () => T, report: Report): T {
  const watch = (message: unknown) =>
    watchApp((message as { fastify: FastifyInstance }).fastify, report);
  subscribe('fastify.initialization', watch);
  try {
    return build(); // makes its app before it first waits
  } finally {
    unsubscribe('fastify.initialization', watch);
  }
}

/** The same for every app that this process will ever make. */
export function watchAllAnswers(report: Report): void {
  subscribe('fastify.initialization', (message) =>
    watchApp((message as { fastify: FastifyInstance }).fastify, report),
  );
}

function watchApp(app: FastifyInstance, report: Report): void {
  let judge: Judge | undefined;
  const judged = new WeakSet<FastifyRequest>();
  const isOurs = ({ url, schema }: FastifyRequest['routeOptions']) =>
    url?.startsWith('/api/v1/') && (schema as { hide?: boolean } | undefined)?.hide !== true;
  const hold = (request: FastifyRequest, reply: FastifyReply, body?: unknown) => {
    if (!isOurs(request.routeOptions)) return;
    judge ??= new Judge(app.swagger() as unknown as OpenAPIV3_1.Document);
    judged.add(request);
    const wrong = judge.judge(request, reply, body);
    const { method, routeOptions } = request;
    if (wrong) report(`${method} ${routeOptions.url} answers ${reply.statusCode}: ${wrong}`);
  };
  // Writing it as JSON makes null an empty text where a text is promised: so before, and after.
  app.addHook('preSerialization', async (request, reply, payload) => {
    hold(request, reply, JSON.stringify(payload));
    return payload;
  });
  app.addHook('onSend', async (request, reply, payload) => {
    hold(request, reply, typeof payload === 'string' || payload == null ? payload : undefined);
    return payload;
  });
  // What another library answers for us, past the hooks above.
  app.addHook('onResponse', async (request, reply) => {
    if (!judged.has(request)) hold(request, reply);
  });
}

class Judge {
  readonly #document: OpenAPIV3_1.Document;
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });
  readonly #compiled = new Map<object, ValidateFunction>();

  constructor(document: OpenAPIV3_1.Document) {
    this.#document = document;
    formats.default(this.#ajv);
  }

  /** What is wrong; null: nothing. `body`: undefined where it is not known. */
  judge(request: FastifyRequest, reply: FastifyReply, body: unknown): string | null {
    const operation = this.#operation(request);
    if (operation === undefined) return 'no such operation';
    const status = String(reply.statusCode);
    const responses = operation.responses ?? {};
    const found = responses[status] ?? responses[`${status[0]}XX`];
    if (found === undefined) return `no such status${problemOf(body)}`;
    const response = this.#resolve<OpenAPIV3_1.ResponseObject>(found);
    const untold = reply.statusCode < 300 ? untoldOf(request, operation) : null;
    return untold ?? this.#judgeContent(request, reply, response.content ?? {}, body);
  }

  #judgeContent(
    { method }: FastifyRequest,
    reply: FastifyReply,
    content: Content,
    body: unknown,
  ): string | null {
    const given = mediaType(reply.getHeader('content-type') ?? reply.raw.getHeader('content-type'));
    // nothing leaves with a 204, whatever was written
    const has = body != null && body !== '' && reply.statusCode !== 204;
    if (Object.keys(content).length === 0) return has ? `a body: ${body}` : null;
    if (body === undefined && given === '') return null; // before its type is known
    const media =
      content[given] ?? (isJson(given) || given === '' ? content['application/json'] : undefined);
    if (media?.schema === undefined) return `the type ${given}${problemOf(body)}`;
    if (method === 'HEAD' || body === undefined) return null;
    const value = isJson(given) || given === '' ? JSON.parse(String(body)) : body;
    const validate = this.#compile(media.schema);
    return validate(value) ? null : this.#ajv.errorsText(validate.errors) + problemOf(body);
  }

  #operation({ routeOptions, method }: FastifyRequest): Operation | undefined {
    const path = routeOptions.url?.replaceAll(/:(\w+)/g, '{$1}') ?? '';
    const item = this.#document.paths?.[path] as Record<string, Operation> | undefined;
    return item?.[method.toLowerCase()] ?? (method === 'HEAD' ? item?.get : undefined);
  }

  #resolve<T>(found: T | OpenAPIV3_1.ReferenceObject): T {
    if (!(found && typeof found === 'object' && '$ref' in found)) return found as T;
    const steps = found.$ref.slice(2).split('/');
    return steps.reduce<unknown>(
      (at, step) => (at as Record<string, unknown>)[step],
      this.#document,
    ) as T;
  }

  #compile(schema: object): ValidateFunction {
    const { components } = this.#document;
    const validate =
      this.#compiled.get(schema) ?? this.#ajv.compile({ allOf: [schema], components });
    this.#compiled.set(schema, validate);
    return validate;
  }
}

/** What an operation took although the document does not say that it takes it. */
function untoldOf(
  { method, query, body, headers }: FastifyRequest,
  { parameters = [], requestBody }: Operation,
): string | null {
  const told = (parameters as OpenAPIV3_1.ParameterObject[])
    .filter((parameter) => parameter.in === 'query')
    .map(({ name }) => name);
  const unknown = Object.keys(query as object).filter((name) => !told.includes(name));
  if (unknown.length > 0) return `took the parameter ${unknown.join(', ')}`;
  const { content = {} } = (requestBody ?? {}) as Partial<OpenAPIV3_1.RequestBodyObject>;
  const given = mediaType(headers['content-type']);
  const isEmpty = body == null || (typeof body === 'object' && Object.keys(body).length === 0);
  // the body of a DELETE means nothing (RFC 9110, 9.3.5)
  if (isEmpty || method === 'DELETE' || given in content || '*/*' in content) return null;
  return `took a body of the type ${given}`;
}

const mediaType = (header: unknown): string =>
  String(header ?? '')
    .split(';')[0]
    ?.trim() ?? '';
const isJson = (type: string): boolean => /[/+]json$/.test(type);
/** The kind of problem, which says more than a status. */
const problemOf = (body: unknown): string => {
  const slug = /"type":"urn:telloom:problem:([a-z-]+)"/.exec(String(body))?.[1];
  return slug === undefined ? '' : ` (${slug})`;
};
