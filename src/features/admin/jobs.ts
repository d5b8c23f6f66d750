import { type Static, Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { ProblemError } from '../../server/errors.ts';
import { Nothing, Nullable, When } from '../../server/schemas.ts';

/** More than anybody reads; the counts are of all. */
const listed = 200;

const state = Type.Enum(['failed', 'retrying', 'running', 'waiting', 'later'], {
  description:
    'failed: it had its last attempt. retrying: an attempt failed, and another follows. later: not due yet.',
});
const Job = Type.Object({
  id: Type.String(),
  task: Type.String({ description: 'What is done, such as `videos.process`.' }),
  state,
  attempts: Type.Integer(),
  maxAttempts: Type.Integer(),
  runAt: When,
  createdAt: When,
  lastError: Nullable(Type.String()),
});
const Counts = Type.Object({
  failed: Type.Integer(),
  retrying: Type.Integer(),
  running: Type.Integer(),
  waiting: Type.Integer(),
  later: Type.Integer(),
});
const JobParams = Type.Object({ id: Type.String({ pattern: '^[0-9]{1,18}$' }) });

type JobRow = Omit<Static<typeof Job>, 'runAt' | 'createdAt'> & { runAt: Date; createdAt: Date };

/** Work in the background, for admins: what it is at, one more try, and giving up. */
export const jobsRoutes: Feature = () => async (app) => {
  app.get(
    '/admin/jobs',
    {
      schema: {
        summary: 'Work in the background: what failed first, then what waits',
        response: {
          200: Type.Object({
            items: Type.Array(Job, { description: `At most ${listed}.` }),
            counts: Counts,
          }),
        },
      },
    },
    (request) =>
      request.asAdmin(async (sql) => {
        const rows = await sql<JobRow>`
          select id, task, state, attempts, "maxAttempts", "runAt", "createdAt", left("lastError", 2000) as "lastError"
          from api.jobs()
          order by array_position('{failed,retrying,running,waiting,later}', state), "runAt", id
          limit ${listed}`;
        const counted = await sql<{ state: keyof Static<typeof Counts>; n: number }>`
          select state, count(*)::integer as n from api.jobs() group by state`;
        const none = { failed: 0, retrying: 0, running: 0, waiting: 0, later: 0 };
        return {
          items: rows.map(({ runAt, createdAt, ...row }) => ({
            ...row,
            runAt: runAt.toISOString(),
            createdAt: createdAt.toISOString(),
          })),
          counts: Object.assign(none, ...counted.map((row) => ({ [row.state]: row.n }))),
        };
      }),
  );

  app.post(
    '/admin/jobs/:id/retry',
    {
      schema: {
        summary: 'Try a job at once, and as often as a new one',
        description: '409 while it is under way.',
        params: JobParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const [answer] = await request.asAdmin(
        (sql) => sql<{ done: boolean | null }>`
          select (select api.retry_job(j.id) from api.jobs() j where j.id = ${id}) as done`,
      );
      mustBeDone(answer?.done);
      return reply.status(204).send(null);
    },
  );

  app.post(
    '/admin/jobs/:id/give-up',
    {
      schema: {
        summary: 'Give up a job',
        description:
          'It has one last attempt at once, which tells whom it concerns. One that had its last goes from the list. 409 while it is under way.',
        params: JobParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const [answer] = await request.asAdmin(
        (sql) => sql<{ done: boolean | null }>`
          select (select api.give_up_job(j.id) from api.jobs() j where j.id = ${id}) as done`,
      );
      mustBeDone(answer?.done);
      return reply.status(204).send(null);
    },
  );
};

/** null: there is no such job. false: it is under way. */
function mustBeDone(done: boolean | null | undefined): void {
  if (done === false) throw new ProblemError('wrong-state');
  if (done !== true) throw new ProblemError('not-found');
}
