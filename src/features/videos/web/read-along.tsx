import { Trans } from '@lingui/react/macro';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import type { Video } from '../../../web/contract.ts';
import { Transcript } from '../../transcripts/web/transcript.tsx';

export interface ReadAlongProps {
  transcript: NonNullable<Video['transcript']>;
  /** Where the player is, in seconds. */
  time: number | undefined;
  onSeek: (seconds: number) => void;
}

/**
 * The words, which scroll along with the telling until somebody scrolls by themselves. Arrow keys
 * go from sentence to sentence, Enter plays one.
 */
export function ReadAlong({ transcript, time, onSeek }: ReadAlongProps) {
  const box = useRef<HTMLDivElement>(null);
  const [follows, setFollows] = useState(true);
  const stopFollowing = () => setFollows(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the spoken sentence changes with the time
  useEffect(() => {
    if (follows && box.current) bringIntoView(box.current);
  }, [time, follows]);
  const seek = (seconds: number) => {
    setFollows(true);
    onSeek(seconds);
  };
  return (
    <div className="grid gap-3">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears what its links pass up */}
      <div
        ref={box}
        onWheel={stopFollowing}
        onTouchMove={stopFollowing}
        onKeyDown={(event) => moveBetweenSentences(event) && stopFollowing()}
        className="relative max-h-[50dvh] overflow-y-auto rounded-card border border-line bg-card p-5 lg:max-h-[72dvh] print:max-h-none print:border-0 print:p-0"
      >
        <Transcript {...transcript} currentTime={time} onSeek={seek} />
      </div>
      {!follows && time !== undefined && (
        <div className="no-print">
          <Button variant="quiet" onPress={() => setFollows(true)}>
            <Trans>Follow what is being said</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}

/** Scrolls the box and not the page, which may be looked at elsewhere. */
function bringIntoView(box: HTMLElement) {
  const spoken = box.querySelector<HTMLElement>('[aria-current="true"]');
  if (!spoken) return;
  const top = spoken.offsetTop - box.clientHeight / 3;
  if (Math.abs(box.scrollTop - top) < box.clientHeight / 6) return;
  box.scrollTo({ top });
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Moves the focus to the sentence before or after; says whether there was one. */
function moveBetweenSentences(event: KeyboardEvent<HTMLElement>): boolean {
  const step = STEPS[event.key];
  if (step === undefined) return false;
  const sentences = [...event.currentTarget.querySelectorAll('a')];
  const at = sentences.indexOf(event.target as HTMLAnchorElement);
  const next = sentences[at + step];
  if (at < 0 || !next) return false;
  event.preventDefault();
  next.focus();
  return true;
}
