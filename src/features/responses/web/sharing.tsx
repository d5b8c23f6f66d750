import { useLingui } from '@lingui/react/macro';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../../web/api.ts';
import { Editable } from '../../../web/components/editable.tsx';
import { FormProblems } from '../../../web/components/form-context.ts';
import { usePrivacyWords } from '../../../web/components/story-words.ts';
import type { PrivacyLevel, StoryAudience } from '../../../web/contract.ts';
import { namedIn } from './people-fields.tsx';
import { audienceQuery, type Sharing, useShareStory } from './queries.ts';
import { SharingFields } from './sharing-fields.tsx';

/** Who may watch a story: in a sentence, and to change. */
export function SharingSetting({ storyId }: { storyId: string }) {
  const { t } = useLingui();
  const words = usePrivacyWords();
  const audience = useSuspenseQuery(audienceQuery(storyId)).data;
  const { save, overrides } = useSave(storyId);
  const now = words[audience.privacyLevel];
  return (
    <Editable
      name={t`Who may watch`}
      value={
        <>
          <span className="font-semibold">{now.label}.</span>{' '}
          <span className="text-ink-soft">{now.hint}</span>
        </>
      }
      onSave={save}
      required={{ privacyLevel: t`Choose who may watch.` }}
    >
      <SharingFields audience={audience} overrides={overrides} />
    </Editable>
  );
}

/**
 * Saves what was chosen, unless it was changed meanwhile: then the form stays as it is, says so, and the
 * next Save is meant to hold over that change.
 */
function useSave(storyId: string) {
  const { t } = useLingui();
  const client = useQueryClient();
  const share = useShareStory(storyId);
  const [overrides, setOverrides] = useState<string>();
  const save = async ({ version = '', ...values }: Record<string, string>) => {
    const { queryKey } = audienceQuery(storyId);
    const { items } = client.getQueryData(queryKey) ?? { items: [] };
    try {
      await share.mutateAsync({ ...chosen(values, items), version });
      setOverrides(undefined);
    } catch (error) {
      // 404: somebody who is named does not listen any more
      if (!(error instanceof ApiError) || ![404, 412].includes(error.status)) throw error;
      const { version: latest } = await client.fetchQuery({
        ...audienceQuery(storyId),
        staleTime: 0,
      });
      setOverrides(latest);
      throw new FormProblems([
        {
          field: 'privacyLevel',
          message: t`Somebody else changed this meanwhile. What you chose is still here. Save again to keep it.`,
        },
      ]);
    }
  };
  return { save, overrides };
}

/** What the form says, as it is sent. */
function chosen(values: Record<string, string>, items: StoryAudience['items']): Sharing {
  const privacyLevel = values.privacyLevel as PrivacyLevel;
  // what was chosen for each stays for another time
  if (privacyLevel === 'Private') return { privacyLevel };
  const people = namedIn(values, items);
  if (privacyLevel === 'Custom') return { privacyLevel, people };
  // everyone means everyone: those who help go on helping
  return { privacyLevel, people: people.filter(({ may }) => may === 'write') };
}
