import type { Jobs } from '../../worker/deps.ts';

/** People whose days to think it over are gone, and what those left behind who never quite came. */
export const accountJobs: Jobs = ({ service }) => ({
  tasks: {
    'account.sweep': async (_payload, { logger }) => {
      const [row] = await service.asService(
        (sql) => sql<{ left: number; forgotten: number }>`
          select private.remove_leavers() as left, private.forget_unconfirmed() as forgotten`,
      );
      const { left = 0, forgotten = 0 } = row ?? {};
      if (left + forgotten > 0) {
        logger.info(`deleted ${left} accounts and ${forgotten} sign-ups that nobody confirmed`);
      }
    },
  },
  cron: [{ task: 'account.sweep', match: '37 3 * * *' }],
});
