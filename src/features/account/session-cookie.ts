import { createHmac, timingSafeEqual } from 'node:crypto';

/** The cookie's name: browsers take `__Secure-` only over https. Same rule as better-auth's. */
export function cookieName(publicUrl: string, name = 'session_token'): string {
  return `${publicUrl.startsWith('https://') ? '__Secure-' : ''}telloom.${name}`;
}

export interface CookieKey {
  name: string;
  /** The secret that better-auth signs with. */
  secret: string;
}

/**
 * The value of a signed cookie, or null where there is none or its signature is not ours.
 * The cookie is `encodeURIComponent(value.base64(HMAC-SHA256(secret, value)))`, as better-call
 * writes it (https://github.com/Bekacru/better-call). Compared in constant time.
 *
 * @param header the request's Cookie header
 */
export function readSignedCookie(header: string | undefined, key: CookieKey): string | null {
  const raw = findCookie(header ?? '', key.name);
  const signed = raw === null ? null : decode(raw);
  if (signed === null) return null;
  const dot = signed.lastIndexOf('.');
  if (dot < 1) return null;
  const value = signed.slice(0, dot);
  const given = Buffer.from(signed.slice(dot + 1));
  const right = Buffer.from(sign(value, key.secret));
  return given.length === right.length && timingSafeEqual(given, right) ? value : null;
}

/** The signed, encoded text of a cookie with this value. */
export function signCookie(value: string, secret: string): string {
  return encodeURIComponent(`${value}.${sign(value, secret)}`);
}

/**
 * A Set-Cookie line that keeps the session for 30 more days in the browser too, as
 * `private.enter` does in the database.
 */
export function sessionSetCookie(token: string, key: CookieKey): string {
  const secure = key.name.startsWith('__Secure-') ? '; Secure' : '';
  const value = signCookie(token, key.secret);
  return `${key.name}=${value}; Max-Age=${sessionSeconds}; Path=/; HttpOnly${secure}; SameSite=Lax`;
}

/** How long a session lasts after it was last used. */
export const sessionSeconds = 30 * 24 * 60 * 60;

const sign = (value: string, secret: string) =>
  createHmac('sha256', secret).update(value).digest('base64');

/** The first cookie of that name, as servers agree on (RFC 6265, 5.4: the most specific path). */
function findCookie(header: string, name: string): string | null {
  for (const part of header.split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return null;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return null; // a broken cookie is no cookie
    throw error;
  }
}
