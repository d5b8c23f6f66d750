import { accessTable } from '../testing/access-cases.ts';
import { rows } from '../testing/personas.ts';
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
  accessTable('the queue', [
    ...['api.jobs()', 'api.retry_job(1)', 'api.give_up_job(1)'].map((call) => ({
      what: `is for admins alone: ${call}`,
      attempt: `select ${call}`,
      // who may ask learns that no worker has made its queue in this database
      expected: adminsAlone(call === 'api.retry_job(1)' ? '3F000' : '42P01'),
    })),
  ]),
];
