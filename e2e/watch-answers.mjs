// Loaded into a server before its program: every answer that browsers get from it is held against its
// OpenAPI document, as src/server/testing-answers.ts does in the tests of the API. What does not fit is
// written into the file that ANSWERS_LOG names.
import { appendFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';

const log = process.env.ANSWERS_LOG;
if (!log) throw new Error('ANSWERS_LOG must name a file for the answers that do not fit.');
const { watchAllAnswers } = await tsImport('../src/server/testing-answers.ts', import.meta.url);
watchAllAnswers((mismatch) => appendFileSync(log, `${mismatch}\n`));
