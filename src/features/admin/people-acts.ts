import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { IdParams, Nothing } from '../../server/schemas.ts';
import { choosePasswordMail } from '../notifications/mails.ts';

interface Act {
  method: 'PUT' | 'DELETE' | 'POST';
  path: string;
  summary: string;
  description?: string;
  run: (sql: Sql, person: string) => Promise<unknown>;
}

const acts: Act[] = [
  {
    method: 'PUT',
    path: 'admin',
    summary: 'Make somebody an admin',
    run: (sql, person) => sql`select api.make_admin(${person})`,
  },
  {
    method: 'DELETE',
    path: 'admin',
    summary: 'Take the role of admins from somebody else',
    description: '409 from oneself: another admin does that, so that one always remains.',
    run: (sql, person) => sql`select api.unmake_admin(${person})`,
  },
  {
    method: 'PUT',
    path: 'suspension',
    summary: 'Sign somebody else out everywhere, and let them in no more',
    description: 'What is theirs stays as it is. 409 for oneself.',
    run: (sql, person) => sql`select api.suspend_person(${person})`,
  },
  {
    method: 'DELETE',
    path: 'suspension',
    summary: 'Let somebody sign in again',
    run: (sql, person) => sql`select api.restore_person(${person})`,
  },
];

/** What admins do with people. The database says whether they may, and writes it down. */
export const peopleActsRoutes: Feature =
  ({ config }) =>
  async (app) => {
    const { subject, text } = choosePasswordMail(config.publicUrl);
    const mail: Act = {
      method: 'POST',
      path: 'new-password',
      summary: 'Write to somebody how they choose a new password',
      description:
        'The mail holds no secret: the page it leads to sends a code to whoever asks there. 409 where they have no address.',
      run: (sql, person) => sql`
        select api.mail_person(${person}, 'person.password', ${subject}, ${text}, ${config.smtpUrl !== null})`,
    };
    for (const { method, path, summary, description, run } of [...acts, mail]) {
      app.route({
        method,
        url: `/admin/people/:id/${path}`,
        schema: { summary, description, params: IdParams, response: { 204: Nothing } },
        handler: async (request, reply) => {
          await request.asAdmin((sql) => run(sql, request.params.id));
          return reply.status(204).send(null);
        },
      });
    }
  };
