import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { one, ProblemError } from '../../server/errors.ts';
import {
  type Cursor,
  IdParams,
  Nullable,
  PageOf,
  PageQuery,
  page,
  readCursor,
  Uuid,
  When,
} from '../../server/schemas.ts';

const pageSize = 30;
const text = Nullable(Type.String());

const SignIn = Type.Object({
  isConfirmed: Type.Boolean({ description: 'Whether the address is known to be theirs.' }),
  isSuspended: Type.Boolean({ description: 'Nobody lets them in until an admin does.' }),
  hasPassword: Type.Boolean(),
  sessions: Type.Integer({ description: 'On how many devices they are signed in.' }),
  lastUsedAt: Nullable(When),
});
const Person = Type.Object({
  id: Uuid,
  fullName: text,
  username: text,
  email: text,
  avatarUrl: text,
  createdAt: When,
  roles: Type.Array(Type.Enum(['LISTENER', 'SHARER', 'EXECUTOR', 'ADMIN'])),
  /** null: they have no way to sign in. */
  signIn: Nullable(SignIn),
});
const PersonDetail = Type.Object({
  ...Person.properties,
  isMe: Type.Boolean(),
  leavesAt: Nullable(When),
  stories: Type.Integer(),
  recordings: Type.Integer(),
  attachments: Type.Integer(),
  bytes: Type.Integer({ description: 'Of what they sent.' }),
  follows: Type.Integer({ description: 'How many storytellers they follow.' }),
  followedBy: Type.Integer(),
  keeps: Type.Integer({ description: 'For how many storytellers they look after stories.' }),
});
type SignIn = Static<typeof SignIn>;
type PersonRow = Omit<Static<typeof Person>, 'signIn'>;
type Numbers = Omit<Static<typeof PersonDetail>, keyof Static<typeof Person>>;

const Query = Type.Object({
  ...PageQuery.properties,
  q: Type.Optional(Type.String({ maxLength: 255, description: 'A part of a name or address.' })),
  role: Type.Optional(Type.Enum(['LISTENER', 'SHARER', 'EXECUTOR', 'ADMIN'])),
});

/** Who there is, for admins: how they sign in and how much is theirs, and never what they tell. */
export const peopleRoutesForAdmins: Feature = () => async (app) => {
  app.get(
    '/admin/people',
    {
      schema: {
        summary: 'Everybody who has an account, the newest first',
        querystring: Query,
        response: { 200: PageOf(Person) },
      },
    },
    async (request) => {
      const { q = '', role = null } = request.query;
      const { at, id } = readCursor(request.query.cursor) ?? { at: null, id: null };
      return request.asAdmin(async (sql) => {
        const rows = await sql<PersonRow & Cursor>`
          select * from api.person_for_admins
          where (${at}::timestamptz is null or ("createdAt", id) < (${at}::timestamptz, ${id}::uuid))
            and (${q} = '' or position(lower(extensions.unaccent(${q})) in
              lower(extensions.unaccent(concat_ws(' ', "fullName", username, email)))) > 0)
            and (${role}::text is null or ${role} = any (roles))
          order by "createdAt" desc, id desc limit ${pageSize + 1}`;
        return page(await withSignIn(sql, rows), pageSize);
      });
    },
  );

  app.get(
    '/admin/people/:id',
    {
      schema: {
        summary: 'One person, in numbers',
        params: IdParams,
        response: { 200: PersonDetail },
      },
    },
    (request) => request.asAdmin((sql) => readPerson(sql, request.params.id)),
  );
};

/** How they sign in stands apart: it is asked of a function, for these people alone. */
async function withSignIn<Row extends { id: string }>(sql: Sql, rows: Row[]) {
  const states = await sql<SignIn & { id: string }>`
    select * from api.sign_in_states(${rows.map(({ id }) => id)}::uuid[])`;
  const known = new Map(states.map(({ id, ...signIn }) => [id, signIn]));
  return rows.map((row) => ({ ...row, signIn: known.get(row.id) ?? null }));
}

async function readPerson(sql: Sql, id: string): Promise<Static<typeof PersonDetail>> {
  const [person] = await withSignIn(
    sql,
    await sql<PersonRow & Cursor>`select * from api.person_for_admins where id = ${id}`,
  );
  if (person === undefined) throw new ProblemError('not-found');
  const numbers = one(
    await sql<Numbers>`
      select id = private.uid() as "isMe", "leavesAt", stories, follows, "followedBy", keeps,
        coalesce(recordings, 0) as recordings, coalesce(attachments, 0) as attachments,
        coalesce(bytes, 0) as bytes
      from api.person_numbers where id = ${id}`,
  );
  const { at: _, ...shown } = person;
  return { ...shown, ...numbers };
}
