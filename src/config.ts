import { createPrivateKey } from 'node:crypto';
import { isAbsolute, resolve } from 'node:path';

/**
 * Every setting Telloom reads from its environment, in one place.
 * `parseConfig` is called once at start and its result is passed in; nothing else reads
 * `process.env`. `docs/configuration.md` is generated from `settings`.
 */
export interface Config {
  host: string;
  port: number;
  publicUrl: string;
  dataDir: string;
  databaseUrl: string | null;
  apiDatabaseUrl: string | null;
  secret: string | null;
  smtpUrl: string | null;
  mailFrom: string;
  ffmpeg: string | null;
  maxUploadBytes: number;
  maxAttachmentBytes: number;
  maxPixels: number;
  transcodes: number;
  transcodeNiceness: number;
  transcodeThreads: number;
  transcodeMemory: number;
  transcodeSeconds: number;
  videoHost: 'local' | 'mux';
  muxUploads: 'server' | 'browser';
  muxTokenId: string | null;
  muxTokenSecret: string | null;
  muxWebhookSecret: string | null;
  muxSigningKey: string | null;
  muxPrivateKey: string | null;
  muxBaseUrl: string;
  muxStreamUrl: string;
  muxImageUrl: string;
  whisperModel: string | null;
  speechUrl: string | null;
  speechKey: string | null;
  speechModel: string;
  summaryUrl: string | null;
  summaryKey: string | null;
  summaryModel: string;
  revenuecatKey: string | null;
  revenuecatProject: string | null;
  revenuecatWebhookAuthorization: string | null;
  revenuecatWebhookSecret: string | null;
  revenuecatUrl: string;
  logLevel: 'error' | 'warn' | 'info' | 'debug';
}

export interface Setting<T = unknown> {
  env: string;
  about: string;
  allowed: string;
  /** The text a reader sees for "not set". */
  fallback: string;
  /** Throws an Error whose message says what is allowed when `text` is not. */
  read: (text: string | undefined, env: NodeJS.ProcessEnv) => T;
}

/** All wrong settings at once, each as one sentence: name, what was given, what is allowed. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const whole = (text: string, min: number, max: number): number => {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) throw new Error();
  return value;
};

const url = (text: string, protocols: string[]): string => {
  const parsed = new URL(text);
  if (!protocols.includes(parsed.protocol)) throw new Error();
  return text.replace(/\/$/, '');
};

const oneOf = <T extends string>(text: string, values: readonly T[]): T => {
  const found = values.find((value) => value === text);
  if (found === undefined) throw new Error();
  return found;
};

/** What has to be set before a recording may go to Mux. */
const neededForMux = [
  'MUX_TOKEN_ID',
  'MUX_TOKEN_SECRET',
  'MUX_WEBHOOK_SECRET',
  'MUX_SIGNING_KEY',
  'MUX_PRIVATE_KEY',
];

const given = (text: string | undefined): string | null => text ?? null;
const webUrl = (fallback: string) => (text: string | undefined) =>
  text === undefined ? fallback : url(text, ['http:', 'https:']);
const key = (text: string | undefined): string | null => {
  if (text !== undefined && !/^[\x21-\x7e]+$/.test(text)) throw new Error();
  return text ?? null;
};

const levels = ['error', 'warn', 'info', 'debug'] as const;
const MiB = 1024 ** 2;
const GiB = 1024 ** 3;

export const settings: { [K in keyof Config]: Setting<Config[K]> } = {
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
    read: (text) => (text === undefined ? null : url(text, ['postgres:', 'postgresql:'])),
  },
  apiDatabaseUrl: {
    env: 'TELLOOM_API_DATABASE_URL',
    about:
      'How the API signs in to the database: a login that owns nothing and may become anon, authenticated, service_role and telloom_admin. Needed where DATABASE_URL may not set the password of `authenticator`, as on Supabase.',
    allowed: 'a postgres:// address',
    fallback: 'DATABASE_URL as `authenticator`',
    read: (text) => (text === undefined ? null : url(text, ['postgres:', 'postgresql:'])),
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
    read: (text) => (text === undefined ? null : url(text, ['smtp:', 'smtps:'])),
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
  ffmpeg: {
    env: 'TELLOOM_FFMPEG',
    about: 'The ffmpeg program, with ffprobe beside it.',
    allowed: 'the path of a program',
    fallback: '`ffmpeg` on the PATH',
    read: (text) => text ?? null,
  },
  maxUploadBytes: {
    env: 'TELLOOM_MAX_UPLOAD',
    about: 'The largest recording that is taken, in bytes.',
    allowed: 'a whole number from 1048576 (1 MiB) to 1099511627776 (1 TiB)',
    fallback: '21474836480 (20 GiB)',
    read: (text) => (text === undefined ? 20 * GiB : whole(text, 1024 ** 2, 1024 * GiB)),
  },
  maxAttachmentBytes: {
    env: 'TELLOOM_MAX_ATTACHMENT',
    about: 'The largest photo, sound or document that is taken beside a story, in bytes.',
    allowed: 'a whole number from 1048576 (1 MiB) to 2147483647 (2 GiB)',
    fallback: '104857600 (100 MiB)',
    read: (text) => (text === undefined ? 100 * MiB : whole(text, MiB, 2 * GiB - 1)),
  },
  maxPixels: {
    env: 'TELLOOM_MAX_PIXELS',
    about:
      'The largest photo that is taken, in pixels: its width times its height. Making one ready can need four bytes of memory for each.',
    allowed: 'a whole number from 1000000 to 1000000000',
    fallback: '120000000',
    read: (text) => (text === undefined ? 120_000_000 : whole(text, 1_000_000, 1_000_000_000)),
  },
  transcodes: {
    env: 'TELLOOM_TRANSCODES',
    about:
      'How many recordings are made ready at the same time. As many others may get their larger qualities meanwhile.',
    allowed: 'a whole number from 1 to 16',
    fallback: '1',
    read: (text) => (text === undefined ? 1 : whole(text, 1, 16)),
  },
  transcodeNiceness: {
    env: 'TELLOOM_TRANSCODE_NICE',
    about:
      'How far making recordings ready stands back behind everything else on the machine; 19 is the furthest.',
    allowed: 'a whole number from 0 to 19',
    fallback: '10',
    read: (text) => (text === undefined ? 10 : whole(text, 0, 19)),
  },
  transcodeThreads: {
    env: 'TELLOOM_TRANSCODE_THREADS',
    about: 'How many threads each ffmpeg uses. With 0 it takes what the processor has.',
    allowed: 'a whole number from 0 to 64',
    fallback: '0',
    read: (text) => (text === undefined ? 0 : whole(text, 0, 64)),
  },
  transcodeMemory: {
    env: 'TELLOOM_TRANSCODE_MEMORY',
    about: 'How much memory each ffmpeg may ask for, in bytes. A recording that needs more fails.',
    allowed: 'a whole number from 1073741824 (1 GiB) to 68719476736 (64 GiB)',
    fallback: '4294967296 (4 GiB)',
    read: (text) => (text === undefined ? 4 * GiB : whole(text, GiB, 64 * GiB)),
  },
  transcodeSeconds: {
    env: 'TELLOOM_TRANSCODE_SECONDS',
    about:
      'How long each ffmpeg may run, in seconds, beside the limits that go by the length of a recording. One that needs longer fails.',
    allowed: 'a whole number from 1 to 604800 (7 days)',
    fallback: '604800 (7 days)',
    read: (text) => (text === undefined ? 604_800 : whole(text, 1, 604_800)),
  },
  videoHost: {
    env: 'TELLOOM_VIDEO_HOST',
    about:
      'Who makes new recordings ready and plays them. Those that are at the other host stay there and go on playing, as long as its settings are kept.',
    allowed: `local, or mux when ${neededForMux.join(', ')} are set too`,
    fallback: 'local',
    read: (text, env) => {
      if (text === 'mux' && neededForMux.some((name) => !env[name])) throw new Error();
      return text === undefined ? 'local' : oneOf(text, ['local', 'mux'] as const);
    },
  },
  muxUploads: {
    env: 'TELLOOM_MUX_UPLOADS',
    about:
      'How recordings reach Mux. server: Telloom takes and keeps the original, and hands it on. browser: straight from the browser to Mux, and no original is kept here.',
    allowed: 'server or browser',
    fallback: 'server',
    read: (text) => (text === undefined ? 'server' : oneOf(text, ['server', 'browser'] as const)),
  },
  muxTokenId: {
    env: 'MUX_TOKEN_ID',
    about: 'The id of an access token of Mux, with the right to read and write Mux Video.',
    allowed: 'a token id',
    fallback: 'no Mux',
    read: given,
  },
  muxTokenSecret: {
    env: 'MUX_TOKEN_SECRET',
    about: 'The secret of that access token.',
    allowed: 'a token secret',
    fallback: 'no Mux',
    read: given,
  },
  muxWebhookSecret: {
    env: 'MUX_WEBHOOK_SECRET',
    about: 'The signing secret of the webhook that calls `<TELLOOM_URL>/api/v1/webhooks/mux`.',
    allowed: 'a signing secret',
    fallback: 'every call is refused',
    read: given,
  },
  muxSigningKey: {
    env: 'MUX_SIGNING_KEY',
    about: 'The id of a signing key of Mux, for addresses that play a recording.',
    allowed: 'a key id',
    fallback: 'recordings at Mux do not play',
    read: given,
  },
  muxPrivateKey: {
    env: 'MUX_PRIVATE_KEY',
    about: 'The private half of that signing key, as Mux gives it: PEM, or PEM in base64.',
    allowed: 'an RSA private key',
    fallback: 'recordings at Mux do not play',
    read: (text) => {
      if (text === undefined) return null;
      const pem = text.includes('-----BEGIN') ? text : Buffer.from(text, 'base64').toString();
      createPrivateKey(pem);
      return pem;
    },
  },
  muxBaseUrl: {
    env: 'MUX_BASE_URL',
    about: 'Where the API of Mux is.',
    allowed: 'an http or https address',
    fallback: '`https://api.mux.com`',
    read: webUrl('https://api.mux.com'),
  },
  muxStreamUrl: {
    env: 'TELLOOM_MUX_STREAM_URL',
    about: 'Where recordings at Mux are played from; set it for a domain of your own.',
    allowed: 'an http or https address',
    fallback: '`https://stream.mux.com`',
    read: webUrl('https://stream.mux.com'),
  },
  muxImageUrl: {
    env: 'TELLOOM_MUX_IMAGE_URL',
    about: 'Where pictures of recordings at Mux come from; set it for a domain of your own.',
    allowed: 'an http or https address',
    fallback: '`https://image.mux.com`',
    read: webUrl('https://image.mux.com'),
  },
  whisperModel: {
    env: 'TELLOOM_WHISPER_MODEL',
    about:
      'A model file of whisper.cpp, which then writes transcripts on this machine. It wants the package `@fugood/whisper.node` installed beside Telloom.',
    allowed: 'the path of a file',
    fallback: 'pocketsphinx where it is installed, or by hand',
    read: (text) => text ?? null,
  },
  speechUrl: {
    env: 'TELLOOM_SPEECH_URL',
    about:
      'An OpenAI-compatible service that writes transcripts, up to what comes before `/audio/transcriptions`: `https://api.openai.com/v1`. The sound of every recording is sent there.',
    allowed: 'an http or https address',
    fallback: 'nothing leaves this machine',
    read: (text) => (text === undefined ? null : url(text, ['http:', 'https:'])),
  },
  speechKey: {
    env: 'TELLOOM_SPEECH_KEY',
    about: 'The key of the speech service.',
    allowed: 'a line of text',
    fallback: 'none is sent',
    read: key,
  },
  speechModel: {
    env: 'TELLOOM_SPEECH_MODEL',
    about: 'The model that the speech service is asked for. It must give times: `verbose_json`.',
    allowed: 'a name',
    fallback: '`whisper-1`',
    read: (text = 'whisper-1') => text,
  },
  summaryUrl: {
    env: 'TELLOOM_SUMMARY_URL',
    about:
      'An OpenAI-compatible service that writes summaries, up to what comes before `/chat/completions`. The words of every recording are sent there.',
    allowed: 'an http or https address',
    fallback: 'the sentences that say most are picked on this machine',
    read: (text) => (text === undefined ? null : url(text, ['http:', 'https:'])),
  },
  summaryKey: {
    env: 'TELLOOM_SUMMARY_KEY',
    about: 'The key of the summary service.',
    allowed: 'a line of text',
    fallback: 'none is sent',
    read: key,
  },
  summaryModel: {
    env: 'TELLOOM_SUMMARY_MODEL',
    about: 'The model that the summary service is asked for.',
    allowed: 'a name',
    fallback: '`gpt-4o-mini`',
    read: (text = 'gpt-4o-mini') => text,
  },
  revenuecatKey: {
    env: 'REVENUECAT_API_KEY',
    about:
      'A secret key of RevenueCat’s API v2. With it, and the two settings that follow, storytellers need a subscription to record: see [payments](payments.md).',
    allowed: 'a key that begins with sk_',
    fallback: 'no payments, every storyteller is active',
    read: (text) => {
      if (text !== undefined && !/^sk_[\x21-\x7e]+$/.test(text)) throw new Error();
      return text ?? null;
    },
  },
  revenuecatProject: {
    env: 'REVENUECAT_PROJECT_ID',
    about: 'The project of RevenueCat that is asked.',
    allowed: 'the id of a project, such as proj1ab2c3d4',
    fallback: 'no payments',
    read: (text) => {
      if (text !== undefined && !/^[\w-]{1,255}$/.test(text)) throw new Error();
      return text ?? null;
    },
  },
  revenuecatWebhookAuthorization: {
    env: 'REVENUECAT_WEBHOOK_AUTHORIZATION',
    about:
      'The whole Authorization header that RevenueCat’s webhooks carry, as it stands in their settings there.',
    allowed: 'at least 8 visible characters or spaces between them',
    fallback: 'no payments',
    read: (text) => {
      if (text !== undefined && !/^[\x21-\x7e][\x20-\x7e]{6,}[\x21-\x7e]$/.test(text))
        throw new Error();
      return text ?? null;
    },
  },
  revenuecatWebhookSecret: {
    env: 'REVENUECAT_WEBHOOK_SECRET',
    about: 'The signing secret of RevenueCat’s webhooks, where signatures are switched on there.',
    allowed: 'at least 8 visible characters',
    fallback: 'signatures are not asked for',
    read: (text) => {
      if (text !== undefined && !/^[\x21-\x7e]{8,}$/.test(text)) throw new Error();
      return text ?? null;
    },
  },
  revenuecatUrl: {
    env: 'REVENUECAT_API_URL',
    about: 'Where RevenueCat’s API v2 is reached.',
    allowed: 'an http or https address',
    fallback: '`https://api.revenuecat.com/v2`',
    read: webUrl('https://api.revenuecat.com/v2'),
  },
  logLevel: {
    env: 'LOG_LEVEL',
    about: 'How much the server writes to its log.',
    allowed: levels.join(', '),
    fallback: 'info',
    read: (text) => (text === undefined ? 'info' : oneOf(text, levels)),
  },
};

/** As soon as one of `some` is given, all of `all` are needed. */
const together: { some: Setting[]; all: Setting[] }[] = [
  {
    some: [
      settings.revenuecatKey,
      settings.revenuecatProject,
      settings.revenuecatWebhookAuthorization,
      settings.revenuecatWebhookSecret,
    ],
    all: [
      settings.revenuecatKey,
      settings.revenuecatProject,
      settings.revenuecatWebhookAuthorization,
    ],
  },
];

/** Half a configuration: one sentence for each setting that is missing. */
const missing = (vars: NodeJS.ProcessEnv): string[] =>
  together.flatMap(({ some, all }) => {
    const given = some.find(({ env }) => vars[env]);
    if (given === undefined) return [];
    return all
      .filter(({ env }) => !vars[env])
      .map(({ env }) => `${given.env} is set, so ${env} is needed too.`);
  });

const isSecret = (name: string) => /_(SECRET|KEY|AUTHORIZATION)$/.test(name);

/** The value as given, without the user and password of an address; of a secret, its length. */
const shownAs = (name: string, text = '') =>
  isSecret(name) ? `${text.length} characters` : `"${text.replace(/:\/\/.*@/s, '://…@')}"`;

/** Reads the whole configuration; throws one ConfigError that lists every wrong value. */
export function parseConfig(env: NodeJS.ProcessEnv): Config {
  const wrong: string[] = [];
  const entries = Object.entries(settings).map(([key, setting]) => {
    const text = env[setting.env] === '' ? undefined : env[setting.env];
    try {
      return [key, setting.read(text, env)];
    } catch {
      const shown = shownAs(setting.env, text);
      wrong.push(`${setting.env} is ${shown}, but it must be ${setting.allowed}.`);
      return [key, undefined];
    }
  });
  wrong.push(...missing(env));
  if (wrong.length > 0) throw new ConfigError(wrong.join('\n'));
  return Object.fromEntries(entries) as Config;
}
