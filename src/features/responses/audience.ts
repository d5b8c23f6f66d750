import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';
import { IdParams, Nullable, Uuid } from '../../server/schemas.ts';
import { PrivacyLevel } from './story.ts';

const May = Type.Enum(['none', 'read', 'write'], {
  description: 'Not watch; watch; watch and write its summary and notes.',
});
const Listener = Type.Object({
  listenerId: Type.String({ format: 'uuid', description: 'As in GET /listeners.' }),
  name: Nullable(Type.String()),
  avatarUrl: Nullable(Type.String()),
  hasAccess: Type.Boolean({ description: 'False: they are paused, whatever they may.' }),
  may: Nullable(May),
  sees: Type.Boolean({ description: 'Whether the story is there for them now.' }),
  watched: Type.Boolean({ description: 'False, too, for those who keep no history.' }),
});
const Audience = Type.Object({
  privacyLevel: PrivacyLevel,
  version: Type.String({ description: 'The ETag: another one after every change.' }),
  items: Type.Array(Listener),
});
/** Listeners who are named, and what each of them may. */
export const people = (description: string) =>
  Type.Optional(
    Type.Array(Type.Object({ listenerId: Uuid, may: May }), { maxItems: 1000, description }),
  );
const Change = Type.Object(
  {
    privacyLevel: PrivacyLevel,
    people: people(
      'Everybody who is named; whoever is not in it is named no longer. Left out: as it was.',
    ),
  },
  { additionalProperties: false },
);
const IfMatch = Type.Object({
  'if-match': Type.String({ pattern: '^"[0-9a-f]{32}"$', description: 'The version begun with.' }),
});

/** Who sees a story, who has watched it, and deciding about it: for its managers. */
export const audienceRoutes: Feature = () => async (app) => {
  app.get(
    '/responses/:id/audience',
    {
      schema: {
        summary: 'Who of the listeners sees a story, and who has watched it, for its managers',
        params: IdParams,
        response: { 200: Audience },
      },
    },
    async (request, reply) => {
      const audience = await request.asUser((sql) => readAudience(sql, request.params.id));
      return reply.header('etag', `"${audience.version}"`).send(audience);
    },
  );

  app.put(
    '/responses/:id/audience',
    {
      schema: {
        summary: 'Decide who sees a story, and what each person may do, all at once',
        problems: ['changed-meanwhile'],
        description:
          'Named people count with Custom (read, write) and Public (none, write). 404 for somebody who does not listen, 412 when it was changed since the version in If-Match.',
        params: IdParams,
        headers: IfMatch,
        body: Change,
        response: { 200: Audience },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { privacyLevel, people } = request.body;
      const version = request.headers['if-match'].slice(1, -1);
      const audience = await request.asUser(async (sql) => {
        await sql`select api.share_story(${id}, ${privacyLevel},
          ${people === undefined ? null : JSON.stringify(people)}::jsonb, ${version})`;
        return readAudience(sql, id);
      });
      return reply.header('etag', `"${audience.version}"`).send(audience);
    },
  );
};

async function readAudience(sql: Sql, id: string): Promise<Static<typeof Audience>> {
  const items = await sql<Static<typeof Listener>>`
    select a."listenerId", a.name, a."avatarUrl", l."hasAccess", p."permissionLevel" as may,
      a.sees, a.watched
    from api.story_audience(${id}::uuid) a
    join public."ProfileListener" l on l.id = a."listenerId"
    left join public."ResponsePermission" p
      on p."userId" = l."listenerId" and p."responseId" = ${id}::uuid`;
  const story = one(
    await sql<Pick<Static<typeof Audience>, 'privacyLevel' | 'version'>>`
      select "privacyLevel", api.sharing_version(id) as version
      from public."PromptResponse" where id = ${id}`,
  );
  return { ...story, items };
}
