import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Avatar } from '../../../web/components/avatar.tsx';
import { LinkButton } from '../../../web/components/links.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import type { StoryListener } from '../../../web/contract.ts';
import { audienceQuery } from './queries.ts';
import { useMayWords } from './what-they-may.tsx';

/** Each of the family and friends: whether they see the story now, whether they watched it, and as what. */
export function Audience({ storyId }: { storyId: string }) {
  const { t } = useLingui();
  const listeners = useSuspenseQuery(audienceQuery(storyId)).data.items;
  if (listeners.length === 0) return null;
  return (
    <div className="mt-6">
      <Rows>
        {listeners.map((listener) => {
          const name = listener.name ?? t`Someone without a name`;
          return (
            <Row
              key={listener.listenerId}
              picture={<Avatar name={listener.name} url={listener.avatarUrl} />}
              title={name}
              about={<Seen listener={listener} />}
              action={
                listener.sees && (
                  <LinkButton
                    variant="secondary"
                    to="/stories/$storyId"
                    params={{ storyId }}
                    search={{ as: listener.listenerId }}
                  >
                    <Trans>See it as {name}</Trans>
                  </LinkButton>
                )
              }
            />
          );
        })}
      </Rows>
    </div>
  );
}

function Seen({ listener: { hasAccess, sees, watched, may } }: { listener: StoryListener }) {
  const words = useMayWords();
  if (!hasAccess) return <Trans>Paused. They cannot watch now.</Trans>;
  if (!sees) return <Trans>Does not see this story.</Trans>;
  const allowed = words[may === 'write' ? 'write' : 'read'];
  return watched ? <Trans>{allowed}. Has watched it.</Trans> : `${allowed}.`;
}
