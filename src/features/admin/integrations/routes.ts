import { type Static, Type } from 'typebox';
import { settings } from '../../../config.ts';
import type { Feature } from '../../../server/deps.ts';
import { ProblemError } from '../../../server/errors.ts';
import { Nothing, Nullable } from '../../../server/schemas.ts';
import { ask } from './ask.ts';
import { checkValues, nextStart } from './enter.ts';
import { integrations, isOn, names } from './list.ts';

type Entered = Awaited<ReturnType<typeof nextStart>>['entered'];

const NameParams = Type.Object({ name: Type.Enum([...names]) });
const source = Type.Enum(['environment', 'entered', 'unreadable'], {
  description: 'unreadable: entered under another secret of the server, and to be entered again.',
});
const Integration = Type.Object({
  name: Type.Enum([...names]),
  isOn: Type.Boolean({ description: 'Whether this server works with it.' }),
  waitsForStart: Type.Boolean({ description: 'Other values were entered since it started.' }),
  settings: Type.Array(
    Type.Object({
      name: Type.String({ description: 'As in the environment.' }),
      about: Type.String(),
      source: Nullable(source),
    }),
  ),
});
const Answer = Type.Object({
  outcome: Type.Enum(['well', 'refused', 'unreachable', 'unclear'], {
    description: 'refused: it answers, and does not take these keys.',
  }),
  said: Nullable(Type.String({ description: 'What the service or the network said.' })),
});
const Values = Type.Record(
  Type.String({ pattern: '^[A-Z_]{3,60}$' }),
  Type.Union([Type.String({ minLength: 1, maxLength: 10_000 }), Type.Null()]),
  {
    maxProperties: 20,
    description: 'By the names of the settings; null forgets what was entered.',
  },
);

/** The services that Telloom works with: what is set, never to what, and whether they answer. */
export const integrationsRoutes: Feature =
  ({ config, given }) =>
  async (app) => {
    const sourceOf = (name: string, entered: Entered): Static<typeof source> | null => {
      if (given.env[name]) return 'environment';
      if (!(name in entered)) return null;
      return entered[name] === null ? 'unreadable' : 'entered';
    };

    app.get(
      '/admin/integrations',
      {
        schema: {
          summary: 'Which services are set, and where; never to what',
          response: { 200: Type.Object({ items: Type.Array(Integration) }) },
        },
      },
      async (request) => {
        await request.asAdmin((sql) => sql`select`);
        const next = await nextStart(given);
        const items = names.map(
          (name): Static<typeof Integration> => ({
            name,
            isOn: isOn(name, config),
            waitsForStart: integrations[name].settings.some(
              (key) => config[key] !== next.config[key],
            ),
            settings: integrations[name].settings.map((key) => ({
              name: settings[key].env,
              about: settings[key].about,
              source: sourceOf(settings[key].env, next.entered),
            })),
          }),
        );
        return { items };
      },
    );

    app.put(
      '/admin/integrations/:name',
      {
        schema: {
          summary: 'Enter settings of a service, which hold from the next start',
          description:
            'They are kept encrypted and never shown again. 422 names each that cannot be used, and those that are set in the environment.',
          params: NameParams,
          body: Values,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        await request.asAdmin((sql) => sql`select`);
        await checkValues(given, request.params.name, request.body);
        await given.vault.keep(request.sessionToken ?? '', request.body);
        return reply.status(204).send(null);
      },
    );

    app.post(
      '/admin/integrations/:name/test',
      {
        schema: {
          summary: 'Ask a service whether it answers, and takes our keys',
          description: 'With what holds from the next start. 409 where it is not set.',
          params: NameParams,
          response: { 200: Answer },
        },
      },
      async (request) => {
        const { name } = request.params;
        await request.asAdmin(
          (sql) => sql`select private.note_admin_act('integration.test', null, ${name})`,
        );
        const next = await nextStart(given);
        if (!isOn(name, next.config)) throw new ProblemError('wrong-state');
        return ask(name, next.config);
      },
    );
  };
