import { Trans } from '@lingui/react/macro';
import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { usePrivacyWords } from '../../../web/components/story-words.ts';
import type { Decision } from './last-step.tsx';

interface DecidedProps {
  decision: Decision;
  onChange: () => void;
}

/** What was decided while the recording is still on its way. It holds as soon as that has arrived. */
export function Decided({ decision, onChange }: DecidedProps) {
  const words = usePrivacyWords();
  const { privacyLevel } = decision;
  const who = privacyLevel && words[privacyLevel].label;
  return (
    <Notice
      live
      tone="good"
      title={
        who ? (
          <Trans>Who may watch it: {who}</Trans>
        ) : (
          <Trans>It is shown as soon as it is here</Trans>
        )
      }
    >
      <p>
        <Trans>
          It joins the stories when all of it has arrived. If you close this page before, we ask you
          again.
        </Trans>
      </p>
      <div>
        <Button variant="quiet" autoFocus onPress={onChange}>
          <Trans>Decide anew</Trans>
        </Button>
      </div>
    </Notice>
  );
}
