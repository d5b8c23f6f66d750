import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Lock, UserCheck, Users } from 'lucide-react';
import { useState } from 'react';
import { ChoiceButton } from '../../../web/components/choice-button.tsx';
import { usePrivacyWords } from '../../../web/components/story-words.ts';
import type { PrivacyLevel } from '../../../web/contract.ts';
import { listenersQuery } from '../../connections/web/queries.ts';
import type { Sharing } from '../../responses/web/queries.ts';
import { ChoosePeople } from './choose-people.tsx';
import { DidNotWork } from './did-not-work.tsx';

interface WhoMayWatchProps {
  onChoose: (sharing: Sharing) => void;
  busy: boolean;
  error: unknown;
  /** It was asked before: the first choice takes the focus. */
  again: boolean;
}

/** One tap says who may watch; or, after another, of everybody who is here what they may. */
export function WhoMayWatch({ onChoose, busy, error, again }: WhoMayWatchProps) {
  const words = usePrivacyWords();
  const [choosing, setChoosing] = useState(false);
  // Where this is not known yet, and while nobody is here, there is nobody to choose from.
  const listeners = useQuery(listenersQuery).data?.items ?? [];
  const choose = (privacyLevel: PrivacyLevel) => () => !busy && onChoose({ privacyLevel });
  return (
    <section className="grid gap-4" aria-labelledby="who-may-watch">
      <h2 id="who-may-watch" className="text-title">
        <Trans>Who may watch it?</Trans>
      </h2>
      <p className="text-ink-soft">
        <Trans>You can change this later.</Trans>
      </p>
      <DidNotWork error={error} />
      {choosing ? (
        <ChoosePeople
          listeners={listeners}
          onChoose={(people) => onChoose({ privacyLevel: 'Custom', people })}
          onLeave={() => setChoosing(false)}
        />
      ) : (
        <div className="grid gap-4" aria-busy={busy}>
          <ChoiceButton
            {...words.Public}
            icon={Users}
            onPress={choose('Public')}
            autoFocus={again}
          />
          {listeners.length > 0 && (
            <ChoiceButton
              {...words.Custom}
              icon={UserCheck}
              onPress={() => !busy && setChoosing(true)}
            />
          )}
          <ChoiceButton {...words.Private} icon={Lock} onPress={choose('Private')} />
        </div>
      )}
      <p role="status" className={busy ? '' : 'sr-only'}>
        {busy && <Trans>Putting it with the stories.</Trans>}
      </p>
    </section>
  );
}
