import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig, settings } from './config.ts';

describe('without settings', () => {
  it('listens on this machine alone, with everything built in', () => {
    expect(parseConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      databaseUrl: null,
      secret: null,
      smtpUrl: null,
      maxUploadBytes: 20 * 1024 ** 3,
      logLevel: 'info',
    });
  });

  it('takes an empty value as not set', () => {
    const empty = Object.fromEntries(Object.values(settings).map(({ env }) => [env, '']));
    expect(parseConfig(empty)).toEqual(parseConfig({}));
  });
});

it.each(['loopback', '192.0.2.1', 'loopback, 10.0.0.0/8,fd00::1/64'])('trusts %s', (proxies) => {
  expect(parseConfig({ TELLOOM_TRUSTED_PROXIES: proxies }).trustedProxies).toBe(proxies);
});

const networks =
  'addresses or networks (10.0.0.0/8) with commas between them, or loopback for this machine';
const hosts =
  'local, or mux when MUX_TOKEN_ID, MUX_TOKEN_SECRET, MUX_WEBHOOK_SECRET, MUX_SIGNING_KEY, MUX_PRIVATE_KEY are set too';

it.each([
  ['TELLOOM_HOST', 'my host', 'a host name or an IP address'],
  ['PORT', '0', 'a whole number from 1 to 65535'],
  ['PORT', '65536', 'a whole number from 1 to 65535'],
  ['PORT', '80a', 'a whole number from 1 to 65535'],
  ['TELLOOM_URL', 'telloom.example', 'an http or https address'],
  ['TELLOOM_URL', 'ftp://telloom.example', 'an http or https address'],
  ['TELLOOM_DATA', 'a\0b', 'a folder'],
  ['TELLOOM_TRUSTED_PROXIES', 'proxy.example', networks],
  ['TELLOOM_TRUSTED_PROXIES', '10.0.0.0/33', networks],
  ['TELLOOM_TRUSTED_PROXIES', '10.0.0.1,', networks],
  ['TELLOOM_REQUEST_LIMIT', '-1', 'a whole number from 1 to 1000000, or 0 for no limit'],
  ['DATABASE_URL', 'mysql://localhost/db', 'a postgres:// address'],
  ['TELLOOM_API_DATABASE_URL', 'localhost', 'a postgres:// address'],
  ['SMTP_URL', 'mail.example', 'an smtp:// or smtps:// address'],
  ['MAIL_FROM', 'nobody', 'an e-mail address, or a name with one in angle brackets'],
  ['TELLOOM_MAX_UPLOAD', '1048575', 'a whole number from 1048576 (1 MiB) to 1099511627776 (1 TiB)'],
  ['TELLOOM_MAX_UPLOAD', '2GB', 'a whole number from 1048576 (1 MiB) to 1099511627776 (1 TiB)'],
  ['TELLOOM_TRANSCODES', '17', 'a whole number from 1 to 16'],
  ['TELLOOM_VIDEO_HOST', 'vimeo', hosts],
  ['TELLOOM_VIDEO_HOST', 'mux', hosts],
  ['TELLOOM_MUX_UPLOADS', 'phone', 'server or browser'],
  ['MUX_BASE_URL', 'api.mux.com', 'an http or https address'],
  ['TELLOOM_SPEECH_URL', 'api.example', 'an http or https address'],
  ['TELLOOM_SUMMARY_URL', 'file:///etc', 'an http or https address'],
  ['REVENUECAT_API_URL', 'api.revenuecat.com', 'an http or https address'],
  ['LOG_LEVEL', 'loud', 'error, warn, info, debug'],
])('refuses %s=%j', (env, value, allowed) => {
  expect(() => parseConfig({ [env]: value })).toThrow(
    new ConfigError(`${env} is "${value}", but it must be ${allowed}.`),
  );
});

const revenuecat = {
  REVENUECAT_API_KEY: 'sk_abc',
  REVENUECAT_PROJECT_ID: 'proj1',
  REVENUECAT_WEBHOOK_AUTHORIZATION: 'Bearer of good news',
};

it('takes RevenueCat whole', () => {
  expect(parseConfig(revenuecat)).toMatchObject({
    revenuecatKey: 'sk_abc',
    revenuecatWebhookSecret: null,
    revenuecatUrl: 'https://api.revenuecat.com/v2',
  });
});

it.each(Object.keys(revenuecat))('refuses RevenueCat without %s', (name) => {
  const [first] = Object.keys(revenuecat).filter((other) => other !== name);
  expect(() => parseConfig({ ...revenuecat, [name]: '' })).toThrow(
    new ConfigError(`${first} is set, so ${name} is needed too.`),
  );
});

it('refuses a signing secret without RevenueCat', () => {
  expect(() => parseConfig({ REVENUECAT_WEBHOOK_SECRET: 'whsec_12345' })).toThrow(
    /^REVENUECAT_WEBHOOK_SECRET is set, so REVENUECAT_API_KEY is needed too\.\n/,
  );
});

it('lists every wrong value at once', () => {
  expect(() => parseConfig({ PORT: 'x', LOG_LEVEL: 'x' })).toThrow(/^PORT is .*\nLOG_LEVEL is /);
});

it('never repeats a secret', () => {
  const wrong = {
    TELLOOM_SECRET: 'hunter2',
    MUX_PRIVATE_KEY: 'hunter2',
    DATABASE_URL: 'mysql://me:hunter2@db/telloom',
    TELLOOM_SPEECH_KEY: 'hunter2\n',
    REVENUECAT_API_KEY: 'hunter2',
    REVENUECAT_PROJECT_ID: 'proj1',
    REVENUECAT_WEBHOOK_AUTHORIZATION: 'hunter2',
    REVENUECAT_WEBHOOK_SECRET: 'hunter2',
  };
  expect(() => parseConfig(wrong)).toThrow(
    new ConfigError(
      'DATABASE_URL is "mysql://…@db/telloom", but it must be a postgres:// address.\n' +
        'TELLOOM_SECRET is 7 characters, but it must be at least 32 characters.\n' +
        'MUX_PRIVATE_KEY is 7 characters, but it must be an RSA private key.\n' +
        'TELLOOM_SPEECH_KEY is 8 characters, but it must be a line of text.\n' +
        'REVENUECAT_API_KEY is 7 characters, but it must be a key that begins with sk_.\n' +
        'REVENUECAT_WEBHOOK_AUTHORIZATION is 7 characters, but it must be at least 8 visible characters or spaces between them.\n' +
        'REVENUECAT_WEBHOOK_SECRET is 7 characters, but it must be at least 8 visible characters.',
    ),
  );
});
