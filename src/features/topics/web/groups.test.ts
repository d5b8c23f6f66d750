import { expect, test } from 'vitest';
import type { Topic } from '../../../web/contract.ts';
import { sortTopics } from './groups.ts';

const topic = (id: string, about: Partial<Topic> = {}): Topic => ({
  ...{ id, title: id, description: null, theme: null, questions: 4, told: 0 },
  ...{ favorite: false, queuedAt: null },
  ...about,
});

test('each topic is in one group: to tell next before begun, before favourite', () => {
  const groups = sortTopics(
    [
      topic('fresh'),
      topic('later', { queuedAt: '2026-11-02T00:00:00.000Z', told: 1 }),
      topic('told', { told: 4, favorite: true, queuedAt: '2026-11-01T00:00:00.000Z' }),
      topic('begun', { told: 1, favorite: true }),
      topic('favourite', { favorite: true }),
      topic('sooner', { queuedAt: '2026-11-01T00:00:00.000Z', favorite: true }),
      topic('without questions', { questions: 0 }),
    ],
    ({ queuedAt }) => queuedAt !== null,
  );
  const ids = Object.entries(groups).map(([name, some]) => [name, some.map(({ id }) => id)]);
  expect(Object.fromEntries(ids)).toEqual({
    next: ['sooner', 'later'],
    begun: ['begun'],
    favorite: ['favourite'],
    fresh: ['fresh', 'without questions'],
    told: ['told'],
  });
});
