import type { Jobs } from '../../worker/deps.ts';
import { removeRecordings } from './removal.ts';

/** What uploads need besides requests: finishing forgotten ones, removing those of deleted rows. */
export const recordingJobs: Jobs = ({ config, service, uploads }) => ({
  tasks: {
    'recording.finish': async (_payload, { logger }) => {
      const finished = await uploads.finishForgotten();
      if (finished > 0) logger.info(`finished ${finished} uploads that had arrived whole`);
    },
    'recording.sweep': async (_payload, { logger }) => {
      const swept = await uploads.sweep(new Date());
      if (swept > 0) logger.info(`gave up ${swept} uploads that stopped coming long ago`);
    },
    'recording.remove': () => removeRecordings({ config, service }),
  },
  atStart: ['recording.finish'],
  cron: [
    { task: 'recording.finish', match: '*/10 * * * *' },
    { task: 'recording.sweep', match: '7 3 * * *' },
    { task: 'recording.remove', match: '17 3 * * *' },
  ],
});
