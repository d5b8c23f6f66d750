import { accessTable } from '../testing/access-cases.ts';
import { people, rows } from '../testing/personas.ts';
import { denied } from './outcomes.ts';

const everything = 'keeperEntry otherEntry writerEntry';

const log = accessTable('SharerLogEntry', [
  {
    what: 'is read by its storyteller; by a keeper, what they did themselves',
    see: 'select id from public."SharerLogEntry"',
    expected: {
      rest: '',
      anon: denied,
      owner: 'keeperEntry writerEntry',
      executor: 'keeperEntry',
      // who may write in a story of hers does not read what was written down of it
      writer: '',
      other: 'otherEntry',
      otherExecutor: 'otherEntry',
      admin: everything,
      service: everything,
    },
  },
  {
    what: 'nobody writes into it by hand',
    attempt: `insert into public."SharerLogEntry" ("profileSharerId", "actorId", "actedAs", action, thing)
      values ('${rows.sharer}', '${people.executor}', 'EXECUTOR', 'UPDATE', 'story')`,
    expected: { rest: denied },
  },
  {
    what: 'nobody changes it',
    attempt: `update public."SharerLogEntry" set name = 'something else'`,
    expected: { rest: denied },
  },
  {
    what: 'nobody takes anything out of it',
    attempt: 'delete from public."SharerLogEntry"',
    expected: { rest: denied },
  },
]);

const lookedAfter = accessTable('api.looked_after', [
  {
    what: 'is whom one looks after',
    see: 'select id from api.looked_after',
    expected: {
      rest: '',
      anon: denied,
      executor: 'sharer',
      otherExecutor: 'otherSharer',
      admin: denied,
      service: denied,
    },
  },
]);

export const sharerLog = [log, lookedAfter];
