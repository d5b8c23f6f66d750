import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';

const Switch = Type.Object({
  about: Type.Enum(['stories', 'people', 'access', 'recordings']),
  channel: Type.Enum(['app', 'mail', 'push']),
  isOn: Type.Boolean(),
});
const Settings = Type.Object({
  switches: Type.Array(Switch, { description: 'Of everything, by every way it can come.' }),
});

/** What somebody wants to hear about, and how. */
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
        summary: 'Switch something on or off',
        description: 'Switches that are left out stay as they are.',
        body: Type.Object({ switches: Type.Array(Switch, { maxItems: 12 }) }),
        response: { 200: Settings },
      },
    },
    (request) =>
      request.asUser(async (sql) => {
        await saveSwitches(sql, request.body.switches);
        return readSettings(sql);
      }),
  );
};

const readSettings = async (sql: Sql) => ({
  switches: await sql<Static<typeof Switch>>`select * from api.notification_switch`,
});

/** The last one counts, where one is named twice. */
async function saveSwitches(sql: Sql, switches: Static<typeof Switch>[]): Promise<void> {
  for (const { about, channel, isOn } of switches) {
    await sql`
      insert into public."NotificationSwitch" ("profileId", about, channel, "isOn")
      values (private.uid(), ${about}, ${channel}, ${isOn})
      on conflict ("profileId", about, channel) do update set "isOn" = excluded."isOn"`;
  }
}
