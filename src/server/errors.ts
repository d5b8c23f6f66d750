import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import pg from 'pg';

/** RFC 9457 problem details. `type` is stable; `title` is a sentence a person can read. */
export interface Problem {
  type: string;
  status: number;
  title: string;
  detail?: string;
  errors?: { field: string; message: string }[];
}

/** Thrown by routes for what no SQLSTATE says. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly problem: Problem;
  constructor(slug: Slug, extra: Pick<Problem, 'detail' | 'errors'> = {}) {
    super(slug);
    this.problem = { ...problemOf(slug), ...extra };
  }
}

/** Every kind of problem: its status and what it says. */
export const problems = {
  malformed: [400, 'This is not what is expected here.'],
  unauthenticated: [401, 'Sign in to go on.'],
  'passkey-refused': [401, 'This passkey does not work here, or no longer.'],
  unsigned: [401, 'This call is not signed as it has to be.'],
  'not-allowed': [403, 'You may not do this.'],
  'email-unconfirmed': [403, 'Confirm your e-mail address first.'],
  'email-mismatch': [403, 'This invitation is for another e-mail address.'],
  'insufficient-scope': [403, 'This key is not for that.'],
  'sign-in-again': [403, 'Sign in once more first. This is asked an hour after signing in.'],
  'passkeys-elsewhere': [403, 'Passkeys do not work at this address of Telloom.'],
  'not-keeper': [403, 'You do not look after these stories, or no longer.'],
  'subscription-ended': [403, 'New recordings wait until the subscription is renewed.'],
  'not-found': [404, 'There is nothing here.'],
  conflict: [409, 'This is there already.'],
  'wrong-state': [409, 'This cannot be done now.'],
  'too-many-keys': [409, 'There are 20 keys already. Remove one first.'],
  'in-use': [409, 'Something that was told belongs to this, so it stays.'],
  different: [409, 'What has arrived is not what was sent.'],
  'invitation-expired': [410, 'This invitation is older than 14 days. Ask for a new one.'],
  'invitation-closed': [410, 'This invitation was withdrawn or declined.'],
  'changed-meanwhile': [412, 'Somebody else changed this meanwhile.'],
  'too-large': [413, 'This is too large.'],
  unsupported: [415, 'This kind of content is not taken here.'],
  'not-a-picture': [415, 'This is not a picture that can be shown here.'],
  invalid: [422, 'Something in what was sent is not right.'],
  'too-many': [429, 'Too many tries. Wait a minute.'],
  'invited-enough': [429, 'You sent many invitations today. Send more tomorrow.'],
  'invited-them-enough': [429, 'We wrote to them a few times today. Send the next one tomorrow.'],
  'asked-enough': [429, 'You asked a lot of people today. Ask the next one tomorrow.'],
  internal: [500, 'Something went wrong here. It has been written down.'],
  unavailable: [503, 'Telloom cannot answer just now. Try again in a moment.'],
  'video-host-away': [
    503,
    'The place for recordings does not answer. Yours is safe on this device; try again in a moment.',
  ],
  full: [507, 'There is no room left on the disk.'],
} as const satisfies Record<string, readonly [number, string]>;

export type Slug = keyof typeof problems;

export const urnOf = (slug: Slug): string => `urn:telloom:problem:${slug}`;

function problemOf(slug: Slug): Problem {
  const [status, title] = problems[slug];
  return { type: urnOf(slug), status, title };
}

/** SQLSTATEs, and their classes where a whole class means one thing. */
const sqlstates: Record<string, Slug> = {
  TL401: 'unauthenticated',
  TL404: 'not-found',
  TL429: 'too-many',
  P0002: 'not-found',
  '42501': 'not-allowed',
  '25006': 'insufficient-scope', // only a key that may not write gets a read-only transaction
  '23505': 'conflict',
  '23503': 'wrong-state',
  '55000': 'wrong-state',
  '22': 'invalid',
  '23': 'invalid',
  '40': 'unavailable',
  '53': 'unavailable',
  '57': 'unavailable',
  '08': 'unavailable',
};

/** What Fastify refuses by itself; a path that is too long leads nowhere. */
const refusals: Record<number, Slug> = {
  404: 'not-found',
  413: 'too-large',
  414: 'not-found',
  415: 'unsupported',
  429: 'too-many',
};

const isSlug = (text: string | undefined): text is Slug => text !== undefined && text in problems;

/** Turns any error into the problem that leaves. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof pg.DatabaseError) return fromDatabase(error);
  const { code, validation, statusCode, message } = error as FastifyError & NodeJS.ErrnoException;
  if (validation) return { ...problemOf('invalid'), errors: fieldErrors(error as FastifyError) };
  if (code === 'ENOSPC' || code === 'EDQUOT') return problemOf('full');
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET') return problemOf('unavailable');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    const slug = refusals[statusCode] ?? 'malformed';
    return slug === 'malformed' ? { ...problemOf(slug), detail: message } : problemOf(slug);
  }
  if (/Connection terminated|timeout exceeded when trying to connect/.test(String(message))) {
    return problemOf('unavailable');
  }
  return problemOf('internal');
}

function fromDatabase(error: pg.DatabaseError): Problem {
  if (isSlug(error.detail)) return problemOf(error.detail);
  const slug = sqlstates[error.code ?? ''] ?? sqlstates[(error.code ?? '').slice(0, 2)];
  if (slug === undefined) return problemOf('internal');
  return slug === 'invalid' ? { ...problemOf(slug), detail: error.message } : problemOf(slug);
}

function fieldErrors(error: FastifyError): { field: string; message: string }[] {
  return (error.validation ?? []).map(({ instancePath, params, message }) => {
    const missing = (params as { missingProperty?: string }).missingProperty;
    const field = [instancePath.slice(1).replaceAll('/', '.'), missing].filter(Boolean).join('.');
    return { field, message: missing ? 'is needed' : (message ?? 'is not right') };
  });
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = toProblem(error);
  if (problem.status >= 500) request.log.error({ err: error }, problem.title);
  return reply.status(problem.status).type('application/problem+json').send(problem);
}

/** The first row, or 404: zero rows never hint that something exists. */
export function one<Row>(rows: Row[]): Row {
  const row = rows[0];
  if (row === undefined) throw new ProblemError('not-found');
  return row;
}

/** For rows returned by a change of what the caller sees: none is 403, the policies left it out. */
export function mustChange(rows: unknown[]): void {
  if (rows.length === 0) throw new ProblemError('not-allowed');
}
