import { type FileHandle, open } from 'node:fs/promises';
import { Problem } from '../../db/embedded/problem.ts';
import { formatReport } from '../../db/import/report.ts';
import { importDatabase } from '../../db/import.ts';
import { parseConfig } from '../config.ts';
import { objectCategoryIds } from '../features/attachments/object-categories.ts';
import { promptId, starterLibrary, topicId } from '../features/prompts/starter-library.ts';
import type { Given } from './commands.ts';

/**
 * `telloom import --from postgres://… [--report file.json]`: moves a Telloom database into the
 * empty one in DATABASE_URL, and says what became of every row.
 */
export async function importCommand(
  env: NodeJS.ProcessEnv,
  { from, report }: Given,
): Promise<number> {
  const { databaseUrl } = parseConfig(env);
  if (!from || !/^postgres(ql)?:\/\//.test(from)) {
    throw new Problem('Say which database to import: telloom import --from postgres://….');
  }
  if (databaseUrl === null) {
    throw new Problem('DATABASE_URL is not set: give the address of the database to import into.');
  }
  if (from === databaseUrl) {
    throw new Problem('--from and DATABASE_URL are the same database.');
  }
  // Opened first: a report that cannot be written should be known before anything is imported.
  const file = report ? await openReport(report) : null;
  try {
    const result = await importDatabase({ from, to: databaseUrl, own: starterRows() });
    process.stdout.write(formatReport(result));
    await file?.writeFile(`${JSON.stringify(result, null, 2)}\n`);
  } finally {
    await file?.close();
  }
  return 0;
}

async function openReport(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'w', 0o600);
  } catch (cause) {
    throw new Problem(`The report cannot be written to ${path}.`, { cause });
  }
}

function starterRows(): Record<string, string[]> {
  const library = starterLibrary();
  return {
    ObjectCategory: objectCategoryIds(),
    PromptCategory: library.map(({ slug }) => topicId(slug)),
    Prompt: library.flatMap(({ slug, prompts }) => prompts.map(({ text }) => promptId(slug, text))),
  };
}
