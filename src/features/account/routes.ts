import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Deps, Feature } from '../../server/deps.ts';
import { one, ProblemError } from '../../server/errors.ts';
import { IdParams, Nothing } from '../../server/schemas.ts';
import { byAnybody, bySessionOnly } from '../../server/security.ts';
import { apiKeyRoutes } from './api-keys/routes.ts';
import { Done } from './auth-answers.ts';
import { authHandler, authHeaders } from './auth-handler.ts';
import { leavingRoutes } from './leaving.ts';
import { FirstAdminBody, Me, MeChange, Session } from './me.ts';
import { oidcRoutes } from './oidc/routes.ts';
import { passkeyRoutes } from './passkeys/routes.ts';
import { sessionSetCookie } from './session-cookie.ts';
import { makeFirstAdmin, setupIsOpen } from './setup.ts';

/** Sign-in, the caller's own account, the devices they are signed in on, and the first admin. */
export const accountRoutes: Feature = (deps) => async (app) => {
  await app.register(authHandler(deps.auth));
  await app.register(passkeyRoutes(deps));
  await app.register(oidcRoutes(deps));
  await app.register(meRoutes(deps));
  await app.register(sessionRoutes);
  await app.register(apiKeyRoutes(deps));
  await app.register(leavingRoutes(deps));
  await app.register(setupRoutes(deps));
};

const meRoutes =
  ({ auth }: Pick<Deps, 'auth'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    const schema = { summary: 'Who is signed in', response: { 200: Me } };
    app.get('/me', { schema }, async (request, reply) => {
      const me = await request.asUser(async (sql) => one(await sql<Me>`select * from api.me`));
      // The session slides in the database; the browser's copy of it slides here.
      if (request.sessionToken !== null && !request.byKey) {
        reply.header('set-cookie', sessionSetCookie(request.sessionToken, auth.cookie));
      }
      return me;
    });

    const change = { summary: 'Change one’s name', body: MeChange, response: { 200: Me } };
    app.patch('/me', { schema: change }, (request) => {
      const { firstName, lastName } = request.body;
      return request.asUser(async (sql) => {
        await sql`
          update public."Profile" set
            "firstName" = coalesce(${firstName?.trim() ?? null}, "firstName"),
            "lastName" = coalesce(${lastName?.trim() ?? null}, "lastName")
          where id = private.uid()`;
        return one(await sql<Me>`select * from api.me`);
      });
    });
  };

const sessionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const Sessions = Type.Object({ items: Type.Array(Session) });
  const schema = {
    summary: 'Devices one is signed in on',
    security: bySessionOnly,
    response: { 200: Sessions },
  };
  app.get('/me/sessions', { schema }, async (request) => ({
    items: await request.asUser(
      (sql) => sql<Session>`select * from api.my_sessions(${request.sessionToken})`,
    ),
  }));

  app.delete(
    '/me/sessions/:id',
    {
      schema: {
        summary: 'Sign a device out',
        security: bySessionOnly,
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const [row] = await request.asUser(
        (sql) => sql<{ revoked: boolean }>`
          select api.revoke_session(${request.params.id}) as revoked`,
      );
      if (!row?.revoked) throw new ProblemError('not-found');
      return reply.status(204).send(null);
    },
  );
};

const setupRoutes =
  ({ auth }: Pick<Deps, 'auth'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    const Query = Type.Object({ token: Type.String({ maxLength: 200 }) });
    const Open = Type.Object({ open: Type.Boolean() });
    app.get(
      '/setup',
      {
        schema: {
          summary: 'Whether a setup link still makes the first admin',
          security: byAnybody,
          querystring: Query,
          response: { 200: Open },
        },
      },
      async (request) => ({ open: await setupIsOpen(auth, request.query.token) }),
    );

    app.post(
      '/setup',
      {
        schema: {
          summary: 'Make the first admin, once, and sign in',
          security: byAnybody,
          body: FirstAdminBody,
          response: { 201: Done },
        },
      },
      async (request, reply) => {
        await makeFirstAdmin(auth, request.body);
        const { email, password } = request.body;
        const { headers } = await auth.service.api.signInEmail({
          body: { email, password },
          headers: authHeaders(request),
          returnHeaders: true,
        });
        reply.header('set-cookie', headers.getSetCookie());
        return reply.status(201).send({ success: true });
      },
    );
  };
