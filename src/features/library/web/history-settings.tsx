import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { useErrorWords } from '../../../web/error-words.ts';
import { preferencesQuery, useChangePreferences } from './preferences.ts';
import { useForget } from './use-forget.ts';

/** Switching the memory off and on, and emptying it. */
export function HistorySettings({ isEmpty }: { isEmpty: boolean }) {
  const words = useErrorWords();
  const { keepsHistory } = useSuspenseQuery(preferencesQuery).data;
  const change = useChangePreferences();
  return (
    <div className="grid justify-items-start gap-5">
      <p>
        {keepsHistory ? (
          <Trans>
            Telloom remembers what you watch and where you left off. The storyteller sees that you
            watched.
          </Trans>
        ) : (
          <Trans>
            Nothing is remembered now. Stories begin anew, and the storyteller does not see that you
            watched.
          </Trans>
        )}
      </p>
      <Button
        variant="secondary"
        isPending={change.isPending}
        onPress={() => change.mutate({ keepsHistory: !keepsHistory })}
      >
        {keepsHistory ? <Trans>Stop remembering</Trans> : <Trans>Remember what I watch</Trans>}
      </Button>
      {change.isError && <p role="alert">{words(change.error)}</p>}
      {!isEmpty && <ForgetAll />}
    </div>
  );
}

function ForgetAll() {
  const { t } = useLingui();
  const words = useErrorWords();
  const forget = useForget();
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button variant="secondary" icon={Trash2} onPress={() => setAsking(true)}>
        <Trans>Clear the whole list</Trans>
      </Button>
    );
  }
  return (
    <div className="grid gap-5">
      <Notice tone="careful" title={t`Clear the whole list?`} live>
        <p>
          <Trans>All stories count as new again and start from the beginning.</Trans>
        </p>
        {forget.isError && <p>{words(forget.error)}</p>}
      </Notice>
      <div className="flex flex-wrap gap-4">
        <Button autoFocus variant="secondary" onPress={() => setAsking(false)}>
          <Trans>Keep it</Trans>
        </Button>
        <Button
          variant="stop"
          isPending={forget.isPending}
          pendingLabel={t`Clearing…`}
          onPress={() => forget.mutate('all')}
        >
          <Trans>Clear it</Trans>
        </Button>
      </div>
    </div>
  );
}
