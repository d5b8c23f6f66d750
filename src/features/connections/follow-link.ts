import { Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';

const Link = Type.Object({ link: Type.String() });

/** The link by which people ask to follow the caller's stories. */
export const followLinkRoutes: Feature =
  ({ config }) =>
  async (app) => {
    const linkOf = (code: string) => ({ link: `${config.publicUrl}/follow/${code}` });

    app.post(
      '/follow-link',
      {
        schema: {
          summary: 'The link by which people ask to watch; made the first time',
          response: { 200: Link },
        },
      },
      async (request) => linkOf(await request.asUser(codeOf)),
    );

    app.post(
      '/follow-link/anew',
      {
        schema: {
          summary: 'Another such link; the one before leads nowhere then',
          response: { 200: Link },
        },
      },
      async (request) =>
        linkOf(
          await request.asUser(async (sql) => {
            await sql`
              delete from public."FollowLink" where "sharerId" = any (private.told_sharers())`;
            return codeOf(sql);
          }),
        ),
    );
  };

/** 404 for somebody who tells nothing. */
async function codeOf(sql: Sql): Promise<string> {
  await sql`
    insert into public."FollowLink" ("sharerId") select unnest(private.told_sharers())
    on conflict do nothing`;
  const { code } = one(
    await sql<{ code: string }>`
      select code from public."FollowLink" where "sharerId" = any (private.told_sharers())`,
  );
  return code;
}
