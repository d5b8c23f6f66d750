import { type Static, Type } from 'typebox';
import { ProblemError } from '../../../server/errors.ts';

/** What can be found; a search shows the best of each, or goes through one of them. */
export const kinds = [
  'stories',
  'topicVideos',
  'attachments',
  'objects',
  'people',
  'questions',
] as const;
export type Kind = (typeof kinds)[number];

/** Something for each kind. */
export const mapKinds = <T>(make: (kind: Kind) => T) =>
  Object.fromEntries(kinds.map((kind) => [kind, make(kind)])) as Record<Kind, T>;

const year = (description: string) =>
  Type.Optional(Type.String({ pattern: '^[12]\\d{3}$', description }));

export const Query = Type.Object({
  q: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 1000,
      description:
        'As in a search engine. With a person it may be left out: all that there is of them.',
    }),
  ),
  language: Type.Optional(
    Type.String({ maxLength: 35, description: 'In which q is written, as en or es-MX.' }),
  ),
  kind: Type.Optional(
    Type.Enum([...kinds], { description: 'Of this kind alone; without it, the best of each.' }),
  ),
  sharer: Type.Optional(Type.String({ format: 'uuid', description: 'Of this storyteller alone.' })),
  person: Type.Optional(
    Type.String({
      format: 'uuid',
      description:
        'Of one person alone, by the id that they are found with: what a storyteller told; or photos with somebody, what those lie beside, and what has all of their name in it.',
    }),
  ),
  topic: Type.Optional(Type.String({ format: 'uuid', description: 'Of this topic alone.' })),
  from: year('From this year on: in which a story was told, or that a photo shows.'),
  to: year('Up to this year, and with it.'),
  unseen: Type.Optional(
    Type.Enum(['true', 'false'], { description: 'Stories alone that the caller has not watched.' }),
  ),
  cursor: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'nextCursor of the page before: of the kind, and of stories without one.',
    }),
  ),
});
type Query = Static<typeof Query>;

export const Spelling = Type.Object({
  q: Type.String({ minLength: 1, maxLength: 1000, description: 'As it was asked.' }),
  language: Query.properties.language,
});

/** What is asked, read. */
export interface Ask extends Omit<Query, 'from' | 'to' | 'unseen'> {
  language: string;
  from?: number;
  to?: number;
  unseen?: boolean;
}

/** What is looked for in what was found, to mark it. */
export interface Words {
  q: string;
  language: string;
}

/** As many as the database gives of each kind at the most: the best of the matches, */
export const most = 100;
/** or the newest of all that there is of somebody. */
export const mostOfOne = 999;

/** Something that matches, and what it can be chosen by; null or absent where it has no such thing. */
export interface Match {
  id: string;
  sharerId: string | null;
  topicId?: string | null;
  year?: number | null;
  seen?: boolean | null;
}

type Filters = Partial<Pick<Ask, 'sharer' | 'topic' | 'from' | 'to' | 'unseen'>>;

/** Whether a match passes the filters. What has no year is of no years, and so on. */
export const fits =
  ({ sharer, topic, from, to, unseen }: Filters) =>
  (match: Match): boolean =>
    (sharer === undefined || match.sharerId === sharer) &&
    (topic === undefined || match.topicId === topic) &&
    ((from === undefined && to === undefined) || isWithin(match.year, from, to)) &&
    (!unseen || match.seen === false);

const isWithin = (year: number | null | undefined, from = 0, to = 9999) =>
  typeof year === 'number' && from <= year && year <= to;

/** Characters that no text has: they come from a broken client, and PostgreSQL takes not all of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is those that are looked for
const notText = /[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/;

/** The question as it is asked of the database, or a 422 that says what is wrong with it. */
export function readAsk({ from, to, unseen, language = 'en', ...query }: Query): Ask {
  const refuse = (field: string, message: string) => {
    throw new ProblemError('invalid', { errors: [{ field, message }] });
  };
  const { q, person } = query;
  if (q === undefined && person === undefined) refuse('q', 'is missing');
  if (q?.trim() === '') refuse('q', 'has no words in it');
  if (q !== undefined && notText.test(q)) refuse('q', 'has control characters in it');
  if (from !== undefined && to !== undefined && from > to) refuse('to', 'is before from');
  const number = (text?: string) => (text === undefined ? undefined : Number(text));
  return { ...query, language, from: number(from), to: number(to), unseen: unseen === 'true' };
}

/** How many of a list there are before what is asked for. */
export function readOffset(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,3}$/.test(cursor)) {
    throw new ProblemError('invalid', {
      errors: [{ field: 'cursor', message: 'is not a cursor' }],
    });
  }
  return Number(cursor);
}
