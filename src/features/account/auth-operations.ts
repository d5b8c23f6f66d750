import { type TObject, Type } from 'typebox';
import { byAnybody, bySessionOnly } from '../../server/security.ts';

/** What of better-auth is open, and all that each of it takes. */
interface AuthOperation {
  summary: string;
  description?: string;
  security: typeof byAnybody;
  /** Closed: what else the library would take (a role, a picture, where to go on) does not come through. */
  body?: TObject;
  /** What it is always asked to do beside. */
  always?: object;
}

const takes = <T extends Parameters<typeof Type.Object>[0]>(fields: T) =>
  Type.Object(fields, { additionalProperties: false });
/** The database takes no text with a NUL in it, and the library would call that a fault of its own. */
const text = (description?: string) =>
  Type.String({ pattern: '^[^\\u0000]*$', ...(description && { description }) });
const Text = text();
const Code = text('The six digits of the mail.');
const NewPassword = text('10 to 128 characters.');

const sameAnswer = 'The answer is the same whether or not somebody has this address.';

/**
 * By their paths there. The library describes itself too, but not what is open here: it tells of tokens
 * and rows that stay with us, of kinds of codes that it refuses, and nothing of what our hooks ask for.
 * So this is our own, and a test holds it against what the library takes.
 */
export const authOperations: Record<string, AuthOperation> = {
  '/sign-up/email': {
    summary: 'Make an account, and mail a code to its address',
    description: `Signing in waits for the code. ${sameAnswer}`,
    security: byAnybody,
    body: takes({
      name: text('1 to 100 characters.'),
      email: Text,
      password: NewPassword,
    }),
  },
  '/sign-in/email': {
    summary: 'Sign in with a password',
    description: 'Sets the cookie of the session. 403 EMAIL_NOT_VERIFIED until the code was given.',
    security: byAnybody,
    body: takes({ email: Text, password: Text }),
  },
  '/sign-in/email-otp': {
    summary: 'Sign in with a mailed code',
    description: 'Sets the cookie of the session, and confirms the address.',
    security: byAnybody,
    body: takes({ email: Text, otp: Code }),
  },
  '/sign-out': {
    summary: 'End the session of this device',
    description: 'Without one, too.',
    security: byAnybody,
  },
  '/email-otp/send-verification-otp': {
    summary: 'Mail a code: for an address, for signing in, or for a new password',
    description: `It works for ten minutes and three tries. ${sameAnswer}`,
    security: byAnybody,
    body: takes({
      email: Text,
      type: Type.Enum(['email-verification', 'sign-in', 'forget-password']),
    }),
  },
  '/email-otp/verify-email': {
    summary: 'Confirm one’s address with the mailed code, and sign in',
    security: byAnybody,
    body: takes({ email: Text, otp: Code }),
  },
  '/email-otp/reset-password': {
    summary: 'Choose a new password with a mailed code',
    description: 'Signs every device out.',
    security: byAnybody,
    body: takes({ email: Text, otp: Code, password: NewPassword }),
  },
  '/email-otp/request-email-change': {
    summary: 'Mail a code to another address that is to become one’s own',
    description: sameAnswer,
    security: bySessionOnly,
    body: takes({ newEmail: Text, password: text('The one of today.') }),
  },
  '/email-otp/change-email': {
    summary: 'Change one’s address, with the code that was mailed there',
    security: bySessionOnly,
    body: takes({ newEmail: Text, otp: Code }),
  },
  '/change-password': {
    summary: 'Change one’s password',
    description: 'Signs every other device out.',
    security: bySessionOnly,
    body: takes({ currentPassword: Text, newPassword: NewPassword }),
    always: { revokeOtherSessions: true },
  },
};
