import type { ServiceDatabase } from '../../../db/session.ts';
import type { Config } from '../../config.ts';
import type { Jobs } from '../../worker/deps.ts';
import { queueMailIn } from '../notifications/mail.ts';
import { leavingMail } from '../notifications/mails.ts';

/** People who asked to leave, and what is left behind by those who never quite came. */
export const accountJobs: Jobs = ({ config, service }) => ({
  tasks: {
    'account.tell': () => tellLeavers(service, config),
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
  cron: [
    { task: 'account.tell', match: '* * * * *' },
    { task: 'account.sweep', match: '37 3 * * *' },
  ],
});

/** Writes to everybody who has asked that their account be deleted and has not had the mail. */
function tellLeavers(service: ServiceDatabase, config: Config): Promise<void> {
  return service.asService(async (sql) => {
    const people = await sql<{ email: string | null; due: Date }>`
      update public."AccountDeletion" l set "toldAt" = now() from public."Profile" p
      where p.id = l."profileId" and l."toldAt" is null
      returning p.email, l."dueAt" as due`;
    for (const { email, due } of people) {
      if (email === null) continue;
      const mail = leavingMail(email, { due, publicUrl: config.publicUrl });
      await queueMailIn(sql, mail, config.smtpUrl !== null);
    }
  });
}
