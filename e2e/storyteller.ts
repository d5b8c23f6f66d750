import { Browser } from '../src/server/testing-browser.ts';
import type { RunningTelloom } from './telloom.ts';

export interface Storyteller {
  browser: Browser;
  personId: string;
  /** The question that is asked next. */
  promptId: string;
}

/** The first admin, who also tells, by the API alone. */
export async function firstAdminTells({
  port,
  url,
  setupLink,
}: Pick<RunningTelloom, 'port' | 'url' | 'setupLink'>): Promise<Storyteller> {
  const browser = new Browser(`http://127.0.0.1:${port}`, url);
  const token = new URL(setupLink).searchParams.get('token');
  const account = { name: 'Rosa', email: 'rosa@example.com', password: 'a loom in the attic' };
  const made = await browser.post('/setup', { token, ...account });
  if (made.status !== 201) throw new Error(`no first admin: ${made.status}`);
  await browser.post('/me/sharer');
  const [{ body: me }, { body: next }] = [
    await browser.get('/me'),
    await browser.get('/prompts/next'),
  ];
  return { browser, personId: me.id, promptId: next.prompt.id };
}
