import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Sql } from '../../../../db/session.ts';
import type { Feature } from '../../../server/deps.ts';
import { one } from '../../../server/errors.ts';
import { Nullable, PageOf } from '../../../server/schemas.ts';
import { createSigner } from '../../videos/media-address.ts';
import {
  type Ask,
  type Kind,
  type Match,
  mapKinds,
  most,
  Query,
  readAsk,
  readOffset,
  Spelling,
} from './ask.ts';
import { FoundAttachment, FoundObject, showAttachments, showObjects } from './belongings.ts';
import { Facets, facetsOf } from './facets.ts';
import { match } from './match.ts';
import { FoundPerson, nameOf, showPeople } from './people.ts';
import { FoundQuestion, showQuestions } from './questions.ts';
import { FoundStory, showStories } from './stories.ts';
import { FoundTopicVideo, showTopicVideos } from './topic-videos.ts';

const pageSize = 20;
/** How many of each kind but stories there are to see before one of them is chosen. */
const previewSize = 6;

const count = Type.Integer();
const Found = Type.Object({
  items: Type.Array(FoundStory),
  nextCursor: Nullable(Type.String()),
  total: Type.Integer({ description: `How many stories match, ${most} at the most.` }),
  ...Facets,
  topicVideos: PageOf(FoundTopicVideo),
  attachments: PageOf(FoundAttachment),
  objects: PageOf(FoundObject),
  people: PageOf(FoundPerson),
  questions: PageOf(FoundQuestion),
  counts: Type.Object(
    {
      stories: count,
      topicVideos: count,
      attachments: count,
      objects: count,
      people: count,
      questions: count,
    },
    { description: `How many match of each kind, ${most} at the most, whichever is chosen.` },
  ),
  person: Nullable(FoundPerson),
  hasWords: Type.Boolean({
    description: 'False where q has nothing to look for: signs alone, or words as common as “the”.',
  }),
});

/** Searching in all that the caller may watch and see: in what was written, said, shown and named. */
export const searchRoutes: Feature =
  ({ secret }) =>
  async (app) => {
    app.get(
      '/search',
      {
        schema: {
          summary:
            'What matches: stories, topics summed up, attachments, objects, people and questions to tell',
          description: `The best match first, of the ${most} best of each kind. Stories: ready recordings, and one's own. Names are found by how they sound. Choices are counted of the kind that is asked for; without one, of what was told and of what lies beside it.`,
          querystring: Query,
          response: { 200: Found },
          // the person is nobody whom the caller may know of
          problems: ['not-found'],
        },
      },
      (request) => {
        const ask = readAsk(request.query);
        return request.asUser((sql) => search(sql, ask, request, secret));
      },
    );

    app.get(
      '/search/spelling',
      {
        schema: {
          summary: 'How a search may have been meant that finds little or nothing',
          description:
            'Its first word that finds nothing, spelt as words that there are in what the caller may read; the nearest first. Reads through the newest of that, so it is asked for where it is needed.',
          querystring: Spelling,
          response: { 200: Type.Object({ items: Type.Array(Type.Object({ q: Type.String() })) }) },
        },
      },
      async (request) => {
        const { q, language } = readAsk(request.query);
        const items = await request.asUser(
          (sql) => sql<{ q: string }>`select q from api.spelt_otherwise(${q}, ${language}) q`,
        );
        return { items };
      },
    );
  };

async function search(sql: Sql, asked: Ask, request: FastifyRequest, secret: string) {
  const { language, q = '' } = asked;
  const [person = null] =
    asked.person === undefined ? [] : [one(await showPeople(sql, [asked.person], { q, language }))];
  const ask = person === null ? asked : { ...asked, sharer: person.sharerId };
  const { all, chosen, hasWords } = await match(sql, ask, person);
  const shown = pagesOf(chosen, ask);
  const words = { q: asked.q ?? nameOf(person), language };
  const sign = createSigner(secret, request.sessionToken ?? '');
  const counted =
    ask.kind === undefined
      ? [...all.stories, ...all.topicVideos, ...all.attachments, ...all.objects]
      : all[ask.kind];
  const [stories, topicVideos, attachments, objects, people, questions, facets] = await Promise.all(
    [
      showStories(sql, shown.stories.ids, words, sign),
      showTopicVideos(sql, shown.topicVideos.ids, words, sign),
      showAttachments(sql, shown.attachments.ids, words, [request, secret]),
      showObjects(sql, shown.objects.ids, words, [request, secret]),
      showPeople(sql, shown.people.ids, words),
      showQuestions(sql, shown.questions.ids, words),
      facetsOf(sql, counted, ask),
    ],
  );
  const counts = mapKinds((kind) => chosen[kind].length);
  return {
    items: stories,
    nextCursor: shown.stories.nextCursor,
    total: counts.stories,
    ...facets,
    topicVideos: { items: topicVideos, nextCursor: shown.topicVideos.nextCursor },
    attachments: { items: attachments, nextCursor: shown.attachments.nextCursor },
    objects: { items: objects, nextCursor: shown.objects.nextCursor },
    people: { items: people, nextCursor: shown.people.nextCursor },
    questions: { items: questions, nextCursor: shown.questions.nextCursor },
    counts,
    person,
    hasWords,
  };
}

/** What is shown of each kind: a page of the one that is asked for, or the first few of each. */
function pagesOf(chosen: Record<Kind, Match[]>, { kind, cursor }: Ask) {
  const from = readOffset(cursor);
  const listed = kind ?? 'stories';
  return mapKinds((one) => {
    const matches = chosen[one];
    if (one === listed) return slice(matches, from, pageSize);
    // The next page of stories is of stories alone.
    return kind === undefined && from === 0
      ? slice(matches, 0, previewSize)
      : { ids: [], nextCursor: null };
  });
}

function slice(matches: Match[], from: number, size: number) {
  const next = from + size;
  return {
    ids: matches.slice(from, next).map(({ id }) => id),
    nextCursor: next < matches.length ? String(next) : null,
  };
}
