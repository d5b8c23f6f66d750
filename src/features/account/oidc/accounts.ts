import type { BetterAuthOptions } from 'better-auth';
import type { OidcProvider } from '../../../config/sign-in.ts';
import type { Mail } from '../../notifications/mail.ts';
import { wayInAddedMail } from '../../notifications/mails.ts';

interface AccountDeps {
  providers: OidcProvider[];
  publicUrl: string;
  sendMail: (mail: Mail) => Promise<void>;
}

/** Their tokens are of no use here, and a stolen database is to open nothing elsewhere. */
const noTokens = { accessToken: null, refreshToken: null, idToken: null };

/**
 * When an account of another service becomes one of ours: by itself where both have verified the same
 * address, from the account page with any address that the service has verified.
 */
export const linking = {
  updateAccountOnSignIn: false,
  accountLinking: { enabled: true, allowDifferentEmails: true },
} satisfies BetterAuthOptions['account'];

/** Nobody comes in by an address that the service has not verified: it may be somebody else's. */
export const validateUserInfo: NonNullable<BetterAuthOptions['user']>['validateUserInfo'] = ({
  user,
  source,
}) => {
  const isNew = source.method === 'oauth' && source.action !== 'sign-in';
  if (isNew && user.emailVerified !== true) return { error: 'email_not_verified' };
};

/** Keeps no tokens, and tells the person that there is one more way into their account. */
export function accountHooks(deps: AccountDeps) {
  return {
    create: {
      before: async () => ({ data: noTokens }),
      after: async (account, ctx) => {
        const provider = deps.providers.find(({ id }) => id === account.providerId);
        const user = provider && (await ctx?.context.internalAdapter.findUserById(account.userId));
        if (user) await deps.sendMail(wayInAddedMail(user.email, provider.name, deps.publicUrl));
      },
    },
    update: { before: async () => ({ data: noTokens }) },
  } satisfies NonNullable<BetterAuthOptions['databaseHooks']>['account'];
}
