import { type AccessCase, accessTable } from '../testing/access-cases.ts';
import { denied, noClientMay } from './outcomes.ts';

/** Nobody grants themselves anything. */
const closed = (table: string, total: number): AccessCase[] => [
  {
    what: 'no client inserts',
    attempt: `insert into public."${table}" select * from public."${table}"`,
    expected: noClientMay('23505'),
  },
  {
    what: 'no client updates',
    attempt: `update public."${table}" set "updatedAt" = now()`,
    expected: noClientMay(total),
  },
  {
    what: 'no client deletes',
    attempt: `delete from public."${table}"`,
    expected: noClientMay(total),
  },
];

const bought = ['Subscription', 'SubscriptionEntitlement', 'Purchase'].map((table) =>
  accessTable(table, [
    {
      what: 'is read by oneself alone',
      see: `select id from public."${table}"`,
      expected: {
        rest: '',
        anon: denied,
        owner: `owner${table}`,
        other: `other${table}`,
        admin: `other${table} owner${table}`,
        service: `other${table} owner${table}`,
      },
    },
    ...closed(table, 2),
  ]),
);

const offered = ['Product', 'Entitlement', 'Offering', 'Package'].map((table) =>
  accessTable(table, [
    {
      what: 'is read by everybody who is signed in',
      see: `select id from public."${table}"`,
      expected: { rest: table.toLowerCase(), anon: denied, nobody: '' },
    },
    ...closed(table, 1),
  ]),
);

export const purchases = [...bought, ...offered];
