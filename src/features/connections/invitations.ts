import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Deps, Feature } from '../../server/deps.ts';
import { one, ProblemError } from '../../server/errors.ts';
import { IdParams, Nothing, Nullable, Uuid, When } from '../../server/schemas.ts';
import { byAnybody } from '../../server/security.ts';
import { invitationMail } from '../notifications/mails.ts';

const Role = Type.Enum(['LISTENER', 'EXECUTOR']);
const Status = Type.Enum(['PENDING', 'ACCEPTED', 'DECLINED', 'EXPIRED']);
const Invitation = Type.Object({
  id: Uuid,
  email: Type.String(),
  role: Role,
  status: Status,
  createdAt: When,
  expiresAt: When,
});
const Token = Type.Object({
  token: Type.String({ minLength: 1, maxLength: 200, description: 'What follows # in the link.' }),
});
const Look = Type.Object({
  sharerName: Nullable(Type.String()),
  inviterName: Nullable(Type.String()),
  role: Role,
  status: Status,
  inviteeEmail: Type.String(),
});
const Made = Type.Object({
  id: Uuid,
  link: Type.String(),
  mailed: Type.Boolean({ description: 'False where there is no mail server: hand the link over.' }),
});
const New = Type.Object({ email: Type.String({ minLength: 3, maxLength: 320 }), role: Role });

export const invitationRoutes: Feature =
  ({ config }) =>
  async (app) => {
    const send = sendInvitation(config);

    app.post(
      '/invitations',
      {
        schema: {
          summary: 'Invite somebody by e-mail',
          problems: ['invited-enough', 'invited-them-enough'],
          description: 'The link is shown this once.',
          body: New,
          response: { 201: Made },
        },
      },
      async (request, reply) => {
        const { email, role } = request.body;
        const made = await request.asUser(async (sql) => {
          const sharer = one(
            await sql<{ id: string }>`select unnest(private.told_sharers()) as id`,
          );
          const { id, token } = one(
            await sql<{ id: string; token: string }>`
              select id, token from public.create_invitation(${sharer.id}, ${email}, ${role})`,
          );
          return send(sql, id, token);
        });
        return reply.status(201).send(made);
      },
    );

    app.post(
      '/invitations/:id/again',
      {
        schema: {
          summary: 'Send an invitation again, open or expired',
          problems: ['invited-enough', 'invited-them-enough'],
          description: 'With another link and 14 days more; the link before works no longer.',
          params: IdParams,
          response: { 200: Made },
        },
      },
      (request) =>
        request.asUser(async (sql) => {
          const { id } = request.params;
          const { token } = one(
            await sql<{ token: string }>`select api.renew_invitation(${id}) as token`,
          );
          return send(sql, id, token);
        }),
    );

    app.get(
      '/invitations',
      {
        schema: {
          summary: 'Invitations to the caller’s own stories, newest first',
          response: { 200: Type.Object({ items: Type.Array(Invitation) }) },
        },
      },
      async (request) => ({
        items: await request.asUser(
          (sql) => sql<Static<typeof Invitation>>`
            select id, email, role, status, "createdAt", "expiresAt"
            from api.invitation where "sharerId" = any (private.told_sharers())
            order by "createdAt" desc, id`,
        ),
      }),
    );

    app.delete(
      '/invitations/:id',
      {
        schema: { summary: 'Withdraw an invitation', params: IdParams, response: { 204: Nothing } },
      },
      async (request, reply) => {
        const { id } = request.params;
        await request.asUser(async (sql) => {
          one(await sql`select id from api.invitation where id = ${id}`);
          const changed = await sql`
            update public."Invitation" set status = 'DECLINED'
            where id = ${id} and status = 'PENDING' returning id`;
          if (changed.length === 0) throw new ProblemError('wrong-state');
        });
        return reply.status(204).send(null);
      },
    );

    app.post(
      '/invitations/look',
      {
        schema: {
          summary: 'What an invitation says, for whoever holds its link',
          security: byAnybody,
          body: Token,
          response: { 200: Look },
        },
      },
      (request) =>
        app.asAnon(async (sql) =>
          one(
            await sql<
              Static<typeof Look>
            >`select * from api.look_at_invitation(${request.body.token})`,
          ),
        ),
    );

    app.post(
      '/invitations/accept',
      {
        schema: {
          summary: 'Accept an invitation',
          problems: [
            'email-unconfirmed',
            'email-mismatch',
            'invitation-closed',
            'invitation-expired',
          ],
          description: 'Accepting twice changes nothing.',
          body: Token,
          response: { 200: Type.Object({ sharerId: Uuid, sharerName: Nullable(Type.String()) }) },
        },
      },
      async (request) => {
        const { token } = request.body;
        const accepted = await request.asUser(
          (sql) => sql<{ id: string | null }>`
            select public.accept_invitation_by_token(${token}) as id`,
        );
        const { id } = one(accepted);
        if (id === null) throw new ProblemError('invitation-expired');
        return request.asUser(async (sql) =>
          one(
            await sql<{ sharerId: string; sharerName: string | null }>`
              select i."sharerId", c."fullName" as "sharerName" from public."Invitation" i
              left join public."ProfileSharer" s on s.id = i."sharerId"
              left join api.people c on c.id = s."profileId"
              where i.id = ${id}`,
          ),
        );
      },
    );

    app.post(
      '/invitations/decline',
      {
        schema: {
          summary: 'Decline an invitation',
          problems: [
            'email-unconfirmed',
            'email-mismatch',
            'invitation-closed',
            'invitation-expired',
          ],
          body: Token,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        await request.asUser((sql) => sql`select public.decline_invitation(${request.body.token})`);
        return reply.status(204).send(null);
      },
    );
  };

/** Mails an invitation that was made or renewed in this transaction. */
const sendInvitation =
  ({ publicUrl, smtpUrl }: Deps['config']) =>
  async (sql: Sql, id: string, token: string): Promise<Static<typeof Made>> => {
    const { email, role, sharerName } = one(
      await sql<Pick<Static<typeof Invitation>, 'email' | 'role'> & { sharerName: string | null }>`
        select i.email, i.role, c."fullName" as "sharerName" from api.invitation i
        left join public."ProfileSharer" s on s.id = i."sharerId"
        left join api.people c on c.id = s."profileId"
        where i.id = ${id}`,
    );
    // After # the token reaches no server log and no other site.
    const link = `${publicUrl}/invitation#${token}`;
    const mail = invitationMail(email, {
      sharerName: sharerName ?? 'Somebody',
      role,
      link,
      days: 14,
    });
    const mailed = smtpUrl !== null;
    await sql`select private.mail_invitation(${id}, ${mail.subject}, ${mail.text}, ${mailed})`;
    return { id, link, mailed };
  };
