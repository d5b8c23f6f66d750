import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Avatar } from '../../../web/components/avatar.tsx';
import { Button } from '../../../web/components/button.tsx';
import { LinkButton } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { Following } from '../../../web/contract.ts';
import { BackToFeed } from '../../library/web/back-to-feed.tsx';
import { followingQuery } from '../../notifications/web/queries.ts';
import { AskForm } from './ask-form.tsx';
import { AskedList } from './asked-list.tsx';
import { followAsksQuery } from './queries.ts';
import { useUnfollow } from './use-unfollow.ts';

/** Whose stories the person watches, whom they asked, and asking one more. */
export function FollowingPage() {
  const { t } = useLingui();
  const following = useSuspenseQuery(followingQuery).data.items;
  const asked = useSuspenseQuery(followAsksQuery).data.items;
  const { leaving, unfollow } = useUnfollow();
  const here = following.filter(({ id }) => !leaving.has(id));
  return (
    <Page title={t`Whose stories I watch`} back={<BackToFeed />}>
      <Section title={t`Storytellers`}>
        {here.length === 0 ? (
          <p className="text-ink-soft">
            <Trans>Nobody yet. Whoever lets you watch appears here.</Trans>
          </p>
        ) : (
          <Rows>
            {here.map((one) => (
              <Storyteller key={one.id} one={one} onLeave={() => unfollow(one)} />
            ))}
          </Rows>
        )}
      </Section>
      {asked.length > 0 && (
        <Section title={t`You asked them`}>
          <AskedList asked={asked} />
        </Section>
      )}
      <Section title={t`Ask somebody`}>
        <AskForm />
      </Section>
    </Page>
  );
}

function Storyteller({ one, onLeave }: { one: Following; onLeave: () => void }) {
  const { t } = useLingui();
  const name = one.name ?? t`Someone without a name`;
  return (
    <Row
      picture={<Avatar name={one.name} url={one.avatarUrl} />}
      title={name}
      about={one.hasAccess ? undefined : t`They paused your watching.`}
      action={
        <div className="grid gap-3">
          {one.hasAccess && (
            <LinkButton
              variant="secondary"
              to="/watch"
              search={{ sharer: one.sharerId }}
              aria-label={t`See the stories: ${name}`}
            >
              <Trans>See the stories</Trans>
            </LinkButton>
          )}
          <Button variant="secondary" aria-label={t`Watch no longer: ${name}`} onPress={onLeave}>
            <Trans>Watch no longer</Trans>
          </Button>
        </div>
      }
    />
  );
}
