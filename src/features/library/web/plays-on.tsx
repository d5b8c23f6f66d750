import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { CircleStop } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { PlaysOnSetting } from './plays-on-setting.tsx';
import { preferencesQuery } from './preferences.ts';

/** Long enough to read what comes, and to say no. */
const SECONDS = 10;

/** Starts the next story by itself, for those who chose that, unless they stop it. Nobody else is hurried. */
export function PlaysOn({ onNext }: { onNext: () => void }) {
  const playsOn = useQuery(preferencesQuery).data?.playsOn ?? false;
  const [stopped, setStopped] = useState(false);
  return (
    <div className="grid justify-items-start gap-3">
      {playsOn && !stopped && <Countdown onEnd={onNext} onStop={() => setStopped(true)} />}
      <PlaysOnSetting />
    </div>
  );
}

function Countdown({ onEnd, onStop }: { onEnd: () => void; onStop: () => void }) {
  const [left, setLeft] = useState(SECONDS);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    if (left === 0) return end.current();
    const second = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(second);
  }, [left]);
  return (
    <>
      {/* read out once: the number that goes down is for the eyes */}
      <p>
        <Trans>The next story starts by itself in a few seconds.</Trans>{' '}
        <span aria-hidden="true" className="font-semibold tabular-nums">
          {left}
        </span>
      </p>
      <Button variant="secondary" icon={CircleStop} onPress={onStop}>
        <Trans>Stop, stay here</Trans>
      </Button>
    </>
  );
}
