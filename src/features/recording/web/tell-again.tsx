import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Section } from '../../../web/components/section.tsx';
import { meQuery } from '../../people/web/queries.ts';
import type { Subject } from './kept-recording.ts';
import { RecordLink } from './told-links.tsx';

interface TellAgainProps {
  /** Whose it is. */
  sharerId: string;
  subject: Subject;
  /** What stays as it is. */
  children: ReactNode;
}

/** The way to tell it once more. Nobody records for somebody else by mistake: a keeper does in the storyteller's own pages alone. */
export function TellAgain({ sharerId, subject, children }: TellAgainProps) {
  const { t } = useLingui();
  const { data: me } = useSuspenseQuery(meQuery);
  if (me.sharerId !== sharerId) return null;
  return (
    <Section title={t`Tell it again`}>
      <div className="grid justify-items-start gap-4">
        <p className="text-ink-soft">{children}</p>
        <RecordLink subject={subject} again variant="secondary">
          <Trans>Record it anew</Trans>
        </RecordLink>
      </div>
    </Section>
  );
}
