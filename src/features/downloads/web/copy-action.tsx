import { Trans, useLingui } from '@lingui/react/macro';
import { Download, RotateCw } from 'lucide-react';
import { Button } from '../../../web/components/button.tsx';
import type { Copy } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { type CopyOf, type Quality, useAskForCopy, useSaveCopy } from './queries.ts';

interface CopyActionProps {
  of: CopyOf;
  quality: Quality;
  /** As it stands, where it was asked for. */
  copy: Copy | undefined;
  /** What it is, for those who hear the button alone. */
  name: string;
}

/** The one thing that can be done with a copy now; nothing while it is getting ready. */
export function CopyAction({ of, quality, copy, name }: CopyActionProps) {
  const ask = useAskForCopy();
  const words = useErrorWords();
  if (copy?.status === 'preparing') return null;
  if (copy?.status === 'ready' || copy?.status === 'completed') {
    return <Save copy={copy} name={name} />;
  }
  return (
    <>
      <Button
        variant="secondary"
        icon={copy === undefined ? undefined : RotateCw}
        isPending={ask.isPending}
        onPress={() => ask.mutate({ ...of, quality })}
      >
        {copy?.status === 'failed' ? <Trans>Try again</Trans> : <Trans>Get it ready</Trans>}
        <span className="sr-only">: {name}</span>
      </Button>
      {ask.isError && <p role="alert">{words(ask.error)}</p>}
    </>
  );
}

function Save({ copy, name }: { copy: Copy; name: string }) {
  const { t } = useLingui();
  const save = useSaveCopy();
  const words = useErrorWords();
  const isSaved = copy.status === 'completed';
  return (
    <>
      <Button
        variant={isSaved ? 'secondary' : 'primary'}
        icon={Download}
        isPending={save.isPending}
        pendingLabel={t`One moment…`}
        onPress={() => save.mutate(copy.id)}
      >
        {isSaved ? <Trans>Save it again</Trans> : <Trans>Save on this device</Trans>}
        <span className="sr-only">: {name}</span>
      </Button>
      {save.isError && <p role="alert">{words(save.error)}</p>}
    </>
  );
}
