import { Type } from 'typebox';
import type { Deps, Feature } from '../../../server/deps.ts';
import { ProblemError } from '../../../server/errors.ts';
import { IdParams, Nothing, Nullable, Uuid, When } from '../../../server/schemas.ts';
import { byAnybody, bySessionOnly } from '../../../server/security.ts';
import { Refused } from '../auth-answers.ts';
import { askAuth, sendAuthAnswer } from '../auth-handler.ts';

const ProviderParams = Type.Object({ id: Type.String({ pattern: '^[a-z0-9-]{1,31}$' }) });
/** A page of ours: where to go on afterwards. */
const Page = Type.String({ pattern: '^/', maxLength: 2000 });
const Begin = Type.Object(
  {
    to: Type.Optional(Page),
    link: Type.Optional(
      Type.Boolean({
        description:
          'Whoever is signed in, within the hour, will sign in through this service too.',
      }),
    ),
  },
  { additionalProperties: false },
);
const Url = Type.Object({
  url: Type.String({ description: 'Of the service: send the person there.' }),
});

const Service = Type.Object({
  id: Uuid,
  provider: Type.String(),
  name: Nullable(Type.String({ description: 'null: this Telloom offers it no longer.' })),
  createdAt: When,
});

/** Signing in through other services (OpenID Connect). */
export const oidcRoutes: Feature = (deps) => async (app) => {
  await app.register(signInRoutes(deps));
  await app.register(serviceRoutes(deps));
};

const signInRoutes =
  ({ auth }: Pick<Deps, 'auth'>): ReturnType<Feature> =>
  async (app) => {
    app.post(
      '/auth/providers/:id/begin',
      {
        schema: {
          summary: 'Begin to sign in through another service',
          description:
            'By OpenID Connect, with PKCE. The service sends the person back to /auth/callback/{id}. 503 PROVIDER_AWAY where it does not answer.',
          security: byAnybody,
          params: ProviderParams,
          body: Begin,
          problems: ['unauthenticated', 'sign-in-again', 'not-keeper'],
          response: { 200: Url, 403: Refused, 404: Refused, 429: Refused, 503: Refused },
        },
      },
      async (request, reply) => {
        const { to, link } = request.body;
        if (link)
          await request.asUser(
            (sql) => sql`select private.need_new_session(${request.sessionToken})`,
          );
        const answer = await askAuth(auth, request, link ? '/link-social' : '/sign-in/social', {
          provider: request.params.id,
          disableRedirect: true,
          callbackURL: auth.publicUrl + (to ?? (link ? '/account' : '/')),
          errorCallbackURL: auth.publicUrl + (link ? '/account' : '/sign-in'),
        });
        if (!answer.ok) return sendAuthAnswer(reply, answer);
        const { url } = (await answer.json()) as { url: string };
        return reply
          .header('set-cookie', answer.headers.getSetCookie())
          .header('cache-control', 'no-store')
          .send({ url });
      },
    );

    app.get(
      '/auth/callback/:id',
      {
        schema: {
          summary: 'Come back from another service',
          description:
            'For browsers. Goes on to the page that was asked for; or, where it failed, to the sign-in page or the account page with ?error=.',
          security: byAnybody,
          params: ProviderParams,
          response: { 302: Nothing },
        },
      },
      async (request, reply) => {
        const query = request.url.split('?')[1] ?? '';
        const answer = await askAuth(auth, request, `/callback/${request.params.id}?${query}`);
        const location = answer.headers.get('location');
        if (location === null) return sendAuthAnswer(reply, answer);
        return reply
          .header('set-cookie', answer.headers.getSetCookie())
          .header('cache-control', 'no-store')
          .redirect(location, 302);
      },
    );
  };

const serviceRoutes =
  ({ config }: Pick<Deps, 'config'>): ReturnType<Feature> =>
  async (app) => {
    app.get(
      '/me/sign-in-services',
      {
        schema: {
          summary: 'Other services that one signs in through',
          security: bySessionOnly,
          response: { 200: Type.Object({ items: Type.Array(Service) }) },
        },
      },
      async (request) => {
        const rows = await request.asUser(
          (sql) => sql<{ id: string; provider: string; createdAt: string }>`
            select * from api.my_sign_in_services()`,
        );
        const nameOf = (provider: string) =>
          config.oidcProviders.find(({ id }) => id === provider)?.name ?? null;
        return { items: rows.map((row) => ({ ...row, name: nameOf(row.provider) })) };
      },
    );

    app.delete(
      '/me/sign-in-services/:id',
      {
        schema: {
          summary: 'Sign in through this service no longer',
          security: bySessionOnly,
          params: IdParams,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        const [row] = await request.asUser(
          (sql) => sql<{ removed: boolean }>`
            select api.remove_sign_in_service(${request.params.id}) as removed`,
        );
        if (!row?.removed) throw new ProblemError('not-found');
        return reply.status(204).send(null);
      },
    );
  };
