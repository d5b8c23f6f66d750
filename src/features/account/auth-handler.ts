import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type Auth, basePath, clientAddressHeader } from './auth.ts';
import { Done, Refused } from './auth-answers.ts';
import { authOperations } from './auth-operations.ts';

const forwarded = [
  'cookie',
  'origin',
  'referer',
  'user-agent',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
];

const answers = {
  200: Done,
  ...Object.fromEntries([400, 401, 403, 422, 429, 500].map((status) => [status, Refused])),
};

/**
 * Mounts what is open of the sign-in service under `/auth`. What else it could do (reading tokens,
 * changing names, deleting people) is not there for anybody outside.
 */
export const authHandler =
  (auth: Auth): FastifyPluginAsync =>
  async (app) => {
    for (const [path, { always, ...schema }] of Object.entries(authOperations)) {
      app.post(
        `/auth${path}`,
        { schema: { ...schema, response: answers } },
        async (request, reply) => {
          const body = { ...(schema.body && (request.body as object)), ...always };
          return sendAuthAnswer(reply, await askAuth(auth, request, path, body));
        },
      );
    }
  };

/** What better-auth answers to this request: a POST where there is a body, a GET where there is none. */
export function askAuth(
  auth: Auth,
  request: FastifyRequest,
  path: string,
  body?: object,
): Promise<Response> {
  const url = new URL(basePath + path, auth.publicUrl);
  const headers = authHeaders(request);
  const posted = body && { method: 'POST', body: JSON.stringify(body) };
  return auth.service.handler(new Request(url, { ...posted, headers }));
}

/** The headers better-auth may see. `request.ip` is the socket's, unless a proxy is trusted. */
export function authHeaders(request: FastifyRequest): Headers {
  const headers = new Headers({
    'content-type': 'application/json',
    [clientAddressHeader]: request.ip,
  });
  for (const name of forwarded) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  return headers;
}

/** One answer for each way a code can be wrong: the differences would tell who has an account. */
const wrongCodes = ['INVALID_OTP', 'OTP_EXPIRED', 'TOO_MANY_ATTEMPTS', 'USER_NOT_FOUND'];
const wrongCode = {
  code: 'INVALID_OTP',
  message: 'That code is wrong or too old. Ask for a new one.',
};
const fallbacks: Record<number, { code: string; message: string }> = {
  429: { code: 'TOO_MANY_REQUESTS', message: 'Too many tries. Wait a minute.' },
  500: { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong here.' },
};

/** Passes on whether it worked, with its cookies. Errors leave as `{code, message}`. */
export async function sendAuthAnswer(
  reply: FastifyReply,
  response: Response,
): Promise<FastifyReply> {
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  const retryAfter = response.headers.get('x-retry-after');
  if (retryAfter !== null) reply.header('retry-after', retryAfter);
  reply.header('cache-control', 'no-store');
  // Tokens and rows stay here: who is signed in is what GET /me says.
  if (response.ok) return reply.status(response.status).send({ success: true });
  const { code, message } = await readError(response);
  if (wrongCodes.includes(code)) return reply.status(400).send(wrongCode);
  return reply.status(response.status).send({ code, message });
}

async function readError(response: Response): Promise<{ code: string; message: string }> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
  const { code, message } = (isJson ? JSON.parse(text) : {}) as { code?: string; message?: string };
  const known = fallbacks[response.status];
  return {
    code: code ?? known?.code ?? 'REFUSED',
    message: known?.message ?? message ?? 'This was refused.',
  };
}
