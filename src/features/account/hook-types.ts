import type { createAuthMiddleware } from 'better-auth/api';
import type { emailOTP } from 'better-auth/plugins';
import type { Pool } from 'pg';
import type { Mail } from '../notifications/mail.ts';

/** What a hook of better-auth is called with. */
export type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** What our hooks work with. */
export interface HookDeps {
  pool: Pool;
  publicUrl: string;
  secret: string;
  otp: ReturnType<typeof emailOTP>;
  sendMail: (mail: Mail) => Promise<void>;
}
