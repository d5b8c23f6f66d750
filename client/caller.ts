import { ApiError, isJson, toError } from './api-error.ts';
import { patiently } from './patience.ts';

export interface CallOptions {
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Goes out even when the page is being left. */
  keepalive?: boolean;
  /** Whom it is for, where that is not whom the caller is for: a sharerId, or null for oneself. */
  actingFor?: string | null;
}

export interface CallerOptions {
  /** Where the API is: `/api/v1` in a page of Telloom itself. */
  base: string;
  /** Whose stories everything is about, for somebody who looks after them; null: one's own. */
  actingFor?: string | null;
  /** With every request: what says who is calling. */
  headers?: Record<string, string>;
  fetch?: typeof fetch;
}

/** Calls by the address under `base`, which begins with a slash; what comes back is for the caller to say. */
export interface Caller {
  get: <T>(path: string, options?: CallOptions) => Promise<T>;
  post: <T>(path: string, body?: unknown, options?: CallOptions) => Promise<T>;
  put: <T>(path: string, body?: unknown, options?: CallOptions) => Promise<T>;
  patch: <T>(path: string, body: unknown, options?: CallOptions) => Promise<T>;
  delete: (path: string, options?: CallOptions) => Promise<void>;
}

/**
 * The one way in which anything calls the API. Rejects with ApiError. A body is sent as JSON, a Blob as
 * the file that it is; what comes back is read as JSON, a file as text, and nothing is undefined. Where
 * more was asked than a server lets one caller ask, what only reads waits and asks again.
 */
export function createCaller(caller: CallerOptions): Caller {
  async function call<T>(method: string, path: string, body: unknown, options: CallOptions = {}) {
    const { actingFor = caller.actingFor ?? null } = options;
    const headers = { accept: 'application/json', ...caller.headers, ...options.headers };
    const send = caller.fetch ?? fetch;
    const reply = await send(`${caller.base}${path}`, {
      method,
      headers: {
        ...headers,
        ...(actingFor === null ? {} : { 'telloom-for': actingFor }),
        ...(body === undefined ? {} : { 'content-type': typeOf(body) }),
      },
      credentials: 'same-origin',
      body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
      signal: options.signal,
      keepalive: options.keepalive,
    }).catch((cause: unknown) => {
      if (options.signal?.aborted) throw cause;
      throw new ApiError(0, 'unreachable', String(cause));
    });
    if (!reply.ok) throw await toError(reply);
    if (reply.status === 204) return undefined as T;
    return (isJson(reply) ? reply.json() : reply.text()) as Promise<T>;
  }
  return {
    get: (path, options) => patiently(() => call('GET', path, undefined, options), options?.signal),
    post: (path, body = {}, options) => call('POST', path, body, options),
    put: (path, body = {}, options) => call('PUT', path, body, options),
    patch: (path, body, options) => call('PATCH', path, body, options),
    delete: (path, options) => call('DELETE', path, undefined, options),
  };
}

/** A file without a type is sent as bytes: the server judges by what is in it. */
const typeOf = (body: unknown): string =>
  body instanceof Blob ? body.type || 'application/octet-stream' : 'application/json';
