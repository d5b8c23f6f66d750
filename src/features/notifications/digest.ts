import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Jobs, WorkerDeps } from '../../worker/deps.ts';
import { digestMail, type Language } from './digest-mail.ts';
import type { LineRow } from './line.ts';
import { unsubscribeToken } from './unsubscribe.ts';

const Payload = Type.Object({ profileId: Type.String({ format: 'uuid' }) });

/**
 * The mails of what is new, and clearing away what is old: a month after it was read, three months
 * after it came. Without a mail server nothing is written: nobody would read yesterday's news.
 */
export const notificationJobs: Jobs = (deps) => ({
  tasks: {
    'notifications.sweep': async () => {
      await deps.service.asService(
        (sql) => sql`
          delete from public."Notification" where "readAt" < now() - interval '30 days'
            or "createdAt" < now() - interval '90 days'`,
      );
    },
    ...(deps.config.smtpUrl === null ? {} : mailTasks(deps)),
  },
  cron: [
    { task: 'notifications.sweep', match: '47 3 * * *' },
    ...(deps.config.smtpUrl === null
      ? []
      : [{ task: 'notifications.digests', match: '5 * * * *' }]),
  ],
});

const mailTasks = (deps: WorkerDeps) => ({
  'notifications.digests': async () => {
    await deps.service.asService((sql) => sql`select private.request_digests(now())`);
  },
  'notifications.digest': (payload: unknown) =>
    writeDigest(deps, Value.Parse(Payload, payload).profileId),
});

/** Reads as the person, who therefore hears of nothing that they may not see; then queues the mail. */
async function writeDigest({ config, secret, service }: WorkerDeps, profileId: string) {
  const { lines, language } = await service.asPerson(profileId, async (sql) => {
    const [contact] = await sql<{ language: Language | null }>`
      select language from public."ContactPreference" where "profileId" = private.uid()`;
    return {
      language: contact?.language ?? 'en',
      lines: await sql<LineRow>`
        select * from api.notification_lines('mail', true) order by "createdAt" desc, id desc`,
    };
  });
  if (lines.length === 0) return;
  const token = unsubscribeToken(secret, profileId);
  const { publicUrl } = config;
  const { subject, text } = digestMail(lines, { language, publicUrl, token });
  const told = lines.flatMap(({ members }) => members);
  await service.asService(
    (sql) => sql`select private.queue_digest(${profileId}, ${told}::uuid[], ${subject}, ${text},
      ${`${publicUrl}/api/v1/unsubscribe/${token}`})`,
  );
}
