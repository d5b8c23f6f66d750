import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { type Static, Type } from 'typebox';
import { one } from '../../server/errors.ts';
import { Nullable } from '../../server/schemas.ts';

const Line = Nullable(Type.String({ maxLength: 200 }));
const lines = {
  phone: Line,
  addressStreet: Line,
  addressUnit: Line,
  addressCity: Line,
  addressState: Line,
  addressZipcode: Line,
  executorFirstName: Line,
  executorLastName: Line,
  executorRelation: Line,
  executorPhone: Line,
  executorEmail: Line,
};

/** What a person tells of themselves, for their own eyes: a row of the view api.my_details. */
export const Details = Type.Object(
  { username: Nullable(Type.String()), ...lines },
  { $id: 'Details' },
);
export type Details = Static<typeof Details>;

/** Fields that are left out stay as they are; an empty one is taken away. */
const DetailsChange = Type.Partial(
  Type.Object({
    username: Nullable(
      Type.String({
        pattern: '^([a-z0-9][a-z0-9._-]{2,29})?$',
        description: '3 to 30 small letters, digits, dots, hyphens or underscores.',
      }),
    ),
    ...lines,
  }),
  { additionalProperties: false },
);

/** The name one is found by, one's address, and whom to call: nobody else reads them. */
export const detailsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const schema = { summary: 'What one told of oneself', response: { 200: Details } };
  app.get('/me/details', { schema }, (request) =>
    request.asUser(async (sql) => one(await sql<Details>`select * from api.my_details`)),
  );

  app.patch(
    '/me/details',
    {
      schema: {
        summary: 'Change what one told of oneself',
        description: '409: somebody else has that username.',
        body: DetailsChange,
        response: { 200: Details },
      },
    },
    (request) => {
      const given = Object.entries(request.body).map(([name, text]) => [name, tidy(text)]);
      const changes = JSON.stringify(Object.fromEntries(given));
      return request.asUser(async (sql) =>
        one(
          await sql<Details>`
          update api.my_details d set (username, phone, "addressStreet", "addressUnit",
              "addressCity", "addressState", "addressZipcode", "executorFirstName",
              "executorLastName", "executorRelation", "executorPhone", "executorEmail")
            = (select n.* from jsonb_populate_record(d, ${changes}::jsonb) n)
          returning *`,
        ),
      );
    },
  );
};

/** Empty is nothing: two people without a username do not have the same one. */
const tidy = (text: string | null | undefined): string | null => text?.trim() || null;
