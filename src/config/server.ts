import { isIP } from 'node:net';
import { isAbsolute, resolve } from 'node:path';
import { oneOf, optional, type Setting, url, whole } from './setting.ts';

const levels = ['error', 'warn', 'info', 'debug'] as const;

/** One address, the addresses that begin alike, or those of this machine. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const longest = { 4: 32, 6: 128 }[isIP(address)];
  if (longest === undefined || more.length > 0) return text === 'loopback';
  if (bits !== undefined) whole(bits, 1, longest);
  return true;
}

/** The server itself: where it listens, what it keeps, its database and its mail. */
export const serverSettings = {
  host: {
    env: 'TELLOOM_HOST',
    about: 'The address the server listens on. `0.0.0.0` opens it to the network.',
    allowed: 'a host name or an IP address',
    fallback: '127.0.0.1',
    read: (text) => {
      if (text === undefined) return '127.0.0.1';
      if (!/^[A-Za-z0-9.:_-]+$/.test(text)) throw new Error();
      return text;
    },
  },
  port: {
    env: 'PORT',
    about: 'The port the server listens on.',
    allowed: 'a whole number from 1 to 65535',
    fallback: '3000',
    read: (text) => (text === undefined ? 3000 : whole(text, 1, 65535)),
  },
  publicUrl: {
    env: 'TELLOOM_URL',
    about:
      'The address people type. Links in e-mails start with it. Away from localhost it must be https, or browsers refuse the camera.',
    allowed: 'an http or https address',
    fallback: '`http://localhost:<PORT>`',
    read: (text, env) =>
      text === undefined ? `http://localhost:${env.PORT || 3000}` : url(text, ['http:', 'https:']),
  },
  trustedProxies: {
    env: 'TELLOOM_TRUSTED_PROXIES',
    about:
      'The proxies in front of Telloom. What they say of who is at the other end (X-Forwarded-For) is believed, for limits by address and the list of one’s devices. Behind a proxy that is not named here, everybody comes from one address.',
    allowed:
      'addresses or networks (10.0.0.0/8) with commas between them, or loopback for this machine',
    fallback: 'nobody is believed',
    read: optional((text) => {
      if (!text.split(',').every((one) => isNetwork(one.trim()))) throw new Error();
      return text;
    }),
  },
  requestLimit: {
    env: 'TELLOOM_REQUEST_LIMIT',
    about:
      'How many requests to the API each caller may make within 10 seconds: each key, each session, and each address of people who are not signed in. More are refused until the 10 seconds are over. Several servers count each for itself, so beside each other they let as many times more through.',
    allowed: 'a whole number from 1 to 1000000, or 0 for no limit',
    fallback: '6000',
    read: (text) => (text === undefined ? 6000 : whole(text, 0, 1_000_000)),
  },
  dataDir: {
    env: 'TELLOOM_DATA',
    about: 'The folder that holds everything: database, recordings, keys. Back this up.',
    allowed: 'a folder',
    fallback: '`./data`',
    read: (text = 'data') => {
      if (text.includes('\0')) throw new Error();
      return isAbsolute(text) ? text : resolve(text);
    },
  },
  databaseUrl: {
    env: 'DATABASE_URL',
    about:
      'A PostgreSQL 15 to 17 of your own, as the owner of its database. Without it, Telloom runs one inside the data folder.',
    allowed: 'a postgres:// address',
    fallback: 'the embedded PostgreSQL',
    read: optional((text) => url(text, ['postgres:', 'postgresql:'])),
  },
  apiDatabaseUrl: {
    env: 'TELLOOM_API_DATABASE_URL',
    about:
      'How the API signs in to the database: a login that owns nothing and may become anon, authenticated, service_role and telloom_admin. Needed where DATABASE_URL may not set the password of `authenticator`, as on Supabase.',
    allowed: 'a postgres:// address',
    fallback: 'DATABASE_URL as `authenticator`',
    read: optional((text) => url(text, ['postgres:', 'postgresql:'])),
  },
  secret: {
    env: 'TELLOOM_SECRET',
    about:
      'Signs sessions and media addresses. Kept in the data folder when not set; set it when several machines share one database.',
    allowed: 'at least 32 characters',
    fallback: 'made at first start',
    read: (text) => {
      if (text !== undefined && text.length < 32) throw new Error();
      return text ?? null;
    },
  },
  smtpUrl: {
    env: 'SMTP_URL',
    about: 'The mail server. Without it, mail stays in the outbox, where an admin can read it.',
    allowed: 'an smtp:// or smtps:// address',
    fallback: 'the outbox',
    read: optional((text) => url(text, ['smtp:', 'smtps:'])),
  },
  mailFrom: {
    env: 'MAIL_FROM',
    about: 'The sender of e-mails.',
    allowed: 'an e-mail address, or a name with one in angle brackets',
    fallback: '`Telloom <telloom@localhost>`',
    read: (text = 'Telloom <telloom@localhost>') => {
      if (!/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(text)) throw new Error();
      return text;
    },
  },
  logLevel: {
    env: 'LOG_LEVEL',
    about: 'How much the server writes to its log.',
    allowed: levels.join(', '),
    fallback: 'info',
    read: (text) => (text === undefined ? 'info' : oneOf(text, levels)),
  },
} satisfies Record<string, Setting>;
