import { accessTable } from '../testing/access-cases.ts';

const denied = '42501';

const search = accessTable('api.search_stories', [
  ...[
    `select id from api.search_stories('kitchen', 'en', 100)`,
    // where it takes its candidates from, which is a definer
    `select c from private.search_candidates(private.to_query('en', 'kitchen'), 100) c`,
  ].map((see) => ({
    what: `finds what one may read: ${see}`,
    see,
    expected: {
      rest: '',
      anon: denied,
      nobody: '',
      listener: 'publicResponse',
      reader: 'customResponse publicResponse',
      writer: 'customResponse publicResponse',
      executor: 'customResponse privateResponse publicResponse',
      owner: 'customResponse privateResponse publicResponse',
      other: 'otherResponse',
      admin: 'customResponse otherResponse privateResponse publicResponse',
      service: denied,
    },
  })),
]);

/** What lies beside stories follows them: photos with Ana in them, pans, and Ana herself. */
const belongings = accessTable('search beside stories', [
  ...(
    [
      ['Attachment', `select id from api.search('ana', 'en', 100) where kind = 'attachments'`],
      ['Attachment', `select c from private.attachment_candidates('ana', 100) c`],
      ['Object', `select id from api.search('pans', 'en', 100) where kind = 'objects'`],
      ['Object', `select c from private.object_candidates('pan', 100) c`],
      ['Tag', `select id from private.find_people('{ana}', 100, null) where not teller`],
      ['Tag', `select id from private.person_candidates('{ana}', 100)`],
    ] as const
  ).map(([of, see]) => {
    const ones = (...kinds: string[]) => kinds.map((kind) => `${kind}${of}`).join(' ');
    const own = { Attachment: [], Object: ['owner'], Tag: ['loose'] }[of];
    const family = ones(...[...own, 'custom', 'private', 'public'].sort());
    return {
      what: `shows what one may see: ${see}`,
      see,
      expected: {
        rest: '',
        anon: denied,
        nobody: '',
        // who tells nothing keeps things all the same
        listener: of === 'Object' ? 'listenerObject publicObject' : ones('public'),
        reader: ones('custom', 'public'),
        writer: ones('custom', 'public'),
        executor: family,
        owner: family,
        other: ones('other'),
        otherListener: ones('other'),
        admin: denied,
        service: denied,
      },
    };
  }),
  {
    what: 'storytellers are found by those who hear them',
    see: `select id from private.find_people('{owner}', 100, null) where teller`,
    expected: {
      rest: '',
      anon: denied,
      listener: 'sharer',
      // who may watch no story of theirs hears them all the same
      none: 'sharer',
      reader: 'sharer',
      writer: 'sharer',
      executor: 'sharer',
      owner: 'sharer',
      admin: denied,
      service: denied,
    },
  },
  {
    what: 'questions are for who tells, and has not told them',
    see: `select id from api.search('childhood', 'en', 100) where kind = 'questions'`,
    expected: { rest: '', anon: denied, admin: denied, service: denied },
  },
]);

export const searches = [search, belongings];
