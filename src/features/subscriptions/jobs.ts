import type { JobHelpers } from 'graphile-worker';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { ServiceDatabase } from '../../../db/session.ts';
import type { Config } from '../../config.ts';
import type { Jobs } from '../../worker/deps.ts';
import { syncCatalogue } from './catalogue.ts';
import { createClient, type RevenueCatClient } from './revenuecat/client.ts';
import { syncCustomer } from './sync.ts';

const Payload = Type.Object({ customer: Type.String() });

/** Fetching from RevenueCat. Without it there are no such jobs, and none is ever enqueued. */
export const subscriptionsJobs: Jobs = ({ config, service }) => {
  const client = clientOf(config);
  return client === null ? { tasks: {} } : jobsWith({ service, client });
};

function clientOf(config: Config): RevenueCatClient | null {
  const { revenuecatUrl: url, revenuecatKey: key, revenuecatProject: project } = config;
  return key === null || project === null ? null : createClient({ url, key, project });
}

const jobsWith = (deps: { service: ServiceDatabase; client: RevenueCatClient }) => ({
  tasks: {
    'subscriptions.sync': async (payload: unknown, { abortSignal }: JobHelpers) => {
      await syncCustomer(deps, Value.Parse(Payload, payload).customer, abortSignal);
    },
    'subscriptions.catalogue': async (_payload: unknown, { abortSignal }: JobHelpers) => {
      await syncCatalogue(deps, abortSignal);
    },
    /** For events that never came. */
    'subscriptions.sweep': async (_payload: unknown, { logger }: JobHelpers) => {
      const [swept] = await deps.service.asService(
        (sql) => sql<{ asked: number }>`
          select private.sweep_customers() as asked, private.refresh_catalogue()`,
      );
      logger.info(`fetching ${swept?.asked} customers again`);
    },
  },
  atStart: ['subscriptions.sweep'],
  cron: [{ task: 'subscriptions.sweep', match: '41 2 * * *' }],
});
