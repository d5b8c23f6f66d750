import pg from 'pg';
import { installObjectCategories } from '../features/attachments/object-categories.ts';
import { installStarterLibrary } from '../features/prompts/starter-library.ts';

/** Puts the starter library into a database without any question; others are left as they are. */
export async function installQuestions(
  ownerUrl: string,
  note: (text: string) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await installObjectCategories((text, values) => client.query(text, values));
    const { rowCount } = await client.query('select from public."Prompt" limit 1');
    if (rowCount !== 0) return note('already there');
    await client.query('begin');
    const { topics, prompts } = await installStarterLibrary((text, values) =>
      client.query(text, values),
    );
    await client.query('commit');
    note(`${prompts} in ${topics} topics`);
  } finally {
    // Whatever was not committed is rolled back.
    await client.end();
  }
}
