import nodemailer from 'nodemailer';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { ServiceDatabase } from '../../../db/session.ts';
import type { Jobs } from '../../worker/deps.ts';

export interface MailSettings {
  smtpUrl: string;
  /** The From header, "Name <address>". */
  mailFrom: string;
}

const Payload = Type.Object({ mailId: Type.String({ format: 'uuid' }) });

interface MailRow {
  to_address: string;
  subject: string;
  body: string;
  html: string | null;
  unsubscribe_url: string | null;
}

/** Without a mail server there is no task: what was queued waits until there is one again. */
export const mailJobs: Jobs = ({ config: { smtpUrl, mailFrom }, service }) => ({
  tasks: smtpUrl === null ? {} : { 'mail.send': createMailTask(service, { smtpUrl, mailFrom }) },
});

/**
 * The job `mail.send` `{mailId}`: hands one mail to the mail server. It throws where that fails,
 * and the worker tries again, later each time. A mail that was sent is not sent again, unless
 * this process ends in the moment between the two.
 */
export function createMailTask(db: ServiceDatabase, settings: MailSettings) {
  const transport = nodemailer.createTransport(settings.smtpUrl);
  return async (payload: unknown): Promise<void> => {
    const { mailId: id } = Value.Parse(Payload, payload);
    const [mail] = await db.asService(
      (sql) => sql<MailRow>`select * from private.mail_to_send(${id})`,
    );
    if (!mail) return;
    try {
      await transport.sendMail({
        from: settings.mailFrom,
        to: { name: '', address: mail.to_address },
        subject: mail.subject,
        text: mail.body,
        ...(mail.html === null ? {} : { html: mail.html }),
        ...(mail.unsubscribe_url === null ? {} : { headers: oneClick(mail.unsubscribe_url) }),
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await db.asService((sql) => sql`select private.mail_has_failed(${id}, ${reason})`);
      throw error;
    }
    await db.asService((sql) => sql`select private.mail_was_sent(${id})`);
  };
}

/** What lets a mail program offer to end such mails: https://www.rfc-editor.org/rfc/rfc8058 */
const oneClick = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});
