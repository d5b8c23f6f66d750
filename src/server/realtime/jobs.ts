import type { Jobs } from '../../worker/deps.ts';

/** Keeps what the database notes for open sockets from growing. */
export const realtimeJobs: Jobs = ({ service }) => ({
  tasks: {
    'realtime.sweep': async () => {
      await service.asService((sql) => sql`select private.sweep_changes()`);
    },
  },
  atStart: ['realtime.sweep'],
  cron: [{ task: 'realtime.sweep', match: '*/10 * * * *' }],
});
