import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { AudioLines, Lock, Users } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { ListWatched } from '../../features/library/web/list-watched.ts';
import type { Story } from '../contract.ts';
import { useFormat } from '../format.ts';
import { Cloth } from './cloth.tsx';
import { usePrivacyWords, useStatusWords } from './story-words.ts';

export interface StoryCardProps {
  story: Story;
  /** Whose story it is, for whoever follows several people. */
  showSharer?: boolean;
  /** Who may watch it, for whoever told it. */
  showPrivacy?: boolean;
  /** The level of its heading: 2 right below the page's own. */
  level?: 2 | 3;
  /** Not watched yet. */
  isNew?: boolean;
  /** Out of which list it is watched, where another story follows in it. */
  list?: ListWatched;
}

/** A story in a list: picture, question, who, when, how long. The whole card is one link. */
export function StoryCard({
  story,
  showSharer,
  showPrivacy,
  level = 2,
  isNew,
  list,
}: StoryCardProps) {
  const format = useFormat();
  const status = useStatusWords()(story);
  const Heading = `h${level}` as const;
  return (
    <article className="hairline group relative flex flex-col overflow-hidden rounded-card bg-card transition-colors duration-150 has-[a:hover]:border-edge">
      <Poster story={story}>
        {isNew && (
          <span className="absolute top-3 left-3 rounded-md bg-thread px-3 py-1 text-small font-semibold text-thread-ink">
            <Trans>New</Trans>
          </span>
        )}
        {story.duration !== null && story.videoStatus === 'READY' && (
          <span className="absolute right-3 bottom-3 rounded-md bg-ink px-3 py-1 text-small text-paper">
            {format.length(story.duration)}
          </span>
        )}
      </Poster>
      <div className="grid content-start gap-2 p-5">
        <Heading className="text-large">
          <Link
            to="/stories/$storyId"
            params={{ storyId: story.id }}
            search={list}
            className="no-underline after:absolute after:inset-0 after:rounded-card group-hover:underline group-hover:decoration-1 group-hover:underline-offset-4"
          >
            {story.question}
          </Link>
        </Heading>
        <p className="text-ink-soft">
          {showSharer && story.sharer.name && (
            <span className="font-semibold text-ink">{story.sharer.name} · </span>
          )}
          <span className="whitespace-nowrap">
            {format.date(story.dateRecorded ?? story.createdAt)}
          </span>
        </p>
        {status && <p className="font-semibold text-careful">{status}</p>}
        {showPrivacy && <Privacy story={story} />}
      </div>
    </article>
  );
}

function Poster({ story, children }: { story: Story; children: ReactNode }) {
  const { poster } = story;
  const [gone, setGone] = useState<string>();
  return (
    <div className="relative aspect-video overflow-hidden bg-sunk">
      {poster && poster !== gone ? (
        <img
          src={poster}
          alt=""
          loading="lazy"
          className="size-full object-cover"
          onError={() => setGone(poster)}
        />
      ) : (
        <Cloth />
      )}
      {story.hasPicture === false && (
        <span className="absolute inset-0 flex items-center justify-center gap-3 font-semibold">
          <AudioLines aria-hidden="true" className="size-8 text-thread" />
          <Trans>Told by voice</Trans>
        </span>
      )}
      {children}
    </div>
  );
}

function Privacy({ story }: { story: Story }) {
  const words = usePrivacyWords();
  const Icon = story.privacyLevel === 'Private' ? Lock : Users;
  return (
    <p className="flex items-center gap-2 text-ink-soft">
      <Icon aria-hidden="true" className="size-[1.1em]" />
      {words[story.privacyLevel].label}
    </p>
  );
}
