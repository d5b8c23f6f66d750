import { accessTable } from '../testing/access-cases.ts';
import { people, rows } from '../testing/personas.ts';
import { denied } from './outcomes.ts';

/** Admins alone. The service has no business here, as with every view. */
const adminsAlone = (outcome: number | string) => ({ rest: denied, admin: outcome });

export const curating = [
  accessTable('api.curated_prompt', [
    {
      what: 'shows admins every question',
      see: 'select id from api.curated_prompt',
      expected: adminsAlone('question'),
    },
    {
      what: 'and every topic',
      see: 'select id from api.curated_category',
      expected: adminsAlone('topic'),
    },
  ]),
  accessTable('what was told of', [
    {
      what: 'is kept from admins too: a question',
      attempt: `select api.remove_prompt('${rows.question}')`,
      expected: adminsAlone('55000'),
    },
    {
      what: 'is kept from admins too: a topic',
      attempt: `select api.remove_prompt_category('${rows.topic}')`,
      expected: adminsAlone('55000'),
    },
    {
      what: 'is not there',
      attempt: `select api.remove_prompt('${rows.topic}')`,
      expected: adminsAlone('P0002'),
    },
  ]),
  accessTable('api.admin_log', [
    {
      what: 'is for admins alone',
      attempt: 'select from api.admin_log',
      expected: adminsAlone(0),
    },
  ]),
  accessTable('people, for admins', [
    ...['person_for_admins', 'person_numbers'].map((view) => ({
      what: `api.${view} is for admins alone`,
      see: `select id from api.${view} where id = '${people.owner}'`,
      expected: adminsAlone('owner'),
    })),
    {
      what: 'what storytellers sent is for admins alone',
      see: `select id from api.sharer_storage where id = '${rows.sharer}'`,
      expected: adminsAlone('sharer'),
    },
    {
      what: 'who pays is for admins alone',
      see: `select id from api.subscriber where id = '${rows.sharer}'`,
      expected: adminsAlone('sharer'),
    },
    {
      what: 'how they sign in is for admins alone',
      attempt: `select from api.sign_in_states(array['${people.owner}']::uuid[])`,
      expected: adminsAlone(1),
    },
    {
      what: 'an admin makes another',
      attempt: `select api.make_admin('${people.stranger}')`,
      expected: adminsAlone(1),
    },
    ...['unmake_admin', 'suspend_person', 'restore_person'].flatMap((act) => [
      {
        what: `is for admins alone: ${act}`,
        attempt: `select api.${act}('${people.stranger}')`,
        expected: adminsAlone(1),
      },
      {
        what: `is not done to oneself: ${act}`,
        attempt: `select api.${act}('${people.admin}')`,
        expected: adminsAlone('55000'),
      },
      {
        what: `is not done to nobody: ${act}`,
        attempt: `select api.${act}('${rows.topic}')`,
        expected: adminsAlone('P0002'),
      },
    ]),
    {
      what: 'a mail to them is for admins alone',
      attempt: `select api.mail_person('${people.stranger}', 'person.password', 'x', 'y', false)`,
      expected: adminsAlone(1),
    },
    {
      what: 'nobody else writes down what admins do',
      attempt: `select private.note_admin_act('x', null, null)`,
      expected: adminsAlone(1),
    },
  ]),
  accessTable('what services told, and their keys', [
    {
      what: 'are for admins alone',
      attempt: 'select from api.webhook',
      expected: adminsAlone(0),
    },
    ...['take_webhook_again', 'send_mail_again', 'refresh_subscription_of'].map((act) => ({
      what: `of nothing are not there: ${act}`,
      attempt: `select api.${act}('${rows.topic}')`,
      expected: adminsAlone('P0002'),
    })),
    {
      what: 'are kept by admins alone, where the vault is open',
      attempt: `select api.keep_settings('{"MUX_TOKEN_ID": "x"}')`,
      expected: adminsAlone('55000'),
    },
    {
      what: 'have names of settings',
      attempt: `select api.keep_settings('{"a name": "x"}')`,
      expected: adminsAlone('22023'),
    },
    {
      what: 'are read at start, where the vault is open',
      attempt: 'select from private.entered_settings()',
      expected: { rest: denied, service: 0 },
    },
    {
      what: 'that could not be taken are kept by the server alone',
      attempt: `select private.note_failed_mux_event('{"type": "x"}', 'y')`,
      expected: { rest: denied, service: 1 },
    },
  ]),
  accessTable('the queue', [
    ...['api.jobs()', 'api.retry_job(1)', 'api.give_up_job(1)'].map((call) => ({
      what: `is for admins alone: ${call}`,
      attempt: `select ${call}`,
      // who may ask learns that no worker has made its queue in this database
      expected: adminsAlone(call === 'api.retry_job(1)' ? '3F000' : '42P01'),
    })),
  ]),
];
