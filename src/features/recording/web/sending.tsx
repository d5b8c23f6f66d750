import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components';
import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { sizeWords } from './clock.ts';
import { useSendWords } from './send-words.ts';
import type { SendingState } from './use-sending.ts';

/** How far a recording has come on its way, and what to do when it got stuck. */
export function SendingStatus(props: {
  state: SendingState;
  /** True when a copy stays on this device whatever happens. */
  kept: boolean;
  onRetry: () => void;
}) {
  const { state, kept, onRetry } = props;
  const words = useSendWords();
  if (state.phase === 'idle') return null;
  if (state.phase === 'safe') {
    return (
      <Notice live tone="good" title={<Trans>All of it has arrived</Trans>}>
        <Trans>One question is left.</Trans>
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
        <Button onPress={onRetry}>
          <Trans>Try again</Trans>
        </Button>
      </div>
    );
  }
  return <OnItsWay progress={state.progress} />;
}

function OnItsWay({
  progress,
}: {
  progress: Extract<SendingState, { phase: 'sending' }>['progress'];
}) {
  const { t, i18n } = useLingui();
  const sent = progress?.sent ?? 0;
  const total = progress?.total ?? 1;
  // Rounded down: a hundred would say that all of it has arrived.
  const percent = Math.floor((sent / total) * 100);
  const all = sizeWords(total, i18n.locale);
  return (
    <div className="grid gap-3">
      {progress?.state === 'waiting' && (
        <Notice live tone="careful" title={<Trans>The connection is gone for the moment</Trans>}>
          <Trans>It carries on by itself as soon as it is back.</Trans>
        </Notice>
      )}
      <ProgressBar aria-label={t`Sent so far`} value={percent} className="grid gap-3">
        <Words>
          {progress ? (
            <Trans>
              {percent} % of {all} sent
            </Trans>
          ) : (
            <Trans>Getting in touch</Trans>
          )}
        </Words>
        <span className="block h-4 overflow-hidden rounded-full border-2 border-edge bg-card">
          <span className="block h-full bg-thread" style={{ width: `${percent}%` }} />
        </span>
      </ProgressBar>
      <p>
        <Trans>Leave this page open until all of it is sent.</Trans>
      </p>
    </div>
  );
}

const Words = ({ children }: { children: ReactNode }) => (
  <span className="font-heading text-large tabular-nums">{children}</span>
);
