import { Type } from 'typebox';
import type { Feature } from '../../../server/deps.ts';
import { one, ProblemError } from '../../../server/errors.ts';
import { IdParams, Nothing, Nullable, Uuid, When } from '../../../server/schemas.ts';
import { bySessionOnly } from '../../../server/security.ts';
import { apiKeyMadeMail } from '../../notifications/mails.ts';
import { hashOf, newApiKey, startOf } from './key.ts';

const Scope = Type.Union([Type.Literal('read'), Type.Literal('write'), Type.Literal('admin')]);

/** A row of api.my_api_keys(). */
const ApiKey = Type.Object(
  {
    id: Uuid,
    name: Type.String(),
    start: Type.String({ description: 'How the key begins, to tell it by.' }),
    scopes: Type.Array(Scope),
    createdAt: When,
    expiresAt: Nullable(When),
    lastUsedAt: Nullable(Type.String({ format: 'date-time', description: 'To the minute.' })),
  },
  { $id: 'ApiKey' },
);
interface ApiKeyRow extends Record<'id' | 'name' | 'start' | 'createdAt', string> {
  scopes: ('read' | 'write' | 'admin')[];
  expiresAt: string | null;
  lastUsedAt: string | null;
}

const NewApiKey = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
    scopes: Type.Array(Scope, {
      uniqueItems: true,
      description:
        'read: see what the person sees; every key may. write: change what they may change. admin: act as an admin, for whoever is one.',
    }),
    expiresAt: Type.Optional(Nullable(When)),
  },
  { additionalProperties: false },
);
const MadeApiKey = Type.Intersect([
  ApiKey,
  Type.Object({ key: Type.String({ description: 'The key itself, this once.' }) }),
]);

/** Keys for one's own scripts. No key makes, sees or ends keys. */
export const apiKeyRoutes: Feature =
  ({ auth }) =>
  async (app) => {
    app.get(
      '/me/api-keys',
      {
        schema: {
          summary: 'One’s keys for scripts',
          security: bySessionOnly,
          response: { 200: Type.Object({ items: Type.Array(ApiKey) }) },
        },
      },
      async (request) => ({
        items: await request.asUser((sql) => sql<ApiKeyRow>`select * from api.my_api_keys()`),
      }),
    );

    app.post(
      '/me/api-keys',
      {
        schema: {
          summary: 'Make a key for one’s scripts, which is shown this once',
          problems: ['sign-in-again', 'too-many-keys'],
          description:
            'Within an hour of signing in, 20 keys at most. Send it as “Authorization: Bearer tlm_…”.',
          security: bySessionOnly,
          body: NewApiKey,
          response: { 201: MadeApiKey },
        },
      },
      async (request, reply) => {
        const { name, scopes, expiresAt = null } = request.body;
        const key = newApiKey();
        const made = await request.asUser(async (sql) => {
          const { id } = one(
            await sql<{
              id: string;
            }>`select api.make_api_key(${request.sessionToken}, ${hashOf(key)},
              ${startOf(key)}, ${name}, ${scopes}, ${expiresAt}) as id`,
          );
          const { email } = one(await sql<{ email: string | null }>`select email from api.me`);
          // before the commit: no key without its mail
          if (email !== null) await auth.sendMail(apiKeyMadeMail(email, name, auth.publicUrl));
          return one(await sql<ApiKeyRow>`select * from api.my_api_keys() where id = ${id}`);
        });
        return reply
          .status(201)
          .header('cache-control', 'no-store')
          .send({ ...made, key });
      },
    );

    app.delete(
      '/me/api-keys/:id',
      {
        schema: {
          summary: 'End a key at once',
          security: bySessionOnly,
          params: IdParams,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        const [row] = await request.asUser(
          (sql) => sql<{ revoked: boolean }>`
            select api.revoke_api_key(${request.params.id}) as revoked`,
        );
        if (!row?.revoked) throw new ProblemError('not-found');
        return reply.status(204).send(null);
      },
    );
  };
