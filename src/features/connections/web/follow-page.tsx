import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ApiError } from '../../../web/api.ts';
import { Avatar } from '../../../web/components/avatar.tsx';
import { Button } from '../../../web/components/button.tsx';
import { LinkButton } from '../../../web/components/links.tsx';
import { LoadingPage } from '../../../web/components/loading.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { useErrorWords } from '../../../web/error-words.ts';
import { meQuery } from '../../people/web/queries.ts';
import { WasAsked } from './ask-form.tsx';
import { isCode } from './handle.ts';
import { followLinkCardQuery, useAskToFollow } from './queries.ts';

/** Where a storyteller's link leads: asking them, after one look. */
export function FollowPage() {
  const { handle } = useParams({ from: '/app/own/follow/$handle' });
  return isCode(handle) ? (
    <ByCode key={handle} code={handle} />
  ) : (
    <Ask key={handle} handle={handle} />
  );
}

function ByCode({ code }: { code: string }) {
  const { t } = useLingui();
  const card = useQuery(followLinkCardQuery(code));
  const me = useSuspenseQuery(meQuery).data;
  if (card.isPending) return <LoadingPage />;
  if (card.isError) return <Nowhere error={card.error} />;
  const { sharerId, avatarUrl } = card.data;
  const name = card.data.name ?? t`Someone without a name`;
  if (sharerId === me.sharerId) return <OnesOwn />;
  return <Ask handle={code} name={name} picture={<Avatar name={name} url={avatarUrl} />} />;
}

interface AskProps {
  handle: string;
  name?: string;
  picture?: ReactNode;
}

function Ask({ handle, name = handle, picture }: AskProps) {
  const { t } = useLingui();
  const words = useErrorWords();
  const ask = useAskToFollow();
  return (
    <Page title={t`Watch the stories of ${name}`} eyebrow={picture}>
      <div className="grid justify-items-start gap-6">
        {ask.isSuccess ? (
          <>
            <WasAsked whom={name} />
            <LinkButton to="/watch/following" variant="secondary">
              <Trans>See whom I asked</Trans>
            </LinkButton>
          </>
        ) : (
          <>
            <p>
              <Trans>
                They see your name, and say yes or no. Then you can watch what they share.
              </Trans>
            </p>
            <Button
              isPending={ask.isPending}
              pendingLabel={t`Asking…`}
              onPress={() => ask.mutate(handle)}
            >
              <Trans>Ask to watch</Trans>
            </Button>
            {ask.isError && (
              <Notice tone="stop" live>
                {words(ask.error)}
              </Notice>
            )}
          </>
        )}
      </div>
    </Page>
  );
}

function OnesOwn() {
  const { t } = useLingui();
  return (
    <Page title={t`This is your own link`}>
      <div className="grid justify-items-start gap-6">
        <p>
          <Trans>Give it to those who should watch. They ask, and you say yes or no.</Trans>
        </p>
        <LinkButton to="/family" variant="secondary">
          <Trans>Family and friends</Trans>
        </LinkButton>
      </div>
    </Page>
  );
}

function Nowhere({ error }: { error: Error }) {
  const { t } = useLingui();
  const words = useErrorWords();
  return (
    <Page title={t`This link leads nowhere`}>
      <div className="grid justify-items-start gap-6">
        <p>
          {error instanceof ApiError && error.status === 404 ? (
            <Trans>It may be an old one. Ask whoever gave it to you for the new one.</Trans>
          ) : (
            words(error)
          )}
        </p>
        <LinkButton to="/watch" variant="secondary">
          <Trans>Go to the stories</Trans>
        </LinkButton>
      </div>
    </Page>
  );
}
