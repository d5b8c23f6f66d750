import type { ReactNode } from 'react';
import { StoryCard, type StoryCardProps } from '../../../web/components/story-card.tsx';
import type { Story } from '../../../web/contract.ts';

export interface StoryGridProps<T extends Story> {
  stories: T[];
  card?: (story: T) => Partial<StoryCardProps>;
  /** Below a card. */
  below?: (story: T) => ReactNode;
}

/** Stories as cards, as many beside each other as there is room for. */
export function StoryGrid<T extends Story>({ stories, card, below }: StoryGridProps<T>) {
  return (
    <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
      {stories.map((story) => (
        <li key={story.id} className="grid content-start gap-2">
          <StoryCard story={story} showSharer {...card?.(story)} />
          {below?.(story)}
        </li>
      ))}
    </ul>
  );
}
