import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../web/components/button.tsx';

/** Throws a recording away, after a second question: nothing brings it back. */
export function DoNotKeep({ onConfirm }: { onConfirm: () => void }) {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button variant="quiet" onPress={() => setAsking(true)}>
        <Trans>Throw it away</Trans>
      </Button>
    );
  }
  return (
    <div className="grid gap-3 border-t border-line pt-4">
      <p className="font-semibold" role="status">
        <Trans>Throw this recording away for good?</Trans>
      </p>
      <div className="flex flex-wrap gap-4">
        <Button variant="secondary" onPress={() => setAsking(false)}>
          <Trans>No, leave it</Trans>
        </Button>
        <Button variant="quiet" onPress={onConfirm}>
          <Trans>Yes, throw it away</Trans>
        </Button>
      </div>
    </div>
  );
}
