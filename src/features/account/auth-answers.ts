import { Type } from 'typebox';

/** That it worked. Who is signed in is what GET /me says. */
export const Done = Type.Object({ success: Type.Boolean() });

/** What the sign-in service refuses it says in its own way, as under all of /auth. */
export const Refused = {
  description: 'Why the sign-in service does not do it.',
  content: {
    'application/json': {
      schema: Type.Object({ code: Type.String(), message: Type.String() }),
    },
  },
};
