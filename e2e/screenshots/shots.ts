import type { Page } from 'playwright-core';

type Who = 'nobody' | 'rosa' | 'otto' | 'anna' | 'ben' | 'karl' | 'ada';

export interface Shot {
  who: Who;
  name: string;
  /** Where it is, by what the API says to whoever looks. */
  path: string | ((page: Page) => Promise<string>);
  /** What is done there before the picture is taken. */
  first?: (page: Page) => Promise<unknown>;
  /** Stands in the README: so much of it as a window shows. */
  readme?: { size: 'phone' | 'desk'; scheme: 'light' | 'dark' };
}

interface Found {
  id: string;
  question?: string | null;
}

const ask = <T>(page: Page, path: string): Promise<T> =>
  page.evaluate(async (at) => (await fetch(`/api/v1${at}`)).json(), path);

/** The address of the first thing in a list of the API, or of the one whose question has these words. */
const one =
  (list: string, at: (id: string) => string, words = '') =>
  async (page: Page) => {
    const { items } = await ask<{ items: Found[] }>(page, list);
    const found = items.find(({ question }) => (question ?? '').includes(words));
    if (!found) throw new Error(`${list} has nothing with “${words}”`);
    return at(found.id);
  };

const story = (list: string, words: string, then = '') =>
  one(list, (id) => `/stories/${id}${then}`, words);
const asked = (path: string, then: string) => async (page: Page) => {
  const { prompt } = await ask<{ prompt: { id: string } }>(page, path);
  return then.replace('$', prompt.id);
};
const forRosa = (path: string) => async (page: Page) => {
  const { items } = await ask<{ items: Found[] }>(page, '/looked-after');
  return `/for/${items[0]?.id}${path}`;
};
const topics = (at: string) => async (page: Page) => {
  const { items } = await ask<{ items: { id: string; title: string }[] }>(page, '/topics');
  return at.replace('$', items.find(({ title }) => title.includes('table'))?.id ?? '');
};

/** Goes on where she left off, until there is something to read along. */
async function watchOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Go on from/ }).click();
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 15);
  await page.evaluate(() => {
    document.querySelector('video')?.pause();
    scrollTo(0, 200);
  });
}

const inHand = (scheme: 'light' | 'dark') => ({ size: 'phone', scheme }) as const;
const onDesk = (scheme: 'light' | 'dark') => ({ size: 'desk', scheme }) as const;

/** Every page of every role. */
export const shots: Shot[] = [
  { who: 'nobody', name: 'sign-in', path: '/sign-in' },
  { who: 'nobody', name: 'sign-up', path: '/sign-up' },
  { who: 'nobody', name: 'forgot', path: '/forgot' },
  { who: 'rosa', name: 'home', path: '/', readme: inHand('light') },
  { who: 'rosa', name: 'record', path: asked('/prompts/next', '/record/$') },
  { who: 'rosa', name: 'upload', path: asked('/prompts/next', '/upload/$') },
  { who: 'rosa', name: 'topics', path: '/topics' },
  { who: 'rosa', name: 'topic', path: topics('/topics/$') },
  { who: 'rosa', name: 'topic-video', path: one('/topic-videos', (id) => `/topic-videos/${id}`) },
  {
    who: 'rosa',
    name: 'topic-video-trim',
    path: one('/topic-videos', (id) => `/topic-videos/${id}/trim`),
  },
  { who: 'rosa', name: 'stories', path: '/stories' },
  { who: 'rosa', name: 'story', path: story('/responses', 'best bread') },
  { who: 'rosa', name: 'story-chosen', path: story('/responses', 'Tuesday') },
  { who: 'rosa', name: 'words', path: story('/responses', 'best bread', '/words') },
  { who: 'rosa', name: 'trim', path: story('/responses', 'best bread', '/trim') },
  { who: 'rosa', name: 'voice-alone', path: story('/responses', 'kind to you') },
  { who: 'rosa', name: 'photos', path: '/photos', readme: inHand('light') },
  { who: 'rosa', name: 'photo', path: one('/attachments?kind=photo', (id) => `/photos/${id}`) },
  { who: 'rosa', name: 'objects', path: '/objects' },
  { who: 'rosa', name: 'object', path: one('/objects', (id) => `/objects/${id}`) },
  { who: 'rosa', name: 'family', path: '/family' },
  { who: 'rosa', name: 'keeper', path: '/keeper' },
  { who: 'rosa', name: 'log', path: '/log' },
  { who: 'rosa', name: 'account', path: '/account' },
  { who: 'otto', name: 'home', path: '/' },
  { who: 'otto', name: 'family', path: '/family' },
  { who: 'otto', name: 'news', path: '/news' },
  { who: 'anna', name: 'watch', path: '/watch', readme: onDesk('light') },
  { who: 'anna', name: 'story', path: story('/feed', 'best bread') },
  {
    who: 'anna',
    name: 'story-begun',
    path: story('/feed', 'longest trip'),
    first: watchOn,
    readme: onDesk('dark'),
  },
  { who: 'anna', name: 'topic-video', path: one('/topic-videos', (id) => `/topic-videos/${id}`) },
  { who: 'anna', name: 'favorites', path: '/watch/favorites' },
  { who: 'anna', name: 'lately', path: '/watch/lately' },
  { who: 'anna', name: 'search', path: '/search?q=oranges', readme: inHand('dark') },
  { who: 'anna', name: 'news', path: '/news' },
  { who: 'anna', name: 'downloads', path: '/downloads' },
  { who: 'anna', name: 'account', path: '/account' },
  { who: 'ben', name: 'watch', path: '/watch' },
  { who: 'karl', name: 'looked-after', path: '/looked-after' },
  { who: 'karl', name: 'home', path: forRosa('/') },
  { who: 'karl', name: 'stories', path: forRosa('/stories') },
  { who: 'karl', name: 'log', path: forRosa('/log') },
  { who: 'ada', name: 'overview', path: '/admin' },
  { who: 'ada', name: 'health', path: '/admin/health' },
  { who: 'ada', name: 'jobs', path: '/admin/jobs' },
  { who: 'ada', name: 'mail', path: '/admin/mail' },
  { who: 'ada', name: 'log', path: '/admin/log' },
  { who: 'ada', name: 'questions', path: '/admin/questions' },
  { who: 'ada', name: 'topics', path: '/admin/topics' },
  { who: 'ada', name: 'kinds', path: '/admin/kinds' },
  { who: 'ada', name: 'sheets', path: '/admin/sheets' },
  { who: 'ada', name: 'roles', path: '/roles' },
];
