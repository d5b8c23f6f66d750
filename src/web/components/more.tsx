import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from './button.tsx';

/** What it needs of an infinite query. */
export interface MoreList {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** A button for the next part of a list; nothing when the list has ended. */
export function More({ list }: { list: MoreList }) {
  const { t } = useLingui();
  if (!list.hasNextPage) return null;
  return (
    <div className="mt-8">
      <Button
        variant="secondary"
        isPending={list.isFetchingNextPage}
        pendingLabel={t`Fetching more…`}
        onPress={() => void list.fetchNextPage()}
      >
        <Trans>Show more</Trans>
      </Button>
    </div>
  );
}
