import { accessTable } from '../testing/access-cases.ts';
import { rows } from '../testing/personas.ts';
import { denied } from './outcomes.ts';

const audience = (what: string, response: string, asked: string, seen: string) => ({
  what,
  see: `select ${asked} from api.story_audience('${response}')`,
  expected: {
    rest: 'P0002',
    anon: denied,
    executor: seen,
    owner: seen,
    admin: denied,
    service: denied,
  },
});
const everybody = 'keeperRow listenerRow noneRow readerRow revokedRow writerRow';
const whoSees = `case when sees then "listenerId"::text else '-' end`;

export const audiences = [
  accessTable('api.story_audience', [
    audience('names all listeners', rows.publicResponse, '"listenerId"', everybody),
    audience(
      'of a Public story, those see it who are not kept from it',
      rows.publicResponse,
      whoSees,
      '- - keeperRow listenerRow readerRow writerRow',
    ),
    audience(
      'of a Custom one, those who are named',
      rows.customResponse,
      whoSees,
      '- - - - readerRow writerRow',
    ),
    audience('of a Private one, nobody', rows.privateResponse, whoSees, '- - - - - -'),
    {
      what: 'leaves the caller who they are',
      see: `select distinct private.uid() from api.story_audience('${rows.publicResponse}')`,
      expected: {
        rest: 'P0002',
        anon: denied,
        executor: 'executor',
        owner: 'owner',
        admin: denied,
        service: denied,
      },
    },
  ]),
];
