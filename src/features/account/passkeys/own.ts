import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Sql } from '../../../../db/session.ts';
import type { Deps, Feature } from '../../../server/deps.ts';
import { one, ProblemError } from '../../../server/errors.ts';
import { IdParams, Nothing, Nullable, Uuid, When } from '../../../server/schemas.ts';
import { bySessionOnly } from '../../../server/security.ts';
import { wayInAddedMail } from '../../notifications/mails.ts';
import { makeChallenge, readChallenge } from './challenge.ts';
import { partyOf } from './relying-party.ts';
import { CredentialOptions, NewCredential } from './schemas.ts';

const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });

const Passkey = Type.Object(
  { id: Uuid, name: Type.String(), createdAt: When, lastUsedAt: Nullable(When) },
  { $id: 'Passkey' },
);
interface PasskeyRow {
  id: string;
  name: string;
  credentialId: string;
  transports: string[];
  createdAt: string;
  lastUsedAt: string | null;
}

const ownPasskeys = (sql: Sql) => sql<PasskeyRow>`select * from api.my_passkeys()`;
interface Oneself {
  id: string;
  email: string | null;
  fullName: string | null;
}
const oneself = async (sql: Sql) =>
  one(await sql<Oneself>`select id, email, "fullName" from api.me`);
const toAdd = (profileId: string) => `add to ${profileId}`;

export const ownPasskeyRoutes: Feature = (deps) => async (app) => {
  const security = bySessionOnly;
  app.get(
    '/me/passkeys',
    {
      schema: {
        summary: 'One’s passkeys',
        security,
        response: { 200: Type.Object({ items: Type.Array(Passkey) }) },
      },
    },
    async (request) => ({ items: await request.asUser(ownPasskeys) }),
  );

  app.post(
    '/me/passkeys/begin',
    {
      schema: {
        summary: 'Begin to add a passkey',
        problems: ['sign-in-again', 'passkeys-elsewhere'],
        description: 'Within an hour of signing in.',
        security,
        response: { 200: CredentialOptions },
      },
    },
    (request) => optionsFor(request, deps),
  );

  app.post(
    '/me/passkeys',
    {
      schema: {
        summary: 'Add the passkey that was begun',
        problems: ['sign-in-again', 'passkeys-elsewhere', 'passkey-refused'],
        security,
        body: Type.Object(
          { name: Name, credential: NewCredential },
          { additionalProperties: false },
        ),
        response: { 201: Passkey },
      },
    },
    async (request, reply) => {
      const { name, credential } = request.body;
      const wish = { name, credential: credential as RegistrationResponseJSON };
      return reply.status(201).send(await add(request, wish, deps));
    },
  );

  app.patch(
    '/me/passkeys/:id',
    {
      schema: {
        summary: 'Name a passkey',
        security,
        params: IdParams,
        body: Type.Object({ name: Name }, { additionalProperties: false }),
        response: { 200: Passkey },
      },
    },
    (request) =>
      request.asUser(async (sql) => {
        const { id } = request.params;
        await sql`select api.rename_passkey(${id}, ${request.body.name})`;
        return one((await ownPasskeys(sql)).filter((passkey) => passkey.id === id));
      }),
  );

  app.delete(
    '/me/passkeys/:id',
    {
      schema: {
        summary: 'Take a passkey away',
        security,
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const [row] = await request.asUser(
        (sql) => sql<{ removed: boolean }>`
          select api.remove_passkey(${request.params.id}) as removed`,
      );
      if (!row?.removed) throw new ProblemError('not-found');
      return reply.status(204).send(null);
    },
  );
};

async function optionsFor(request: FastifyRequest, { auth, secret }: Deps) {
  const { id: rpID } = partyOf(request, auth);
  const { me, known } = await request.asUser(async (sql) => {
    await sql`select private.need_new_session(${request.sessionToken})`;
    return { me: await oneself(sql), known: await ownPasskeys(sql) };
  });
  const options = await generateRegistrationOptions({
    rpName: 'Telloom',
    rpID,
    userID: new Uint8Array(Buffer.from(me.id.replaceAll('-', ''), 'hex')),
    userName: me.email ?? me.id,
    userDisplayName: me.fullName ?? '',
    challenge: makeChallenge(secret, toAdd(me.id)),
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId: id }) => ({ id })),
    // found without a name being typed, and never without the person: it is all that is asked for
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { ...options };
}

async function add(
  request: FastifyRequest,
  { name, credential }: { name: string; credential: RegistrationResponseJSON },
  { auth, secret }: Deps,
) {
  const party = partyOf(request, auth);
  return request.asUser(async (sql) => {
    const me = await oneself(sql);
    let made: Date | null = null;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: credential,
      expectedChallenge: (answered) => {
        made = readChallenge(secret, toAdd(me.id), answered);
        return made !== null;
      },
      expectedOrigin: party.origin,
      expectedRPID: party.id,
    }).catch(() => {
      throw new ProblemError('passkey-refused');
    });
    if (!verified) throw new ProblemError('passkey-refused');
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    await sql`select api.add_passkey(${request.sessionToken}, ${name}, ${id},
      ${Buffer.from(publicKey)}, ${counter}, ${transports}, ${made})`;
    // before the commit: no way in without its mail
    if (me.email !== null) {
      await auth.sendMail(wayInAddedMail(me.email, `a passkey: ${name}`, auth.publicUrl));
    }
    return one((await ownPasskeys(sql)).filter((passkey) => passkey.credentialId === id));
  });
}
