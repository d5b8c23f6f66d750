import { Trans } from '@lingui/react/macro';
import { Play, RotateCcw } from 'lucide-react';
import { Button } from '../../../web/components/button.tsx';
import { clockWords } from '../../recording/web/clock.ts';

/** For somebody who comes back: go on where they left off, or from the beginning. */
export function ResumeOffer({ at, onSeek }: { at: number; onSeek: (seconds: number) => void }) {
  const place = clockWords(at);
  return (
    <div className="no-print flex flex-wrap items-center gap-4">
      <Button icon={Play} onPress={() => onSeek(at)}>
        <Trans>Go on from {place}</Trans>
      </Button>
      <Button variant="secondary" icon={RotateCcw} onPress={() => onSeek(0)}>
        <Trans>Start over</Trans>
      </Button>
    </div>
  );
}
