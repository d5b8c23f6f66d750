import type { paths } from './api-types.ts';
import { type CallerOptions, type CallOptions, createCaller } from './caller.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Short<P> = P extends `/api/v1${infer Rest}` ? Rest : never;
/** An address of the API as the document writes it: `/responses/{id}`. */
export type Path = Short<keyof paths>;
type Operation<P extends Path, M extends Method> = paths[`/api/v1${P}`][M];
/** The addresses that know this method. */
export type PathOf<M extends Method> = {
  [P in Path]: paths[`/api/v1${P}`] extends Record<M, object> ? P : never;
}[Path];

type JsonOf<Reply> = Reply extends { content: infer Content }
  ? Content extends { 'application/json': infer Body }
    ? Body
    : string
  : undefined;
/** What comes back where all is well; a file as its text, nothing as undefined. */
export type Answer<P extends Path, M extends Method> =
  Operation<P, M> extends { responses: infer Responses }
    ? JsonOf<Responses[keyof Responses & (200 | 201)]>
    : never;

type Part<Name extends string, T> = [T] extends [undefined]
  ? unknown
  : Record<string, never> extends T
    ? { [Key in Name]?: T }
    : { [Key in Name]: T };
type Parameters<Op> = Op extends { parameters: infer All } ? All : unknown;
type In<Op, Where extends string> =
  Parameters<Op> extends { [Key in Where]?: infer T } ? Exclude<T, undefined> : undefined;
type BodyOf<Op> = Op extends { requestBody: { content: infer Content } }
  ? { body: Content extends { 'application/json': infer Json } ? Json : Blob }
  : unknown;
/** What an operation takes: `path` and `query` by name, its own `headers`, and `body`. */
export type Request<P extends Path, M extends Method> = Part<'path', In<Operation<P, M>, 'path'>> &
  Part<'query', In<Operation<P, M>, 'query'>> &
  Part<'headers', In<Operation<P, M>, 'header'>> &
  BodyOf<Operation<P, M>> &
  Pick<CallOptions, 'signal' | 'actingFor'>;
type Given<R> = Record<string, never> extends R ? [request?: R] : [request: R];

/** Each method by its addresses, with what each takes and gives. All reject with ApiError. */
export type Telloom = {
  [M in Method]: <P extends PathOf<M>>(
    path: P,
    ...given: Given<Request<P, M>>
  ) => Promise<Answer<P, M>>;
};

export interface TelloomOptions extends Omit<CallerOptions, 'base'> {
  /** Where this Telloom is: `https://stories.example.org`. */
  url: string;
}

interface AnyRequest extends CallOptions {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** The API of one Telloom, with the types of its OpenAPI document. */
export function createTelloom({ url, ...options }: TelloomOptions): Telloom {
  const caller = createCaller({ ...options, base: new URL('/api/v1', url).href });
  const to = (path: string, { path: values = {}, query = {} }: AnyRequest): string => {
    const told = Object.entries(query).filter(([, value]) => value !== undefined);
    const search = new URLSearchParams(told.map(([name, value]) => [name, String(value)]));
    const filled = path.replace(/\{(\w+)\}/g, (_, name) =>
      encodeURIComponent(String(values[name])),
    );
    return told.length === 0 ? filled : `${filled}?${search}`;
  };
  const reading =
    (method: 'get' | 'delete') =>
    (path: string, given: AnyRequest = {}) =>
      caller[method](to(path, given), given);
  const writing =
    (method: 'post' | 'put' | 'patch') =>
    (path: string, given: AnyRequest = {}) =>
      caller[method](to(path, given), given.body, given);
  return {
    get: reading('get'),
    delete: reading('delete'),
    post: writing('post'),
    put: writing('put'),
    patch: writing('patch'),
  } as Telloom;
}
