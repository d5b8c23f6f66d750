import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';

export interface SaveOrLeaveProps {
  /** What the form is about. Several can be open on a page, and each Save says what it saves. */
  about: string;
  /** What saving is called here, and while it lasts. */
  save?: ReactNode;
  pendingLabel?: string;
  /** What leaving it is called here. */
  leave?: ReactNode;
  onLeave: () => void;
}

/** The two ways out of a form that was opened in its place. */
export function SaveOrLeave({ about, save, pendingLabel, leave, onLeave }: SaveOrLeaveProps) {
  const { t } = useLingui();
  const which = <span className="sr-only">: {about}</span>;
  return (
    <div className="flex flex-wrap gap-4">
      <Button type="submit" pendingLabel={pendingLabel ?? t`Saving…`}>
        {save ?? <Trans>Save</Trans>}
        {which}
      </Button>
      <Button variant="quiet" onPress={onLeave}>
        {leave ?? <Trans>Leave it as it was</Trans>}
        {which}
      </Button>
    </div>
  );
}
