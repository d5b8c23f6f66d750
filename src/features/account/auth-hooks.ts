import { APIError, createAuthMiddleware, isAPIError } from 'better-auth/api';
import { alreadyHaveAccountMail, codeMail } from '../notifications/mails.ts';
import { limitAddress } from './address-limit.ts';
import { checkPassword, limitGuesses, tellOfChange } from './changes.ts';
import { codeMinutes } from './codes.ts';
import type { HookContext, HookDeps } from './hook-types.ts';
import * as password from './password.ts';
import { cookieName, readSignedCookie } from './session-cookie.ts';
import { emptyProof, proofOf, replacePassword, settlePassword } from './sign-up-proof.ts';

const proofCookie = 'sign_up';
const proofSeconds = 24 * 60 * 60;

/** The proof that this browser chose the password of an unconfirmed address, or null. */
export function readProof(headers: Headers | undefined, deps: HookDeps): string | null {
  const key = { name: cookieName(deps.publicUrl, proofCookie), secret: deps.secret };
  return readSignedCookie(headers?.get('cookie') ?? undefined, key);
}

function checkName(name: unknown): void {
  if (typeof name === 'string' && name.trim() !== '' && name.length <= 100) return;
  throw new APIError('BAD_REQUEST', {
    code: 'INVALID_NAME',
    message: 'Tell us your name, in 100 letters at the most.',
  });
}

/** Before every route: the limit for each address, and the trap of signing in by code. */
export const before = (deps: HookDeps) =>
  createAuthMiddleware(async (ctx) => {
    // Without a request it is our own server that calls.
    if (!ctx.request) return;
    await limitGuesses(ctx, deps.pool);
    const email: unknown = ctx.body?.email ?? ctx.body?.newEmail;
    if (typeof email !== 'string') return;
    await limitAddress(deps.pool, ctx.path, email);
    if (ctx.path === '/email-otp/request-email-change') await checkPassword(ctx);
    if (ctx.path === '/sign-up/email') checkName(ctx.body.name);
    if (ctx.path !== '/sign-in/email-otp') return;
    const found = await ctx.context.internalAdapter.findUserByEmail(email.toLowerCase());
    if (!found || found.user.emailVerified) return;
    // better-auth would delete the password and all sessions of an unconfirmed address here. So
    // the same code confirms the address first; a wrong one throws and goes no further.
    const { otp } = ctx.body as { otp: string };
    await deps.otp.endpoints.checkVerificationOTP({
      context: ctx.context,
      body: { email, otp, type: 'sign-in' },
    });
    await settlePassword(deps.pool, found.user.id, readProof(ctx.request.headers, deps), true);
    await ctx.context.internalAdapter.updateUser(found.user.id, { emailVerified: true });
  });

/** After every route that somebody should hear of by mail. */
export const after = (deps: HookDeps) =>
  createAuthMiddleware(async (ctx) => {
    const returned = ctx.context.returned as APIError | { user: { id: string } } | undefined;
    if (!returned || isAPIError(returned)) return;
    if (ctx.path === '/sign-up/email') await afterSignUp(ctx, returned, deps);
    else await tellOfChange(ctx, deps);
  });

/**
 * After a sign-up: the mail. The answer is the same for a new, an unconfirmed and a known
 * address; only the owner of the letter box learns which it was.
 */
async function afterSignUp(
  ctx: HookContext,
  returned: { user: { id: string } },
  deps: HookDeps,
): Promise<void> {
  const body = ctx.body as { email: string; password: string };
  const found = await ctx.context.internalAdapter.findUserByEmail(body.email.toLowerCase(), {
    includeAccounts: true,
  });
  if (!found) throw new Error('A sign-up succeeded and left no user.');
  const { user, accounts } = found;
  let proof = emptyProof();
  if (user.emailVerified) {
    await deps.sendMail(alreadyHaveAccountMail(user.email, deps.publicUrl));
  } else {
    const known = accounts.find((account) => account.providerId === 'credential')?.password;
    const isNew = returned.user.id === user.id;
    const hash = isNew && known ? known : await password.hash(body.password);
    if (!isNew) await replacePassword(deps.pool, user.id, hash);
    proof = proofOf(hash);
    const code = await deps.otp.endpoints.createVerificationOTP({
      context: ctx.context,
      body: { email: user.email, type: 'email-verification' },
    });
    await deps.sendMail(codeMail(user.email, code, 'sign-up', codeMinutes));
  }
  const cookie = ctx.context.createAuthCookie(proofCookie, { maxAge: proofSeconds });
  await ctx.setSignedCookie(cookie.name, proof, deps.secret, cookie.attributes);
}
