import { type Static, Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';
import { Nullable } from '../../server/schemas.ts';

const Counts = Type.Object({
  people: Type.Integer(),
  sharers: Type.Integer(),
  stories: Type.Integer(),
  recordings: Type.Object({
    ready: Type.Integer(),
    preparing: Type.Integer(),
    errored: Type.Integer(),
  }),
});
const Overview = Type.Object({
  ...Counts.properties,
  tools: Type.Object({
    ffmpeg: Nullable(
      Type.String({ description: 'Its version; null: recordings play as they came.' }),
    ),
    transcripts: Nullable(Type.String({ description: 'What writes transcripts; null: by hand.' })),
    mail: Type.Enum(['outbox', 'smtp']),
  }),
});

export const adminRoutes: Feature =
  ({ config, tools, transcriber }) =>
  async (app) => {
    app.get(
      '/admin/overview',
      { schema: { summary: 'How this Telloom is doing', response: { 200: Overview } } },
      async (request) => {
        const counts = await request.asAdmin(async (sql) =>
          one(
            await sql<Static<typeof Counts>>`
              select (select count(*)::int from public."Profile") as people,
                (select count(*)::int from public."ProfileSharer") as sharers,
                (select count(*)::int from public."PromptResponse") as stories,
                (select jsonb_build_object(
                    'ready', count(*) filter (where status = 'READY'),
                    'preparing', count(*) filter (where status in ('ASSET_CREATED', 'PREPARING')),
                    'errored', count(*) filter (where status = 'ERRORED'))
                  from public."Video") as recordings`,
          ),
        );
        return {
          ...counts,
          tools: {
            ffmpeg: tools?.version ?? null,
            transcripts: transcriber,
            mail: config.smtpUrl === null ? ('outbox' as const) : ('smtp' as const),
          },
        };
      },
    );
  };
