import { useRef, useState } from 'react';
import type { PlayerHandle } from '../../videos/web/story-player.tsx';
import type { Cue } from '../webvtt.ts';

/** Plays single moments of a recording: give `player` and `onTime` to its StoryPlayer. */
export function useMoment() {
  const player = useRef<PlayerHandle>(null);
  const until = useRef<number | null>(null);
  const [time, setTime] = useState(0);
  return {
    player,
    time,
    onTime(seconds: number) {
      setTime(seconds);
      if (until.current === null || seconds < until.current) return;
      until.current = null;
      player.current?.pause();
    },
    /** Plays a cue, and stops where it ends. */
    play({ start, end }: Pick<Cue, 'start' | 'end'>) {
      player.current?.seek(start);
      until.current = end;
    },
  };
}
