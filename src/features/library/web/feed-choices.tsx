import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { followingQuery } from '../../notifications/web/queries.ts';
import { ChoiceNav, chipClass, chosen } from './choice-nav.tsx';
import { feedTopicsQuery } from './queries.ts';

/** Narrows the feed down to one storyteller or topic, where there is a choice. */
export function FeedChoices() {
  const { t } = useLingui();
  const { sharer, topic } = useSearch({ from: '/app/own/watch' });
  const following = useQuery(followingQuery).data?.items ?? [];
  const topics = useQuery(feedTopicsQuery).data?.items ?? [];
  const sharers = following.filter(({ hasAccess }) => hasAccess);
  const chosenTopic = topics.find(({ id }) => id === topic)?.title;
  return (
    <div className="mb-8 grid gap-4 empty:hidden">
      {(sharers.length > 1 || sharer !== undefined) && (
        <ChoiceNav label={t`Told by`}>
          <Chip sharer={undefined} topic={topic}>
            <Trans>Everybody</Trans>
          </Chip>
          {sharers.map(({ sharerId, name }) => (
            <Chip key={sharerId} sharer={sharerId} topic={topic}>
              {name ?? t`Someone without a name`}
            </Chip>
          ))}
        </ChoiceNav>
      )}
      {(topics.length > 1 || topic !== undefined) && (
        <details key={topic} open={topic !== undefined}>
          <summary className="inline-flex min-h-12 cursor-pointer items-center py-2 font-semibold text-thread underline underline-offset-4">
            {chosenTopic === undefined ? <Trans>Choose a topic</Trans> : chosenTopic}
          </summary>
          <div className="mt-3">
            <ChoiceNav label={t`Topic`}>
              <Chip sharer={sharer} topic={undefined}>
                <Trans>All topics</Trans>
              </Chip>
              {topics.map(({ id, title, stories, unseen }) => (
                <Chip key={id} sharer={sharer} topic={id}>
                  {title} ({unseen > 0 ? <Trans>{unseen} new</Trans> : stories})
                </Chip>
              ))}
            </ChoiceNav>
          </div>
        </details>
      )}
    </div>
  );
}

interface ChipProps {
  sharer: string | undefined;
  topic: string | undefined;
  children: ReactNode;
}

const Chip = ({ sharer, topic, children }: ChipProps) => (
  <Link to="/watch" search={{ sharer, topic }} activeOptions={chosen} className={chipClass}>
    {children}
  </Link>
);
