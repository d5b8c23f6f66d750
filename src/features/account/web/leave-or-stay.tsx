import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { useErrorWords } from '../../../web/error-words.ts';
import { useFormat } from '../../../web/format.ts';
import { leave, stay } from './api.ts';

interface LeaveOrStayProps {
  /** When the account is deleted, or null. */
  leavesAt: string | null;
  isStoryteller: boolean;
  onChanged: () => Promise<unknown>;
}

/** Deleting one's account: said in words first, and taken back for 14 days. */
export function LeaveOrStay({ leavesAt, isStoryteller, onChanged }: LeaveOrStayProps) {
  const [open, setOpen] = useState(false);
  if (leavesAt !== null) return <Stay leavesAt={leavesAt} onChanged={onChanged} />;
  if (open) {
    const shut = () => setOpen(false);
    // Once the day is shown: taking it back leads to the first words again, not to the question.
    const changed = () => onChanged().then(shut);
    return <Leave isStoryteller={isStoryteller} onChanged={changed} onLeave={shut} />;
  }
  return (
    <div className="grid justify-items-start gap-2">
      <p>
        <Trans>You have 14 days to change your mind.</Trans>
      </p>
      <Button variant="quiet" onPress={() => setOpen(true)}>
        <Trans>Delete my account</Trans>
      </Button>
    </div>
  );
}

function Stay({ leavesAt, onChanged }: Pick<LeaveOrStayProps, 'onChanged'> & { leavesAt: string }) {
  const { t } = useLingui();
  const words = useErrorWords();
  const format = useFormat();
  const keep = useMutation({ mutationFn: stay, onSuccess: onChanged });
  const day = format.date(leavesAt);
  return (
    <Notice tone="careful" title={t`Your account is deleted on ${day}`}>
      <p>
        <Trans>Until then everything is as it was.</Trans>
      </p>
      <div>
        <Button isPending={keep.isPending} onPress={() => keep.mutate()}>
          <Trans>Keep my account</Trans>
        </Button>
      </div>
      {keep.isError && <p role="alert">{words(keep.error)}</p>}
    </Notice>
  );
}

function Leave(props: Omit<LeaveOrStayProps, 'leavesAt'> & { onLeave: () => void }) {
  const words = useErrorWords();
  const go = useMutation({ mutationFn: leave, onSuccess: props.onChanged });
  return (
    <Notice tone="careful">
      <p>
        {props.isStoryteller ? (
          <Trans>
            In 14 days your account goes, and every story that you told goes with it. Nobody can
            watch them any more. Download what you want to keep.
          </Trans>
        ) : (
          <Trans>In 14 days your account goes. You can no longer watch anything here then.</Trans>
        )}
      </p>
      <div className="flex flex-wrap gap-4">
        <Button variant="secondary" isPending={go.isPending} onPress={() => go.mutate()}>
          <Trans>Delete it in 14 days</Trans>
        </Button>
        <Button variant="quiet" onPress={props.onLeave}>
          <Trans>Leave it as it was</Trans>
        </Button>
      </div>
      {go.isError && <p role="alert">{words(go.error)}</p>}
    </Notice>
  );
}
