import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components';
import { Button } from '../../../web/components/button.tsx';
import { LinkButton } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { useFormat } from '../../../web/format.ts';
import { here } from '../../../web/query.tsx';
import { clockWords } from './clock.ts';
import { isSignedOut } from './send-failures.ts';
import { useSendWords } from './send-words.ts';
import type { SendingProgress, SendingState } from './use-sending.ts';

/** How far a recording has come on its way, and what to do when it got stuck. */
export function SendingStatus(props: {
  state: SendingState;
  /** True when a copy stays on this device whatever happens. */
  kept: boolean;
  /** True when nothing is left to say about it. */
  decided: boolean;
  onRetry: () => void;
}) {
  const { state, kept, decided, onRetry } = props;
  const words = useSendWords();
  if (state.phase === 'idle') return null;
  if (state.phase === 'safe') {
    return (
      <Notice live tone="good" title={<Trans>All of it has arrived</Trans>}>
        {!decided && <Trans>One question is left.</Trans>}
      </Notice>
    );
  }
  if (state.phase === 'failed') {
    return (
      <div className="grid justify-items-start gap-4">
        <Notice live tone="stop" title={<Trans>Your recording is not sent yet</Trans>}>
          <p>{words(state.error)}</p>
          {kept && (
            <p>
              <Trans>It is kept on this device.</Trans>
            </p>
          )}
        </Notice>
        <div className="flex flex-wrap gap-4">
          {isSignedOut(state.error) && (
            <LinkButton to="/sign-in" search={{ to: here() }}>
              <Trans>Sign in again</Trans>
            </LinkButton>
          )}
          <Button variant={isSignedOut(state.error) ? 'secondary' : 'primary'} onPress={onRetry}>
            <Trans>Try again</Trans>
          </Button>
        </div>
      </div>
    );
  }
  return <OnItsWay progress={state.progress} kept={kept} />;
}

function OnItsWay({ progress, kept }: { progress: SendingProgress | null; kept: boolean }) {
  const { t } = useLingui();
  const sent = progress?.sent ?? 0;
  const total = progress?.total ?? 1;
  // Rounded down: a hundred would say that all of it has arrived.
  const percent = Math.floor((sent / total) * 100);
  return (
    <div className="grid gap-3">
      {progress?.state === 'waiting' && (
        <Notice live tone="careful" title={<Trans>The connection is gone for the moment</Trans>}>
          <Trans>It carries on by itself as soon as it is back.</Trans>
        </Notice>
      )}
      <ProgressBar aria-label={t`Sent so far`} value={percent} className="grid gap-3">
        <Words>
          <HowMuch progress={progress} percent={percent} />
        </Words>
        <span className="block h-4 overflow-hidden rounded-full border-2 border-edge bg-card">
          <span className="block h-full bg-thread" style={{ width: `${percent}%` }} />
        </span>
      </ProgressBar>
      <p>
        {kept ? (
          <Trans>
            What is not sent yet stays on this device. If you close this page, it goes on the next
            time you are here.
          </Trans>
        ) : (
          <Trans>Leave this page open until all of it is sent.</Trans>
        )}
      </p>
    </div>
  );
}

function HowMuch({ progress, percent }: { progress: SendingProgress | null; percent: number }) {
  const format = useFormat();
  if (!progress) return <Trans>Getting in touch</Trans>;
  if (progress.seconds) {
    const safe = clockWords(progress.seconds.safe);
    const all = clockWords(progress.seconds.all);
    return (
      <Trans>
        {safe} of {all} minutes are safe
      </Trans>
    );
  }
  const all = format.size(progress.total);
  return (
    <Trans>
      {percent} % of {all} sent
    </Trans>
  );
}

const Words = ({ children }: { children: ReactNode }) => (
  <span className="font-heading text-large tabular-nums">{children}</span>
);
