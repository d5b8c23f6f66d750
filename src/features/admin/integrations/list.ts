import type { Config } from '../../../config.ts';

export const names = ['mux', 'revenuecat', 'mail', 'speech', 'summary'] as const;
export type Name = (typeof names)[number];

interface Integration {
  /** Without these it is off. */
  needs: (keyof Config)[];
  /** What an admin may enter. Where an API is reached is left to whoever starts the server. */
  settings: (keyof Config)[];
}

/** The services that Telloom works with, where they are set. */
export const integrations: Record<Name, Integration> = {
  mux: {
    needs: ['muxTokenId', 'muxTokenSecret'],
    settings: [
      'videoHost',
      'muxTokenId',
      'muxTokenSecret',
      'muxWebhookSecret',
      'muxSigningKey',
      'muxPrivateKey',
    ],
  },
  revenuecat: {
    needs: ['revenuecatKey', 'revenuecatProject'],
    settings: [
      'revenuecatKey',
      'revenuecatProject',
      'revenuecatWebhookAuthorization',
      'revenuecatWebhookSecret',
    ],
  },
  mail: { needs: ['smtpUrl'], settings: ['smtpUrl', 'mailFrom'] },
  speech: { needs: ['speechUrl'], settings: ['speechUrl', 'speechKey', 'speechModel'] },
  summary: { needs: ['summaryUrl'], settings: ['summaryUrl', 'summaryKey', 'summaryModel'] },
};

export const isOn = (name: Name, config: Config): boolean =>
  integrations[name].needs.every((key) => config[key] !== null);
