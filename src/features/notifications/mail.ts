/** A mail that somebody is to get. Plain text is what counts; `html` only repeats it. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Holds a code or a link that lets somebody in: forgotten in the database once it is sent. */
  secret: boolean;
}

/** The values of `private.queue_mail(to, subject, text, html, is_secret, deliver)`, in its order. */
export type QueueMailValues = [string, string, string, string | null, boolean, boolean];

/**
 * The SQL that puts a mail into the outbox, for whoever has a connection whose role may do so.
 * Run it in the transaction that the mail tells of: `sql.text` takes `sql.values` as $1 to $6.
 *
 * @param deliver whether there is a mail server; without one the mail is kept for the admin
 */
export function queueMail(mail: Mail, deliver: boolean): { text: string; values: QueueMailValues } {
  return {
    text: 'select private.queue_mail($1, $2, $3, $4, $5, $6) as id',
    values: [mail.to, mail.subject, mail.text, mail.html ?? null, mail.secret, deliver],
  };
}
