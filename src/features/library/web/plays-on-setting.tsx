import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Toggle } from '../../../web/components/toggle.tsx';
import { useErrorWords } from '../../../web/error-words.ts';
import { preferencesQuery, useChangePreferences } from './preferences.ts';

/** Whether one story follows another by itself: off, until somebody wants it. */
export function PlaysOnSetting() {
  const words = useErrorWords();
  const playsOn = useQuery(preferencesQuery).data?.playsOn ?? false;
  const change = useChangePreferences();
  return (
    <>
      <Toggle isSelected={playsOn} onChange={(on) => change.mutate({ playsOn: on })}>
        <Trans>Play the next story by itself</Trans>
      </Toggle>
      {change.isError && <p role="alert">{words(change.error)}</p>}
    </>
  );
}
