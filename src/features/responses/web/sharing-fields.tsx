import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { TextLink } from '../../../web/components/links.tsx';
import { RadioCards } from '../../../web/components/radio-cards.tsx';
import { usePrivacyWords } from '../../../web/components/story-words.ts';
import type { PrivacyLevel, StoryAudience } from '../../../web/contract.ts';
import { PeopleFields } from './people-fields.tsx';

export interface SharingFieldsProps {
  audience: StoryAudience;
  /** The version that is meant to be overridden, after a Save that came too late for the one begun with. */
  overrides: string | undefined;
}

const levels: PrivacyLevel[] = ['Private', 'Public', 'Custom'];

/** Nobody, everyone, or some: and of some, what each of them may. */
export function SharingFields({ audience, overrides }: SharingFieldsProps) {
  const { t } = useLingui();
  const words = usePrivacyWords();
  const [begunWith] = useState(audience.version);
  const [level, setLevel] = useState<string>(audience.privacyLevel);
  return (
    <>
      <input type="hidden" name="version" value={overrides ?? begunWith} />
      <RadioCards
        name="privacyLevel"
        label={t`Who may watch this story?`}
        value={level}
        onChange={setLevel}
        cards={levels.map((value) => ({ value, ...words[value] }))}
      />
      {level === 'Custom' &&
        (audience.items.length === 0 ? (
          <p className="text-ink-soft">
            <Trans>
              Nobody is here yet to choose from.{' '}
              <TextLink to="/family">Invite family and friends</TextLink> first.
            </Trans>
          </p>
        ) : (
          <PeopleFields people={audience.items} />
        ))}
    </>
  );
}
