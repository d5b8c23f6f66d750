import { Trans } from '@lingui/react/macro';
import { Mic } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { createLevelMeter, SILENCE } from './level-meter.ts';

/** This long without a voice, in ms, and the page says so. */
const LONG_SILENCE = 6000;

type Hearing = 'waiting' | 'heard' | 'silent';

/** How loud the voice is, as a bar and in words. `fine` hides the words while all is well. */
export function LevelBar({ stream, fine }: { stream: MediaStream; fine?: boolean }) {
  const bar = useRef<HTMLDivElement>(null);
  const [hearing, setHearing] = useState<Hearing>('waiting');

  useEffect(() => {
    const meter = createLevelMeter(stream);
    let frame = 0;
    let last = performance.now();
    const draw = () => {
      const level = meter.read();
      const now = performance.now();
      if (level > SILENCE) last = now;
      if (level > SILENCE) setHearing('heard');
      else if (now - last > LONG_SILENCE) setHearing('silent');
      if (bar.current) bar.current.style.transform = `scaleX(${level})`;
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => {
      cancelAnimationFrame(frame);
      meter.close();
    };
  }, [stream]);

  return (
    <div className="flex w-full flex-wrap items-center gap-x-4 gap-y-2">
      <Mic aria-hidden="true" className="size-7 shrink-0 text-ink-soft" />
      <div
        aria-hidden="true"
        className="h-5 min-w-32 flex-1 overflow-hidden rounded-full border-2 border-edge bg-card"
      >
        <div ref={bar} className="h-full origin-left bg-good" />
      </div>
      <p role="status" className={fine && hearing !== 'silent' ? 'sr-only' : 'basis-full'}>
        {hearing === 'waiting' && <Trans>Say something. The bar moves when we hear you.</Trans>}
        {hearing === 'heard' && <Trans>We hear you.</Trans>}
        {hearing === 'silent' && <Trans>We cannot hear you. Speak up, or move closer.</Trans>}
      </p>
    </div>
  );
}
