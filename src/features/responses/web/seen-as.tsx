import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { TextLink } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import type { StoryDetail, StoryListener } from '../../../web/contract.ts';
import { audienceQuery } from './queries.ts';

interface SeenAsProps {
  story: StoryDetail;
  /** A listener's row, as in GET /listeners. */
  as: string;
  /** The page as a listener has it. */
  children: ReactNode;
}

/** A story as one of the listeners has it: whose eyes these are, the way back, and what there is to see. */
export function SeenAs({ story, as, children }: SeenAsProps) {
  const { t } = useLingui();
  const { items } = useSuspenseQuery(audienceQuery(story.id)).data;
  const name = nameOf(items, as) ?? t`Someone without a name`;
  const sees = items.some(({ listenerId, sees }) => listenerId === as && sees);
  return (
    <>
      <Notice
        title={
          sees ? (
            <Trans>This is how {name} sees it</Trans>
          ) : (
            <Trans>{name} does not see this story</Trans>
          )
        }
      >
        <p>
          <TextLink to="/stories/$storyId" params={{ storyId: story.id }}>
            <Trans>Back to how you see it</Trans>
          </TextLink>
        </p>
      </Notice>
      {sees && <div className="mt-8">{children}</div>}
    </>
  );
}

const nameOf = (items: StoryListener[], id: string) =>
  items.find(({ listenerId }) => listenerId === id)?.name;
