import { Trans } from '@lingui/react/macro';
import { BookOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { actingFor } from '../../../web/acting-for.ts';
import { LinkButton, TextLink } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { useStoriesTitle } from '../../responses/web/stories-title.ts';

/** That new recordings wait, and that everything else goes on. */
export function WaitsNotice({ children }: { children?: ReactNode }) {
  return (
    <Notice title={<Trans>New recordings wait for your subscription</Trans>}>
      <p>
        <Trans>
          Your stories stay yours. You and your family can watch them as before, and nothing is
          removed.
        </Trans>
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
