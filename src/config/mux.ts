import { createPrivateKey } from 'node:crypto';
import { given, oneOf, type Setting, webUrlOr } from './setting.ts';

/** What has to be set before a recording may go to Mux. */
const neededForMux = [
  'MUX_TOKEN_ID',
  'MUX_TOKEN_SECRET',
  'MUX_WEBHOOK_SECRET',
  'MUX_SIGNING_KEY',
  'MUX_PRIVATE_KEY',
];

/** Which host makes recordings ready, and Mux. */
export const muxSettings = {
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
    read: webUrlOr('https://api.mux.com'),
  },
  muxStreamUrl: {
    env: 'TELLOOM_MUX_STREAM_URL',
    about: 'Where recordings at Mux are played from; set it for a domain of your own.',
    allowed: 'an http or https address',
    fallback: '`https://stream.mux.com`',
    read: webUrlOr('https://stream.mux.com'),
  },
  muxImageUrl: {
    env: 'TELLOOM_MUX_IMAGE_URL',
    about: 'Where pictures of recordings at Mux come from; set it for a domain of your own.',
    allowed: 'an http or https address',
    fallback: '`https://image.mux.com`',
    read: webUrlOr('https://image.mux.com'),
  },
} satisfies Record<string, Setting>;
