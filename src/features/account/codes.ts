import { createHmac } from 'node:crypto';
import { emailOTP } from 'better-auth/plugins';
import type { Mail } from '../notifications/mail.ts';
import { type CodePurpose, codeMail } from '../notifications/mails.ts';

/** How long a mailed code works. People read mail on another device, and slowly. */
export const codeMinutes = 10;

const purposes: Record<string, CodePurpose> = {
  'email-verification': 'sign-up',
  'sign-in': 'sign-in',
  'forget-password': 'new-password',
  'change-email': 'new-address',
};

/**
 * Six-digit codes by mail: for a first or another address, for signing in, for a new password.
 * Three guesses each. Kept as a keyed hash: a plain hash of six digits is undone in a second.
 */
export const createCodes = (deps: { secret: string; sendMail: (mail: Mail) => Promise<void> }) =>
  emailOTP({
    otpLength: 6,
    expiresIn: codeMinutes * 60,
    allowedAttempts: 3,
    disableSignUp: true,
    changeEmail: { enabled: true },
    storeOTP: {
      hash: async (code) => createHmac('sha256', deps.secret).update(`code:${code}`).digest('hex'),
    },
    sendVerificationOTP: async ({ email, otp, type }) => {
      const purpose = purposes[type];
      if (!purpose) throw new Error(`No mail is written for a code of the type ${type}.`);
      await deps.sendMail(codeMail(email, otp, purpose, codeMinutes));
    },
  });
