import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { mustChange, one, ProblemError } from '../../server/errors.ts';
import { IdParams, Nothing, Uuid } from '../../server/schemas.ts';
import { Relation, readAttachment, TaggedPerson } from './attachment.ts';

const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
const Person = Type.Object({
  ...TaggedPerson.properties,
  sharerId: Uuid,
  attachments: Type.Integer({ description: 'In how many of those that the caller may see.' }),
  canManage: Type.Boolean(),
});
const Tag = Type.Union([
  Type.Object({ personId: Uuid }, { additionalProperties: false }),
  Type.Object(
    { name: Name, relation: Type.Optional(Relation) },
    { additionalProperties: false, description: 'Somebody new, or known by this name already.' },
  ),
]);
const Change = Type.Partial(Type.Object({ name: Name, relation: Relation }));
const TagParams = Type.Object({ id: Uuid, personId: Uuid });

const readPerson = async (sql: Sql, id: string) =>
  one(await sql<Static<typeof Person>>`select * from api.person_tag where id = ${id}`);

/** The person of this name, made where there is none yet. */
async function personNamed(sql: Sql, sharer: string, name: string, relation: string | null) {
  const [known] = await sql<{ id: string }>`
    select id from public."PersonTag" where "profileSharerId" = ${sharer}
      and lower(name) = lower(${name}) and (${relation}::text is null or relation::text = ${relation})
    order by "createdAt" limit 1`;
  if (known) return known.id;
  const made = await sql<{ id: string }>`
    insert into public."PersonTag" ("profileSharerId", name, relation)
    values (${sharer}, ${name}, ${relation}::public.person_relation) returning id`;
  return one(made).id;
}

/** The people in photos, and what they are to the storyteller. */
export const personTagRoutes: Feature = () => async (app) => {
  app.get(
    '/person-tags',
    {
      schema: {
        summary: 'People in the attachments of a storyteller, by name',
        description: "Without sharerId: in the caller's own.",
        querystring: Type.Object({ sharerId: Type.Optional(Uuid) }),
        response: { 200: Type.Object({ items: Type.Array(Person) }) },
      },
    },
    async (request) => {
      const { sharerId = null } = request.query;
      const items = await request.asUser(
        (sql) => sql<Static<typeof Person>>`
          select * from api.person_tag
          where case when ${sharerId}::uuid is null then "sharerId" = any (private.told_sharers())
            else "sharerId" = ${sharerId}::uuid end
          order by lower(name), id`,
      );
      return { items };
    },
  );

  app.get(
    '/person-tags/:id',
    { schema: { summary: 'A person in photos', params: IdParams, response: { 200: Person } } },
    (request) => request.asUser((sql) => readPerson(sql, request.params.id)),
  );

  app.patch(
    '/person-tags/:id',
    {
      schema: {
        summary: 'Change the name or relation of a person in photos',
        params: IdParams,
        body: Change,
        response: { 200: Person },
      },
    },
    (request) =>
      request.asUser(async (sql) => {
        const { id } = request.params;
        const { name, relation } = request.body;
        await readPerson(sql, id);
        mustChange(
          await sql`
          update public."PersonTag" set name = coalesce(${name?.trim() ?? null}, name),
            relation = case when ${relation === undefined} then relation
              else ${relation ?? null}::public.person_relation end
          where id = ${id} returning id`,
        );
        return readPerson(sql, id);
      }),
  );

  app.delete(
    '/person-tags/:id',
    {
      schema: {
        summary: 'Forget a person: they are in no photo any more',
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await request.asUser(async (sql) => {
        await readPerson(sql, id);
        mustChange(await sql`delete from public."PersonTag" where id = ${id} returning id`);
      });
      return reply.status(204).send(null);
    },
  );

  app.post(
    '/attachments/:id/people',
    {
      schema: {
        summary: 'Say who is in an attachment',
        description: 'Saying it again changes nothing.',
        params: IdParams,
        body: Tag,
        response: { 201: Person },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { body } = request;
      const person = await request.asUser(async (sql) => {
        const { sharerId } = await readAttachment(sql, id);
        const personId =
          'personId' in body
            ? (await readPerson(sql, body.personId)).id
            : await personNamed(sql, sharerId, body.name.trim(), body.relation ?? null);
        await sql`
          insert into public."PromptResponseAttachmentPersonTag" ("promptResponseAttachmentId", "personTagId")
          values (${id}, ${personId}) on conflict do nothing`;
        return readPerson(sql, personId);
      });
      return reply.status(201).send(person);
    },
  );

  app.delete(
    '/attachments/:id/people/:personId',
    {
      schema: {
        summary: 'This person is not in it',
        params: TagParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { id, personId } = request.params;
      await request.asUser(async (sql) => {
        const { people } = await readAttachment(sql, id);
        if (!people.some((person) => person.id === personId)) throw new ProblemError('not-found');
        mustChange(
          await sql`
          delete from public."PromptResponseAttachmentPersonTag"
          where "promptResponseAttachmentId" = ${id} and "personTagId" = ${personId} returning id`,
        );
      });
      return reply.status(204).send(null);
    },
  );
};
