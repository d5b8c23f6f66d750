import { timingSafeEqual } from 'node:crypto';
import { argon2d, argon2i, argon2idAsync } from '@noble/hashes/argon2.js';
import bcrypt from 'bcryptjs';
import { hashPassword, verifyPassword } from 'better-auth/crypto';

/** Shortest and longest password, in UTF-16 units as browsers count `maxlength`. */
export const passwordLength = { min: 10, max: 128 };

/** New passwords: scrypt with better-auth's parameters, off the event loop. */
export const hash = hashPassword;

/**
 * Whether the password is the one behind the hash. Besides our own scrypt it takes what people
 * bring with them from Supabase: bcrypt, and argon2 as Supabase's sign-in service imports it
 * (https://supabase.com/docs/guides/auth/password-security).
 */
export async function verify(known: { hash: string; password: string }): Promise<boolean> {
  const { hash, password } = known;
  if (/^\$2[aby]\$/.test(hash)) return bcrypt.compare(password, hash);
  if (hash.startsWith('$argon2')) return verifyArgon2(hash, password);
  if (/^[0-9a-f]+:[0-9a-f]+$/.test(hash)) return verifyPassword({ hash, password });
  return false;
}

/** The PHC string format: $argon2id$v=19$m=65536,t=3,p=4$salt$hash, base64 without padding. */
const phc =
  /^\$argon2(id?|d)\$v=(\d+)\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;
const mostMemoryKib = 256 * 1024;

async function verifyArgon2(hash: string, password: string): Promise<boolean> {
  const [, kind, version, m, t, p, salt, digest] = phc.exec(hash) ?? [];
  if (!salt || !digest || Number(m) > mostMemoryKib || Number(t) > 16) return false;
  const right = Buffer.from(digest, 'base64');
  const options = {
    m: Number(m),
    t: Number(t),
    p: Number(p),
    version: Number(version),
    dkLen: right.length,
  };
  const saltBytes = Buffer.from(salt, 'base64');
  const given =
    kind === 'id'
      ? await argon2idAsync(password, saltBytes, options)
      : (kind === 'i' ? argon2i : argon2d)(password, saltBytes, options);
  return timingSafeEqual(given, right);
}
