import { useLingui } from '@lingui/react/macro';
import type { PrivacyLevel, Story } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useWhose } from '../whose-context.ts';

/** Plain words for what the code calls privacy levels. */
export function usePrivacyWords(): Record<PrivacyLevel, { label: string; hint: string }> {
  const { t } = useLingui();
  const whose = useWhose();
  return {
    Private: {
      label: whose({
        own: t`Only me`,
        theirs: t`Only the storyteller`,
        named: (name) => t`Only ${name}`,
      }),
      hint: whose({
        own: t`Nobody else sees that this story is here.`,
        theirs: t`Nobody else sees that this story is here, but you who look after it.`,
      }),
    },
    Public: {
      label: whose({
        own: t`Everyone I invited`,
        theirs: t`Everyone who was invited`,
        named: (name) => t`Everyone ${name} invited`,
      }),
      hint: whose({
        own: t`Your family and friends here. It is never on the open internet.`,
        theirs: t`Their family and friends here. It is never on the open internet.`,
        named: (name) => t`Family and friends of ${name} here. It is never on the open internet.`,
      }),
    },
    Custom: {
      label: whose({
        own: t`People I choose`,
        theirs: t`Chosen people`,
      }),
      hint: t`Only those who are picked for this story.`,
    },
  };
}

type Recording = Pick<Story, 'videoStatus' | 'progress' | 'duration'>;

/** How a recording is coming along, or null when it is ready. */
export function useStatusWords(): (story: Recording) => string | null {
  const { t } = useLingui();
  const format = useFormat();
  return ({ videoStatus, progress, duration }) => {
    if (videoStatus === 'READY') return null;
    if (videoStatus === 'ERRORED') return t`Something went wrong, and your recording is safe.`;
    if (videoStatus === null || videoStatus === 'WAITING') return t`Still arriving`;
    if (progress === null || progress === 0 || duration === null) return t`Getting ready`;
    const [unit, whole] = duration < 90 ? ['second', duration] : ['minute', duration / 60];
    const done = format.number(Math.floor(progress * whole));
    const all = format.number(Math.round(whole));
    return unit === 'second'
      ? t`Getting ready (${done} of ${all} seconds done)`
      : t`Getting ready (${done} of ${all} minutes done)`;
  };
}
