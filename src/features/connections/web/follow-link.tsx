import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link2, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { CopyLink } from '../../../web/components/copy-link.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { useErrorWords } from '../../../web/error-words.ts';
import { followLinkQuery, useRenewLink } from './queries.ts';

/** A link for many at once: whoever has it may ask, and nobody watches before somebody said yes. */
export function FollowLink() {
  const { t } = useLingui();
  const [shown, setShown] = useState(false);
  const words = useErrorWords();
  const link = useQuery({ ...followLinkQuery, enabled: shown });
  const renew = useRenewLink();
  const failed = link.error ?? renew.error;
  return (
    <div className="grid justify-items-start gap-5">
      <p>
        <Trans>
          Give this link to as many people as you like. They ask, and you say yes or no.
        </Trans>
      </p>
      {!link.data && (
        <Button
          variant="secondary"
          icon={Link2}
          isPending={link.isFetching}
          pendingLabel={t`One moment…`}
          onPress={() => (shown ? void link.refetch() : setShown(true))}
        >
          <Trans>Show the link</Trans>
        </Button>
      )}
      <div role="status" className="grid w-full gap-4 empty:hidden">
        {link.data && <CopyLink key={link.data.link} link={link.data.link} />}
      </div>
      {link.data && (
        <div className="grid justify-items-start gap-2">
          <Button
            variant="quiet"
            icon={RefreshCw}
            isPending={renew.isPending}
            onPress={() => renew.mutate()}
          >
            <Trans>Make another link</Trans>
          </Button>
          <p className="text-ink-soft">
            {renew.isSuccess ? (
              <Trans>This is the new link. The one before leads nowhere now.</Trans>
            ) : (
              <Trans>Then the one above leads nowhere any more.</Trans>
            )}
          </p>
        </div>
      )}
      {failed && (
        <Notice tone="stop" live>
          {words(failed)}
        </Notice>
      )}
    </div>
  );
}
