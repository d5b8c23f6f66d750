import { Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { ProblemError } from '../../server/errors.ts';
import { mac, same } from '../../server/mac.ts';
import { Nothing } from '../../server/schemas.ts';

/** What ends the mails to a person, and nothing else; it works for as long as the secret is kept. */
export const unsubscribeToken = (secret: string, profileId: string): string =>
  `${profileId}.${mac(secret, `unsubscribe ${profileId}`)}`;

/** Whose token it is; null where it is not ours. */
function readToken(secret: string, token: string): string | null {
  const [profileId = ''] = token.split('.');
  return same(token, unsubscribeToken(secret, profileId)) ? profileId : null;
}

/** Ending mails without signing in: by a button of the mail program (RFC 8058), or of our page. */
export const unsubscribeRoutes: Feature =
  ({ secret, service }) =>
  async (app) => {
    // Mail programs send "List-Unsubscribe=One-Click" as a form; that they call says all.
    app.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      { parseAs: 'string', bodyLimit: 4096 },
      async () => undefined,
    );
    app.post(
      '/unsubscribe/:token',
      {
        schema: {
          summary: 'Send this person no more mails of what is new',
          security: [],
          description: 'Needs no session: the token of the mail is enough, and does only this.',
          params: Type.Object({ token: Type.String({ maxLength: 100 }) }),
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        const profileId = readToken(secret, request.params.token);
        if (profileId === null) throw new ProblemError('not-found');
        await service.asPerson(
          profileId,
          (sql) => sql`
            insert into public."NotificationSwitch" ("profileId", about, channel, "isOn")
            select me.id, s.about, s.channel, false
            from api.me join api.notification_switch s on s.channel = 'mail'
            on conflict ("profileId", about, channel) do update set "isOn" = false`,
        );
        return reply.status(204).send(null);
      },
    );
  };
