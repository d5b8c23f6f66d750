/** One wrong field of what was sent, as the server names it. */
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
  /** So many seconds to wait before it is worth trying again, where the server says so. */
  readonly retryAfter: number | null;

  constructor(
    status: number,
    type: string,
    title: string,
    { errors = [], retryAfter = null }: Partial<Pick<ApiError, 'errors' | 'retryAfter'>> = {},
  ) {
    super(`${status} ${type}: ${title}`);
    this.status = status;
    this.type = type;
    this.title = title;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }

  /** True for the last part of `type`: `is('email-mismatch')` or `is('EMAIL_NOT_VERIFIED')`. */
  is(slug: string): boolean {
    return this.type === slug || this.type.endsWith(`:${slug}`);
  }
}

interface ProblemBody {
  type?: string;
  title?: string;
  code?: string;
  message?: string;
  errors?: FieldProblem[];
}

export async function toError(reply: Response): Promise<ApiError> {
  const text = await reply.text();
  const body: ProblemBody = isJson(reply) && text !== '' ? JSON.parse(text) : {};
  return new ApiError(
    reply.status,
    body.type ?? body.code ?? 'unknown',
    body.title ?? body.message ?? reply.statusText,
    { errors: body.errors, retryAfter: readSeconds(reply.headers.get('retry-after')) },
  );
}

/** Retry-After, in seconds; as a date, which it may be too, Telloom never sends it. */
const readSeconds = (header: string | null): number | null =>
  header !== null && /^\d+$/.test(header) ? Number(header) : null;

export const isJson = (reply: Response): boolean =>
  reply.headers.get('content-type')?.includes('json') ?? false;
