import { type Static, Type } from 'typebox';
import { Nullable, Uuid, When } from '../../server/schemas.ts';

/** The caller: a row of the view api.me. */
export const Me = Type.Object(
  {
    id: Uuid,
    fullName: Nullable(Type.String()),
    firstName: Nullable(Type.String()),
    lastName: Nullable(Type.String()),
    username: Nullable(Type.String()),
    avatarUrl: Nullable(Type.String()),
    email: Nullable(Type.String()),
    emailConfirmed: Type.Boolean(),
    sharerId: Nullable(
      Type.String({
        format: 'uuid',
        description: 'Whose stories are told: one’s own, or actingFor.',
      }),
    ),
    isAdmin: Type.Boolean(),
    followsCount: Type.Integer(),
    keepsCount: Type.Integer({ description: 'How many storytellers the caller looks after.' }),
    actingFor: Nullable(
      Type.Object({ id: Uuid, name: Nullable(Type.String()), avatarUrl: Nullable(Type.String()) }),
    ),
    /** When the account is deleted, for somebody who asked for that. */
    leavesAt: Nullable(When),
  },
  { $id: 'Me' },
);
export type Me = Static<typeof Me>;

const Name = Type.String({ maxLength: 100 });
export const MeChange = Type.Object(
  { firstName: Type.Optional(Name), lastName: Type.Optional(Name) },
  { additionalProperties: false },
);

/** A device that is signed in: a row of api.my_sessions(). */
export const Session = Type.Object({
  id: Uuid,
  createdAt: When,
  lastUsedAt: When,
  userAgent: Nullable(Type.String()),
  ipAddress: Nullable(Type.String()),
  current: Type.Boolean(),
});
export type Session = Static<typeof Session>;

export const FirstAdminBody = Type.Object(
  {
    token: Type.String({ maxLength: 200 }),
    name: Type.String({ minLength: 1, maxLength: 100 }),
    email: Type.String({ format: 'email', maxLength: 255 }),
    password: Type.String({ minLength: 10, maxLength: 128 }),
  },
  { additionalProperties: false },
);
