import { Trans, useLingui } from '@lingui/react/macro';
import { Scissors } from 'lucide-react';
import { LinkButton } from '../../../web/components/links.tsx';
import { Section } from '../../../web/components/section.tsx';

/** The way to choose where a story begins and ends. */
export function Trimming({ storyId }: { storyId: string }) {
  const { t } = useLingui();
  return (
    <Section title={t`The beginning and the end`}>
      <div className="grid justify-items-start gap-4">
        <p className="text-ink-soft">
          <Trans>
            You can leave out what comes before and after the story. Nothing is thrown away.
          </Trans>
        </p>
        <LinkButton
          to="/stories/$storyId/trim"
          params={{ storyId }}
          variant="secondary"
          icon={Scissors}
        >
          <Trans>Choose where it begins and ends</Trans>
        </LinkButton>
      </div>
    </Section>
  );
}
