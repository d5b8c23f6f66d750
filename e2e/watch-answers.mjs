// Loaded into a server before its program: every answer that browsers get from it is held against its
// OpenAPI document, as src/server/testing-answers.ts does in the tests of the API. What does not fit is
// written into the file that ANSWERS_LOG names.
import { appendFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';

const { watchAllAnswers } = await tsImport('../src/server/testing-answers.ts', import.meta.url);
watchAllAnswers((mismatch) => appendFileSync(process.env.ANSWERS_LOG, `${mismatch}\n`));
