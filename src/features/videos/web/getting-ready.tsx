import { Trans } from '@lingui/react/macro';
import type { Video } from '../../../web/contract.ts';

/** What is going on with a recording that cannot be watched yet. */
export function GettingReady({ video }: { video: Pick<Video, 'progress'> }) {
  const percent = video.progress === null ? null : Math.floor(video.progress * 100);
  return (
    <div className="grid min-h-52 w-full content-center sm:aspect-video justify-items-center gap-4 rounded-card border border-line bg-sunk p-6 text-center">
      <p role="status" className="font-heading text-large">
        {percent === null ? (
          <Trans>Getting ready</Trans>
        ) : (
          <Trans>Getting ready ({percent} % done)</Trans>
        )}
      </p>
      <div
        aria-hidden="true"
        className="h-3 w-full max-w-80 overflow-hidden rounded-full border border-edge bg-card"
      >
        <div className="h-full bg-thread" style={{ width: `${percent ?? 0}%` }} />
      </div>
      <p className="text-ink-soft">
        <Trans>The recording is safe. You can leave this page and come back.</Trans>
      </p>
    </div>
  );
}
