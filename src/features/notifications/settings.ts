import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { Nullable } from '../../server/schemas.ts';

const Switch = Type.Object({
  about: Type.Enum(['stories', 'people', 'access', 'recordings']),
  channel: Type.Enum(['app', 'mail', 'push']),
  isOn: Type.Boolean(),
});
const Contact = {
  language: Nullable(Type.Enum(['en', 'es'])),
  timeZone: Nullable(Type.String({ maxLength: 64, description: 'Such as Europe/Madrid.' })),
};
const Settings = Type.Object({
  switches: Type.Array(Switch, { description: 'Of everything, by every way it can come.' }),
  ...Contact,
});
const Change = Type.Partial(
  Type.Object({ switches: Type.Array(Switch, { maxItems: 12 }), ...Contact }),
);
type Settings = Static<typeof Settings>;

/** What somebody wants to hear about, how, in which language, and when it is morning there. */
export const notificationSettingsRoutes: Feature = () => async (app) => {
  app.get(
    '/me/notifications',
    {
      schema: {
        summary: 'What the caller wants to be told of, and how',
        response: { 200: Settings },
      },
    },
    (request) => request.asUser(readSettings),
  );

  app.patch(
    '/me/notifications',
    {
      schema: {
        summary: 'Change what the caller is told of, and how',
        description: 'What is left out stays as it is.',
        body: Change,
        response: { 200: Settings },
      },
    },
    (request) =>
      request.asUser(async (sql) => {
        const { switches = [], ...contact } = request.body;
        for (const one of switches) await saveSwitch(sql, one);
        if (Object.keys(contact).length > 0) await saveContact(sql, contact);
        return readSettings(sql);
      }),
  );
};

async function readSettings(sql: Sql): Promise<Settings> {
  const [contact] = await sql<Pick<Settings, 'language' | 'timeZone'>>`
    select language, "timeZone" from public."ContactPreference" where "profileId" = private.uid()`;
  return {
    switches: await sql<Static<typeof Switch>>`
      select about, channel, "isOn" from api.notification_switch order by about, channel`,
    language: contact?.language ?? null,
    timeZone: contact?.timeZone ?? null,
  };
}

const saveSwitch = (sql: Sql, { about, channel, isOn }: Static<typeof Switch>) => sql`
  insert into public."NotificationSwitch" ("profileId", about, channel, "isOn")
  values (private.uid(), ${about}, ${channel}, ${isOn})
  on conflict ("profileId", about, channel) do update set "isOn" = excluded."isOn"`;

const saveContact = (sql: Sql, given: Partial<Omit<Settings, 'switches'>>) => sql`
  insert into public."ContactPreference" as c ("profileId", language, "timeZone")
  values (private.uid(), ${given.language ?? null}, ${given.timeZone ?? null})
  on conflict ("profileId") do update set
    language = case when ${given.language !== undefined} then excluded.language else c.language end,
    "timeZone" = case when ${given.timeZone !== undefined} then excluded."timeZone"
      else c."timeZone" end`;
