import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { AskFirst } from '../../../web/components/ask-first.tsx';
import { Button } from '../../../web/components/button.tsx';
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
  const forget = useForget();
  return (
    <AskFirst
      label={<Trans>Clear the whole list</Trans>}
      question={t`Clear the whole list?`}
      keep={<Trans>Keep it</Trans>}
      confirm={<Trans>Clear it</Trans>}
      pendingLabel={t`Clearing…`}
      onConfirm={async () => {
        await forget.mutateAsync('all');
      }}
    >
      <Trans>All stories count as new again and start from the beginning.</Trans>
    </AskFirst>
  );
}
