import { actingFor } from './acting-for.ts';

/** One wrong field of a form, as the server names it. */
export interface FieldProblem {
  field: string;
  message: string;
}

/**
 * A refused request. `type` is the stable name of the problem (RFC 9457 `type`, or the `code` of a
 * sign-in route), `title` is for people. `status` is 0 when the server could not be reached.
 */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly errors: FieldProblem[];

  constructor(status: number, type: string, title: string, errors: FieldProblem[] = []) {
    super(`${status} ${type}: ${title}`);
    this.status = status;
    this.type = type;
    this.title = title;
    this.errors = errors;
  }

  /** True for the last part of `type`: `is('email-mismatch')` or `is('EMAIL_NOT_VERIFIED')`. */
  is(slug: string): boolean {
    return this.type === slug || this.type.endsWith(`:${slug}`);
  }
}

/** The server cannot be reached, or what stands in front of it cannot. */
export const isAway = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status >= 502);

interface ProblemBody {
  type?: string;
  title?: string;
  code?: string;
  message?: string;
  errors?: FieldProblem[];
}

export interface CallOptions {
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Goes out even when the page is being left. */
  keepalive?: boolean;
  /** Whom it is for, where that is not whom the document is for: a sharerId, or null for oneself. */
  actingFor?: string | null;
}

async function toError(reply: Response): Promise<ApiError> {
  const text = await reply.text();
  const isJson = reply.headers.get('content-type')?.includes('json');
  const body: ProblemBody = isJson && text !== '' ? JSON.parse(text) : {};
  return new ApiError(
    reply.status,
    body.type ?? body.code ?? 'unknown',
    body.title ?? body.message ?? reply.statusText,
    body.errors,
  );
}

async function call<T>(
  method: string,
  path: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<T> {
  const { actingFor: sharer = actingFor } = options;
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers };
  if (sharer !== null) headers['telloom-for'] = sharer;
  const file = body instanceof Blob;
  if (body !== undefined) {
    // a file without a type is sent as bytes: the server judges by what is in it
    headers['content-type'] = file ? body.type || 'application/octet-stream' : 'application/json';
  }
  const reply = await fetch(`/api/v1${path}`, {
    method,
    headers,
    credentials: 'same-origin',
    body: body === undefined || file ? body : JSON.stringify(body),
    signal: options.signal,
    keepalive: options.keepalive,
  }).catch((cause: unknown) => {
    if (options.signal?.aborted) throw cause;
    throw new ApiError(0, 'unreachable', String(cause));
  });
  // Somebody else may be signed in from here on; what is kept here is of whoever was before.
  if (path.startsWith('/auth/')) await forgetKept();
  if (!reply.ok) throw await toError(reply);
  if (reply.status === 204 || reply.status === 202) return undefined as T;
  return (await reply.json()) as T;
}

/** What this device keeps goes. Where a browser keeps nothing there is nothing to forget. */
export const forgetKept = (): Promise<void> =>
  import('./kept/store.ts')
    .then(({ forgetAll }) => forgetAll())
    .catch((error: unknown) => console.info('nothing is kept here', error));

/**
 * Calls `/api/v1` with the session cookie. Rejects with ApiError. `path` starts with a slash. A body
 * is sent as JSON, a Blob as the file that it is.
 */
export const api = {
  get: <T>(path: string, options?: CallOptions) => call<T>('GET', path, undefined, options),
  post: <T>(path: string, body: unknown = {}, options?: CallOptions) =>
    call<T>('POST', path, body, options),
  put: <T>(path: string, body: unknown = {}, options?: CallOptions) =>
    call<T>('PUT', path, body, options),
  patch: <T>(path: string, body: unknown, options?: CallOptions) =>
    call<T>('PATCH', path, body, options),
  delete: (path: string, options?: CallOptions) => call<void>('DELETE', path, undefined, options),
};
