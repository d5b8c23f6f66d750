import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Work } from '../../db/session.ts';
import { readApiKey } from '../features/account/api-keys/key.ts';
import { cookieName, readSignedCookie } from '../features/account/session-cookie.ts';
import { createCallers } from './callers.ts';
import type { Deps } from './deps.ts';
import { ProblemError } from './errors.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /**
     * What private.enter() takes: the session of the caller's cookie, its signature checked, or the
     * mark of their API key; null when there is neither.
     */
    sessionToken: string | null;
    /** A script asks, with a key: no page, and no cookie counts. */
    byKey: boolean;
    /** Whom it counts for, where requests are counted. */
    caller: string;
    /** The storyteller for whom the caller acts, by the header Telloom-For; null: for themselves. */
    actingFor: string | null;
    /** One transaction as the caller. 401 when nobody is signed in. */
    asUser<T>(work: Work<T>): Promise<T>;
    /** One transaction as an admin. 404 when the caller is none. */
    asAdmin<T>(work: Work<T>): Promise<T>;
  }
  interface FastifyInstance {
    /** One transaction as nobody in particular. */
    asAnon<T>(work: Work<T>): Promise<T>;
  }
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Gives every request its ways into the database. */
export function takeSession(app: FastifyInstance, { db, config, secret }: Deps): void {
  const key = { name: cookieName(config.publicUrl), secret };
  const callers = createCallers();
  app.decorate('asAnon', (work) => db.asAnon(work));
  app.decorateRequest('sessionToken', null);
  app.decorateRequest('byKey', false);
  app.decorateRequest('actingFor', null);
  app.decorateRequest('caller', {
    getter() {
      return callers.callerOf(this);
    },
  });
  const entering = async <T>(request: FastifyRequest, enter: (token: string) => Promise<T>) => {
    const token = needSession(request.sessionToken);
    const done = await enter(token);
    if (request.byKey) callers.prove(token);
    return done;
  };
  app.decorateRequest('asUser', function (work) {
    return entering(this, (token) => db.asUser(token, work, this.actingFor));
  });
  app.decorateRequest('asAdmin', function (work) {
    return entering(this, (token) => db.asAdmin(token, work));
  });
  app.addHook('onRequest', async (request) => {
    const apiKey = readApiKey(request.headers.authorization);
    request.byKey = apiKey !== null;
    request.sessionToken = apiKey ?? readSignedCookie(request.headers.cookie, key);
    request.actingFor = readActingFor(request.headers['telloom-for']);
  });
}

/**
 * The transaction of a key that may only read refuses changes by itself; this turns it away before a
 * route does anything outside of one.
 */
export function refuseReadingKeys(api: FastifyInstance): void {
  api.addHook('onRequest', async (request) => {
    if (!request.byKey || safe.has(request.method)) return;
    await request.asUser((sql) => sql`select private.need_scope('write')`);
  });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A header that cannot be read is refused: without it the request would be about somebody else. */
function readActingFor(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  if (typeof header === 'string' && uuid.test(header)) return header;
  throw new ProblemError('invalid', {
    errors: [{ field: 'Telloom-For', message: 'is not the id of a storyteller' }],
  });
}

function needSession(token: string | null): string {
  if (token === null) throw new ProblemError('unauthenticated');
  return token;
}

/**
 * Refuses writes that another site makes a browser send (CSRF): the cookie is SameSite=Lax, and
 * a browser that says where a request comes from must say that it comes from us.
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export function refuseOtherSites(app: FastifyInstance, publicUrl: string): void {
  const ours = new URL(publicUrl).host;
  app.addHook('onRequest', async (request) => {
    // what no browser sends by itself no other site can make it send
    if (safe.has(request.method) || request.sessionToken === null || request.byKey) return;
    const site = request.headers['sec-fetch-site'];
    const origin = request.headers.origin;
    if (site === 'same-origin' || site === 'none') return;
    if (origin === undefined && site === undefined) return; // no browser
    const host = origin !== undefined && URL.canParse(origin) ? new URL(origin).host : null;
    if (host !== ours && host !== request.headers.host) throw new ProblemError('not-allowed');
  });
}
