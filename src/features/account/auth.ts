import { betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import type { Config } from '../../config.ts';
import { type Mail, queueMail } from '../notifications/mail.ts';
import { after, before, readProof } from './auth-hooks.ts';
import { createCodes } from './codes.ts';
import type { HookDeps } from './hook-types.ts';
import { accountHooks, linking, validateUserInfo } from './oidc/accounts.ts';
import { oidcProviders } from './oidc/provider.ts';
import * as password from './password.ts';
import { type CookieKey, cookieName, sessionSeconds } from './session-cookie.ts';
import { settlePassword } from './sign-up-proof.ts';
import { refuseSuspended } from './suspended.ts';

export interface AuthSettings {
  config: Pick<Config, 'publicUrl' | 'port' | 'smtpUrl' | 'oidcProviders'>;
  /** Signs the session cookies; at least 32 characters. */
  secret: string;
  /** The database as the login role supabase_auth_admin. */
  databaseUrl: string;
  /** Where the sign-in service's own warnings and errors go. */
  log: (level: string, message: string) => void;
}

/** The header in which our own server tells better-auth who is at the other end of the socket. */
export const clientAddressHeader = 'x-telloom-client-address';
export const basePath = '/api/v1/auth';

export type Auth = ReturnType<typeof createAuth>;

/**
 * The sign-in service on its own pool and role: nobody else may read what it reads. Close it
 * when the server stops.
 */
export function createAuth(settings: AuthSettings) {
  const { config, secret, log } = settings;
  const { publicUrl, oidcProviders: providers } = config;
  const origins = trustedOrigins(config);
  const pool = createPool(settings);
  const sendMail = async (mail: Mail) => {
    await pool.query(queueMail(mail, config.smtpUrl !== null));
  };
  const otp = createCodes({ secret, sendMail });
  const deps: HookDeps = { pool, publicUrl, secret, otp, sendMail };
  const service = betterAuth({
    appName: 'Telloom',
    baseURL: publicUrl,
    basePath,
    secret,
    database: {
      dialect: new PostgresDialect({ pool }),
      type: 'postgres',
      schemaName: 'auth',
      transaction: true,
    },
    trustedOrigins: origins,
    user: { modelName: 'ba_users', validateUserInfo },
    account: { modelName: 'ba_accounts', ...linking },
    verification: { modelName: 'ba_verifications' },
    session: { modelName: 'ba_sessions', expiresIn: sessionSeconds, updateAge: 24 * 60 * 60 },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      revokeSessionsOnPasswordReset: true,
      minPasswordLength: password.passwordLength.min,
      maxPasswordLength: password.passwordLength.max,
      password: { hash: password.hash, verify: password.verify },
    },
    emailVerification: {
      autoSignInAfterVerification: true,
      beforeEmailVerification: async (user, request) => {
        if (!user.emailVerified) {
          await settlePassword(pool, user.id, readProof(request?.headers, deps), false);
        }
      },
    },
    plugins: [otp, oidcProviders(providers, log)],
    hooks: { before: before(deps), after: after(deps) },
    databaseHooks: {
      account: accountHooks({ providers, publicUrl, sendMail }),
      session: { create: { before: ({ userId }) => refuseSuspended(pool, userId) } },
    },
    // For each network address and path. A family shares one address, so this is generous; the
    // limit for each e-mail address (address-limit.ts) is what stops guessing.
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'ba_rate_limits',
      window: 60,
      max: 20,
      customRules: { '/**': { window: 60, max: 20 } },
    },
    advanced: {
      cookiePrefix: 'telloom',
      useSecureCookies: publicUrl.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      // Both are off by default under NODE_ENV=test; the tests are to see what people see.
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    // What a person did wrong is no news for the operator; the answer tells them.
    onAPIError: {
      errorURL: `${publicUrl}/sign-in`,
      onError: (error) => {
        if (isAPIError(error) && error.statusCode < 500) return;
        log('error', error instanceof Error ? (error.stack ?? error.message) : `${error}`);
      },
    },
    // Its messages at lower levels name addresses.
    logger: { level: 'error', log },
    telemetry: { enabled: false },
  });
  const cookie: CookieKey = { name: cookieName(publicUrl), secret };
  const close = () => pool.end();
  return { service, pool, cookie, publicUrl, origins, sendMail, close };
}

function createPool(settings: AuthSettings): Pool {
  const pool = new Pool({
    connectionString: settings.databaseUrl,
    max: 5,
    application_name: 'telloom sign-in',
    statement_timeout: 10_000,
  });
  // A connection that the database ends would otherwise end this process.
  const gone = (error: Error) => settings.log('warn', `sign-in database: ${error.message}`);
  pool.on('error', gone);
  pool.on('connect', (client) => client.on('error', gone));
  return pool;
}

/** The public address, and this machine itself under its two names. */
function trustedOrigins(config: AuthSettings['config']): string[] {
  const origin = new URL(config.publicUrl).origin;
  const own = ['localhost', '127.0.0.1'].map((host) => `http://${host}:${config.port}`);
  return [origin, ...own];
}
