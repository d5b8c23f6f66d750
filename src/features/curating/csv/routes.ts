import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { type Static, Type } from 'typebox';
import type { Feature } from '../../../server/deps.ts';
import { ProblemError } from '../../../server/errors.ts';
import { readSheet } from './file.ts';
import { exportSheet, type Plan, planDigest, planImport } from './plan.ts';
import { reasons, SheetProblem } from './problem.ts';
import { type SheetTable, sheetTables } from './sheets.ts';

const maxBytes = 4 * 1024 ** 2;
/** How many lines an answer names; the counts are of all. */
const named = 200;

const Change = Type.Object({
  line: Type.Integer(),
  name: Type.String({ description: 'The question or topic.' }),
  isNew: Type.Boolean(),
  changed: Type.Array(Type.String(), { description: 'Columns; none for what is new.' }),
});
const Look = Type.Object({
  plan: Type.String({ description: 'Say this to put in what was seen.' }),
  added: Type.Integer(),
  changed: Type.Integer(),
  same: Type.Integer(),
  changes: Type.Array(Change, { description: `The first ${named}, in the order of the file.` }),
  problemCount: Type.Integer(),
  problems: Type.Array(SheetProblem, { description: `The first ${named}.` }),
});
const Done = Type.Object({ added: Type.Integer(), changed: Type.Integer(), same: Type.Integer() });

/** Questions, topics and kinds of things, to and from the sheets of a spreadsheet. */
export const sheetRoutes: Feature = () => async (app) => {
  app.addHook('onRequest', async ({ sessionToken }) => {
    // before the body is read: strangers fill no memory
    if (sessionToken === null) throw new ProblemError('unauthenticated');
  });
  app.addContentTypeParser(
    'text/csv',
    { parseAs: 'buffer', bodyLimit: maxBytes },
    (_request, body, done) => done(null, body),
  );
  for (const table of sheetTables) await app.register(routesOf(table));
};

const routesOf =
  (table: SheetTable): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { path, holds, fileName } = table;
    app.get(
      `/admin/${path}.csv`,
      {
        schema: {
          summary: `All ${holds} as a CSV file`,
          description:
            'UTF-8 with a byte order mark. A cell that a spreadsheet would run as a formula begins with an apostrophe.',
          produces: ['text/csv'],
          response: { 200: Type.String() },
        },
      },
      async (request, reply) => {
        const text = await request.asAdmin(async (sql) => exportSheet(await table.open(sql)));
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="${fileName}"`)
          .header('cache-control', 'private, no-store')
          .send(text);
      },
    );

    app.post(
      `/admin/${path}/import/look`,
      {
        bodyLimit: maxBytes,
        schema: {
          summary: `What a CSV file of ${holds} would change; nothing is changed`,
          description:
            'A line with an id is that one, a line without is the one that is called so, or else it is new. Columns that are not in the file stay as they are.',
          consumes: ['text/csv'],
          response: { 200: Look },
        },
      },
      (request) =>
        request.asAdmin(async (sql) =>
          lookOf(planImport(await table.open(sql), file(request.body))),
        ),
    );

    app.post(
      `/admin/${path}/import`,
      {
        bodyLimit: maxBytes,
        schema: {
          summary: `Put in a CSV file of ${holds}, all of it or nothing`,
          problems: ['changed-meanwhile'],
          description: '412 where it would do something else by now than what was seen.',
          consumes: ['text/csv'],
          querystring: Type.Object({ plan: Type.String({ maxLength: 100 }) }),
          response: { 200: Done },
        },
      },
      (request) =>
        request.asAdmin(async (sql) => {
          await table.hold(sql);
          const plan = planImport(await table.open(sql), file(request.body));
          refuseProblems(plan);
          if (planDigest(plan) !== request.query.plan) throw new ProblemError('changed-meanwhile');
          await table.put(sql, plan);
          return { added: plan.added.length, changed: plan.changed.length, same: plan.same };
        }),
    );
  };

const file = (body: unknown) => readSheet(Buffer.isBuffer(body) ? body : new Uint8Array());

function lookOf(plan: Plan): Static<typeof Look> {
  const changes = [...plan.added, ...plan.changed].sort((a, b) => a.line - b.line);
  return {
    plan: planDigest(plan),
    added: plan.added.length,
    changed: plan.changed.length,
    same: plan.same,
    changes: changes.slice(0, named).map(({ line, row, changed }) => ({
      line,
      name: String(row.question ?? row.category),
      isNew: changed.length === 0,
      changed,
    })),
    problemCount: plan.problems.length,
    problems: plan.problems.slice(0, named),
  };
}

function refuseProblems({ problems }: Plan): void {
  if (problems.length === 0) return;
  throw new ProblemError('invalid', {
    errors: problems.slice(0, named).map(({ line, column, reason }) => ({
      field: column === null ? `line ${line}` : `line ${line}, ${column}`,
      message: reasons[reason],
    })),
  });
}
