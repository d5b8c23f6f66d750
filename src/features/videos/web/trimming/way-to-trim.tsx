import { Trans, useLingui } from '@lingui/react/macro';
import { Scissors } from 'lucide-react';
import { LinkButton } from '../../../../web/components/links.tsx';
import { Section } from '../../../../web/components/section.tsx';
import type { Teller } from '../tellings-queries.ts';

/** The way to choose where a story or a topic video begins and ends. */
export function WayToTrim({ teller: { kind, id } }: { teller: Teller }) {
  const { t } = useLingui();
  const link = { variant: 'secondary', icon: Scissors } as const;
  const words = <Trans>Choose where it begins and ends</Trans>;
  return (
    <Section title={t`The beginning and the end`}>
      <div className="grid justify-items-start gap-4">
        <p className="text-ink-soft">
          <Trans>You can leave out what comes before and after. Nothing is thrown away.</Trans>
        </p>
        {kind === 'stories' ? (
          <LinkButton to="/stories/$storyId/trim" params={{ storyId: id }} {...link}>
            {words}
          </LinkButton>
        ) : (
          <LinkButton to="/topic-videos/$topicVideoId/trim" params={{ topicVideoId: id }} {...link}>
            {words}
          </LinkButton>
        )}
      </div>
    </Section>
  );
}
