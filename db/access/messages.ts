import { type AccessCase, accessTable, type Expected } from '../testing/access-cases.ts';
import { rows } from '../testing/personas.ts';
import { denied } from './outcomes.ts';

const { sharer, otherSharer } = rows;

const send = (
  what: string,
  topic: string,
  expected: Omit<Expected, 'rest'>,
  extension = 'broadcast',
): AccessCase => ({
  what,
  attempt: `insert into realtime.messages (topic, extension, event, payload, private)
    values ('${topic}', '${extension}', 'news', '{}', true)`,
  expected: { rest: denied, service: 1, ...expected },
});

/** Messages to topics, as /realtime/v1 asks about them. */
export const messages = [
  accessTable('realtime.messages', [
    {
      what: 'are heard by everyone around a storyteller',
      see: 'select id from realtime.messages',
      expected: {
        rest: '',
        listener: 'familyMessage',
        none: 'familyMessage',
        reader: 'familyMessage',
        writer: 'familyMessage',
        executor: 'familyMessage',
        owner: 'familyMessage',
        other: 'otherMessage',
        admin: denied,
        service: 'familyMessage familyPresence looseMessage otherMessage',
      },
    },
    send('are sent by managers', `sharer:${sharer}`, { executor: 1, owner: 1 }),
    send('to their own storyteller', `sharer:${otherSharer}`, { other: 1 }),
    send('of the kind that is offered', `sharer:${sharer}`, {}, 'presence'),
    ...['room', 'sharer:', 'sharer:null', `sharer:${sharer} `, `sharer:sharer:${sharer}`].map(
      (topic) => send(`not to a topic without a rule: ${topic}`, topic, {}),
    ),
    {
      what: 'stay as they were sent',
      attempt: `update realtime.messages set event = 'other'`,
      expected: { rest: 0, admin: denied, service: 4 },
    },
    {
      what: 'are taken back by nobody',
      attempt: 'delete from realtime.messages',
      expected: { rest: denied },
    },
  ]),
];
