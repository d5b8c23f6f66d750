import { APIError, getSessionFromCtx } from 'better-auth/api';
import type { Pool } from 'pg';
import {
  addressChangedMail,
  alreadyHaveAccountMail,
  passwordChangedMail,
} from '../notifications/mails.ts';
import { limitAddress } from './address-limit.ts';
import type { HookContext, HookDeps } from './hook-types.ts';
import * as password from './password.ts';

const refuse = (code: string, message: string) => new APIError('BAD_REQUEST', { code, message });

/** The routes that ask somebody who is signed in for their password. */
const askPassword = ['/change-password', '/email-otp/request-email-change'];

/**
 * Counts a guess at the password of whoever is signed in against their own address: the body
 * names another one, or none, and an open session is no leave to guess.
 */
export async function limitGuesses(ctx: HookContext, pool: Pool): Promise<void> {
  if (!askPassword.includes(ctx.path)) return;
  const session = await getSessionFromCtx(ctx);
  if (session) await limitAddress(pool, 'password', session.user.email);
}

/**
 * Another address takes the password along with the session: with a tablet left open on a table,
 * somebody could make an account their own for good.
 */
export async function checkPassword(ctx: HookContext): Promise<void> {
  const session = await getSessionFromCtx(ctx);
  // The route itself says that nobody is signed in.
  if (!session) return;
  const accounts = await ctx.context.internalAdapter.findAccounts(session.user.id);
  const hash = accounts.find((account) => account.providerId === 'credential')?.password;
  if (!hash) throw refuse('NO_PASSWORD', 'Choose a password first.');
  const given: unknown = ctx.body?.password;
  if (typeof given === 'string' && (await password.verify({ hash, password: given }))) return;
  throw refuse('INVALID_PASSWORD', 'This is not your password.');
}

/** Tells the owner of the letter box what was changed, so that a stranger's doing comes out. */
export async function tellOfChange(ctx: HookContext, deps: HookDeps): Promise<void> {
  const was = ctx.context.session?.user.email;
  const { newEmail, email } = (ctx.body ?? {}) as { newEmail?: string; email?: string };
  if (ctx.path === '/email-otp/change-email' && was && newEmail) {
    await deps.sendMail(addressChangedMail(was, newEmail.toLowerCase()));
  }
  if (ctx.path === '/email-otp/request-email-change' && newEmail) {
    // No code goes to an address that has an account; the answer does not tell.
    const taken = await ctx.context.internalAdapter.findUserByEmail(newEmail.toLowerCase());
    if (taken) await deps.sendMail(alreadyHaveAccountMail(taken.user.email, deps.publicUrl));
  }
  if (ctx.path === '/change-password' && was) {
    await deps.sendMail(passwordChangedMail(was, deps.publicUrl));
  }
  if (ctx.path === '/email-otp/reset-password' && email) {
    await deps.sendMail(passwordChangedMail(email.toLowerCase(), deps.publicUrl));
  }
}
