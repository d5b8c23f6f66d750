import { Circle, type LucideIcon, Square } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Button } from 'react-aria-components';

/** A second press within this time is a slip of the finger, in ms. */
const SLIP = 1000;

function useSteady(onPress: () => void) {
  const last = useRef(Number.NEGATIVE_INFINITY);
  return () => {
    const now = performance.now();
    if (now - last.current < SLIP) return;
    last.current = now;
    onPress();
  };
}

export interface RoundButtonProps {
  face: 'record' | 'stop';
  onPress: () => void;
  children: ReactNode;
}

/** The one round red button: 96 px, with its word below. */
export function RoundButton({ face, onPress, children }: RoundButtonProps) {
  const Icon = face === 'record' ? Circle : Square;
  const press = useSteady(onPress);
  return (
    <Button
      onPress={press}
      className="group flex cursor-pointer min-w-[112px] flex-col items-center gap-1 rounded-card px-2 py-1 font-semibold select-none"
    >
      <span className="grid size-[96px] place-content-center rounded-full border-4 border-stop bg-stop p-1 text-stop-ink shadow-[inset_0_0_0_4px_var(--paper)] transition-colors duration-150 group-hover:border-stop-deep group-hover:bg-stop-deep">
        <Icon aria-hidden="true" fill="currentColor" className="size-[40px]" />
      </span>
      <span>{children}</span>
    </Button>
  );
}

export interface SideButtonProps {
  icon: LucideIcon;
  onPress: () => void;
  children: ReactNode;
}

/** Beside the round one, quieter and smaller: 72 px. */
export function SideButton({ icon: Icon, onPress, children }: SideButtonProps) {
  const press = useSteady(onPress);
  return (
    <Button
      onPress={press}
      className="flex min-h-18 min-w-[104px] cursor-pointer flex-col items-center justify-center gap-1 rounded-card border-2 border-edge bg-card px-2 py-2 leading-tight font-semibold select-none hover:border-thread hover:text-thread"
    >
      <Icon aria-hidden="true" className="size-7" />
      <span>{children}</span>
    </Button>
  );
}
