import { matching, type Setting, webUrlOr } from './setting.ts';

/** RevenueCat. */
export const paymentSettings = {
  revenuecatKey: {
    env: 'REVENUECAT_API_KEY',
    about:
      'A secret key of RevenueCat’s API v2. With it, and the two settings that follow, storytellers need a subscription to record: see [payments](payments.md).',
    allowed: 'a key that begins with sk_',
    fallback: 'no payments, every storyteller is active',
    read: matching(/^sk_[\x21-\x7e]+$/),
  },
  revenuecatProject: {
    env: 'REVENUECAT_PROJECT_ID',
    about: 'The project of RevenueCat that is asked.',
    allowed: 'the id of a project, such as proj1ab2c3d4',
    fallback: 'no payments',
    read: matching(/^[\w-]{1,255}$/),
  },
  revenuecatWebhookAuthorization: {
    env: 'REVENUECAT_WEBHOOK_AUTHORIZATION',
    about:
      'The whole Authorization header that RevenueCat’s webhooks carry, as it stands in their settings there.',
    allowed: 'at least 8 visible characters or spaces between them',
    fallback: 'no payments',
    read: matching(/^[\x21-\x7e][\x20-\x7e]{6,}[\x21-\x7e]$/),
  },
  revenuecatWebhookSecret: {
    env: 'REVENUECAT_WEBHOOK_SECRET',
    about: 'The signing secret of RevenueCat’s webhooks, where signatures are switched on there.',
    allowed: 'at least 8 visible characters',
    fallback: 'signatures are not asked for',
    read: matching(/^[\x21-\x7e]{8,}$/),
  },
  revenuecatUrl: {
    env: 'REVENUECAT_API_URL',
    about: 'Where RevenueCat’s API v2 is reached.',
    allowed: 'an http or https address',
    fallback: '`https://api.revenuecat.com/v2`',
    read: webUrlOr('https://api.revenuecat.com/v2'),
  },
} satisfies Record<string, Setting>;

const {
  revenuecatKey,
  revenuecatProject,
  revenuecatWebhookAuthorization,
  revenuecatWebhookSecret,
} = paymentSettings;
/** As soon as one of the four is given, these are needed. */
const needed = [revenuecatKey, revenuecatProject, revenuecatWebhookAuthorization];

/** Half a configuration: one sentence for each setting that is missing. */
export function missingForPayments(vars: NodeJS.ProcessEnv): string[] {
  const given = [...needed, revenuecatWebhookSecret].find(({ env }) => vars[env]);
  if (given === undefined) return [];
  return needed
    .filter(({ env }) => !vars[env])
    .map(({ env }) => `${given.env} is set, so ${env} is needed too.`);
}
