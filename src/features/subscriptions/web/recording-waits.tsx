import { Trans, useLingui } from '@lingui/react/macro';
import { BookOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { actingFor } from '../../../web/acting-for.ts';
import { LinkButton, TextLink } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { useWhose } from '../../../web/whose-context.ts';
import { useStoriesTitle } from '../../responses/web/stories-title.ts';

/** That new recordings wait, and that everything else goes on. */
export function WaitsNotice({ children }: { children?: ReactNode }) {
  const { t } = useLingui();
  const whose = useWhose();
  return (
    <Notice
      title={whose({
        own: t`New recordings wait for your subscription`,
        theirs: t`New recordings wait for the subscription`,
        named: (name) => t`New recordings wait for the subscription of ${name}`,
      })}
    >
      <p>
        {whose({
          own: t`Your stories stay yours. You and your family can watch them as before, and nothing is removed.`,
          theirs: t`The stories stay. Everybody can watch them as before, and nothing is removed.`,
        })}
      </p>
      {children}
    </Notice>
  );
}

/** Instead of the way to a new recording, while the subscription has ended. */
export function RecordingWaits() {
  return (
    <div className="grid justify-items-start gap-5">
      <WaitsNotice>
        {actingFor === null && (
          <p>
            <Trans>
              To record again, <TextLink to="/account">look at your subscription</TextLink>.
            </Trans>
          </p>
        )}
      </WaitsNotice>
      <LinkButton to="/stories" variant="secondary" icon={BookOpen}>
        {useStoriesTitle()}
      </LinkButton>
    </div>
  );
}
