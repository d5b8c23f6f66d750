import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { HandHeart } from 'lucide-react';
import { Avatar } from '../../../web/components/avatar.tsx';
import { meQuery } from '../../people/web/queries.ts';

/**
 * Over every page of somebody whom one looks after, and always in sight: whose pages these are, in words,
 * with their face, in colours that no other part of the app has. Nothing in one's own pages.
 */
export function ActingBanner() {
  const { t } = useLingui();
  const { actingFor } = useSuspenseQuery(meQuery).data;
  if (actingFor === null) return null;
  const name = actingFor.name ?? t`someone without a name`;
  return (
    <aside
      aria-label={t`Whose pages these are`}
      className="sticky top-0 z-30 border-b-4 border-thread bg-ink text-paper"
    >
      <div className="mx-auto flex w-full max-w-6xl items-center gap-x-4 px-4 py-1.5 sm:px-8">
        <Avatar name={actingFor.name} url={actingFor.avatarUrl} />
        <div className="flex min-w-0 flex-1 flex-col gap-x-6 text-small sm:flex-row sm:items-center sm:justify-between sm:text-body">
          <p className="flex min-w-0 items-center gap-2 leading-tight font-semibold">
            <HandHeart aria-hidden="true" className="no-print size-5 shrink-0" />
            <span className="min-w-0 break-words">
              <Trans>You are looking after {name}’s stories</Trans>
            </span>
          </p>
          {/* another document: nothing of these pages goes along */}
          <a
            href="/looked-after"
            className="no-print inline-flex min-h-9 items-center underline underline-offset-4 hover:decoration-2 sm:min-h-11"
          >
            <Trans>Back to my own pages</Trans>
          </a>
        </div>
      </div>
    </aside>
  );
}
