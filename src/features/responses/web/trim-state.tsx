import { Trans } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import type { Trim } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { clockWords } from '../../recording/web/clock.ts';
import { useShowRecording } from '../../videos/web/tellings-queries.ts';
import { useWithdrawTrim } from './queries.ts';

interface StateProps {
  storyId: string;
  trim: Trim;
  /** Something was taken back, and its button with it. */
  onDone: () => void;
}

/** What the family sees now, what is on its way, and how to take it back. */
export function TrimState(props: StateProps) {
  const { waiting, whole, start, end } = props.trim;
  useFreshWhenShown(waiting?.videoId ?? null);
  if (waiting) return <Waiting {...props} waiting={waiting} />;
  if (start > 0 || end < (whole.duration ?? end)) return <Shown {...props} />;
  return (
    <p className="text-ink-soft">
      <Trans>The story shows the whole recording.</Trans>
    </p>
  );
}

/** When nothing waits any more, the story shows it: everything that was fetched of it is old. */
function useFreshWhenShown(waiting: string | null) {
  const client = useQueryClient();
  const was = useRef(waiting);
  useEffect(() => {
    if (was.current !== null && waiting === null) {
      void client.invalidateQueries({ queryKey: ['stories'] });
    }
    was.current = waiting;
  }, [client, waiting]);
}

interface WaitingProps extends StateProps {
  waiting: NonNullable<Trim['waiting']>;
}

function Waiting({ storyId, waiting, onDone }: WaitingProps) {
  const words = useErrorWords();
  const withdraw = useWithdrawTrim(storyId);
  const percent = Math.floor((waiting.progress ?? 0) * 100);
  const failed = waiting.status === 'ERRORED';
  return (
    <Notice
      live
      tone={failed ? 'careful' : 'plain'}
      title={
        failed ? (
          <Trans>Something went wrong, and the story is as it was</Trans>
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
          <Trans>Until then the story is shown as it was. You can leave this page.</Trans>
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

function Shown({ storyId, trim: { whole, start, end }, onDone }: StateProps) {
  const words = useErrorWords();
  const show = useShowRecording({ kind: 'stories', id: storyId });
  const kept = clockWords(end - start);
  const all = clockWords(whole.duration ?? end);
  return (
    <Notice
      live
      tone="good"
      title={
        <Trans>
          The story shows {kept} of {all}
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
