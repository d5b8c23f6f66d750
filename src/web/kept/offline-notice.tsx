import { Trans } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { useFormat } from '../format.ts';
import { useAway, useLastSeen } from './away.ts';

/** Over every page while there is no connection: how old it is, and that nothing is lost by it. */
export function OfflineNotice() {
  const away = useAway();
  const seen = useLastSeen(useQueryClient());
  const format = useFormat();
  const when = seen === null ? '' : format.dateTime(new Date(seen).toISOString());
  return (
    <div role="status" className="no-print">
      {away && (
        <div className="border-y-2 border-careful bg-careful-wash">
          <div className="mx-auto flex max-w-6xl items-center gap-4 px-4 py-3 sm:px-8">
            <CloudOff aria-hidden="true" className="size-7 shrink-0 text-careful" />
            <p>
              <strong className="font-semibold">
                <Trans>You are offline.</Trans>
              </strong>{' '}
              {seen === null ? (
                <Trans>Telloom goes on by itself when you are back.</Trans>
              ) : (
                <Trans>This is what you saw last, on {when}.</Trans>
              )}
            </p>
          </div>
        </div>
      )}
    </div>
  );
}
