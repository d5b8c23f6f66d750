import type { May, StoryListener } from '../../../web/contract.ts';
import { mayField, WhatTheyMay } from './what-they-may.tsx';

export type Someone = Pick<
  StoryListener,
  'listenerId' | 'name' | 'avatarUrl' | 'hasAccess' | 'may'
>;

/** The family and friends, and what each of them may do with one story. */
export function PeopleFields({ people }: { people: Someone[] }) {
  return (
    <div className="grid gap-5">
      {people.map((someone) => (
        <WhatTheyMay key={someone.listenerId} listener={someone} />
      ))}
    </div>
  );
}

/** What a form with these fields says of each; of whom it says nothing, what held before. */
export const namedIn = (values: Record<string, string>, people: Someone[]) =>
  people.map(({ listenerId, may }) => ({
    listenerId,
    may: (values[mayField(listenerId)] ?? may ?? 'none') as May,
  }));
