import { useLingui } from '@lingui/react/macro';
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
  const { t } = useLingui();
  const ask = useAskForCopy();
  const words = useErrorWords();
  const label = copy?.status === 'failed' ? t`Try again` : t`Get it ready`;
  if (copy?.status === 'preparing') return null;
  if (copy?.status === 'ready' || copy?.status === 'completed') {
    return <Save copy={copy} name={name} />;
  }
  return (
    <>
      <Button
        variant="secondary"
        icon={copy === undefined ? undefined : RotateCw}
        aria-label={`${label}: ${name}`}
        isPending={ask.isPending}
        onPress={() => ask.mutate({ ...of, quality })}
      >
        {label}
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
  const label = isSaved ? t`Save it again` : t`Save on this device`;
  return (
    <>
      <Button
        variant={isSaved ? 'secondary' : 'primary'}
        icon={Download}
        aria-label={`${label}: ${name}`}
        isPending={save.isPending}
        pendingLabel={t`One moment…`}
        onPress={() => save.mutate(copy.id)}
      >
        {label}
      </Button>
      {save.isError && <p role="alert">{words(save.error)}</p>}
    </>
  );
}
