import { Trans } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Button } from '../../../../web/components/button.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import type { Trim } from '../../../../web/contract.ts';
import { useErrorWords } from '../../../../web/error-words.ts';
import { clockWords } from '../../../recording/web/clock.ts';
import { type Teller, useShowRecording } from '../tellings-queries.ts';
import { useWithdrawTrim } from './queries.ts';

interface StateProps {
  teller: Teller;
  trim: Trim;
  /** Something was taken back, and its button with it. */
  onDone: () => void;
}

/** What the family sees now, what is on its way, and how to take it back. */
export function TrimState(props: StateProps) {
  const { waiting, whole, start, end } = props.trim;
  useFreshWhenShown(props.teller.kind, waiting?.videoId ?? null);
  if (waiting) return <Waiting {...props} waiting={waiting} />;
  if (start > 0 || end < (whole.duration ?? end)) return <Shown {...props} />;
  return (
    <p className="text-ink-soft">
      <Trans>All of the recording is shown.</Trans>
    </p>
  );
}

/** When nothing waits any more it is shown: everything that was fetched is old. */
function useFreshWhenShown(kind: Teller['kind'], waiting: string | null) {
  const client = useQueryClient();
  const was = useRef(waiting);
  useEffect(() => {
    if (was.current !== null && waiting === null) {
      void client.invalidateQueries({ queryKey: [kind] });
    }
    was.current = waiting;
  }, [client, kind, waiting]);
}

interface WaitingProps extends StateProps {
  waiting: NonNullable<Trim['waiting']>;
}

function Waiting({ teller, waiting, onDone }: WaitingProps) {
  const words = useErrorWords();
  const withdraw = useWithdrawTrim(teller);
  const percent = Math.floor((waiting.progress ?? 0) * 100);
  const failed = waiting.status === 'ERRORED';
  return (
    <Notice
      live
      tone={failed ? 'careful' : 'plain'}
      title={
        failed ? (
          <Trans>Something went wrong, and all is as it was</Trans>
        ) : percent > 0 ? (
          <Trans>The part you chose is getting ready ({percent} % done)</Trans>
        ) : (
          <Trans>The part you chose is getting ready</Trans>
        )
      }
    >
      <p>
        {failed ? (
          waiting.errorMessage
        ) : (
          <Trans>Until then it is shown as it was. You can leave this page.</Trans>
        )}
      </p>
      <p>
        <Button
          variant="secondary"
          isPending={withdraw.isPending}
          onPress={() => void withdraw.mutateAsync(waiting.videoId).then(onDone, () => {})}
        >
          <Trans>Leave it as it was</Trans>
        </Button>
      </p>
      {withdraw.isError && <p className="font-semibold text-stop">{words(withdraw.error)}</p>}
    </Notice>
  );
}

function Shown({ teller, trim: { whole, start, end }, onDone }: StateProps) {
  const words = useErrorWords();
  const show = useShowRecording(teller);
  const kept = clockWords(end - start);
  const all = clockWords(whole.duration ?? end);
  return (
    <Notice
      live
      tone="good"
      title={
        <Trans>
          {kept} of {all} is shown
        </Trans>
      }
    >
      <p>
        <Trans>The whole recording is kept.</Trans>
      </p>
      <p>
        <Button
          variant="secondary"
          isPending={show.isPending}
          onPress={() => void show.mutateAsync(whole.id).then(onDone, () => {})}
        >
          <Trans>Show all of it again</Trans>
        </Button>
      </p>
      {show.isError && <p className="font-semibold text-stop">{words(show.error)}</p>}
    </Notice>
  );
}
