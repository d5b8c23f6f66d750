import { useLingui } from '@lingui/react/macro';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Icon } from '../../../web/components/button.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';

interface OrderListProps<T> {
  items: T[];
  name: (item: T) => string;
  title: (item: T) => ReactNode;
  about: (item: T) => ReactNode;
  /** Only beside its like does an item move. */
  group?: (item: T) => unknown;
  /** Takes all ids in their new order; resolves when the list is new. */
  onOrder: (ids: string[]) => Promise<unknown>;
}

type Step = -1 | 1;

/** A list whose items go up and down, by buttons, which every hand and every reader can use. */
export function OrderList<T extends { id: string }>(props: OrderListProps<T>) {
  const { items, name, title, about, group = () => true, onOrder } = props;
  const { t } = useLingui();
  const [said, setSaid] = useState('');
  const busy = useRef(false);
  const list = useRef<HTMLDivElement>(null);
  const moved = useRef<{ id: string; step: Step } | null>(null);
  // Moved about in the page, a button loses the focus; at an end the other one takes it.
  useLayoutEffect(() => {
    if (moved.current !== null && items.length > 0) focusOn(list.current, moved.current);
    moved.current = null;
  }, [items]);
  const canMove = (at: number, step: Step) => {
    const [item, beside] = [items[at], items[at + step]];
    return item !== undefined && beside !== undefined && group(item) === group(beside);
  };
  const move = async (at: number, step: Step) => {
    const item = items[at];
    if (item === undefined || busy.current) return;
    busy.current = true;
    const ids = items.map(({ id }) => id);
    ids.splice(at, 1);
    ids.splice(at + step, 0, item.id);
    try {
      moved.current = { id: item.id, step };
      await onOrder(ids);
      const [which, place] = [name(item), at + step + 1];
      setSaid(t`${which} is in place ${place} now.`);
    } catch {
      moved.current = null;
      setSaid(t`That did not work. Load the page again and try once more.`);
    } finally {
      busy.current = false;
    }
  };
  return (
    <div ref={list}>
      <Rows>
        {items.map((item, at) => (
          <Row
            key={item.id}
            title={title(item)}
            about={about(item)}
            action={
              <div className="flex gap-2" data-item={item.id}>
                {canMove(at, -1) && (
                  <MoveButton
                    step={-1}
                    icon={ArrowUp}
                    label={t`Move up: ${name(item)}`}
                    onPress={() => void move(at, -1)}
                  />
                )}
                {canMove(at, 1) && (
                  <MoveButton
                    step={1}
                    icon={ArrowDown}
                    label={t`Move down: ${name(item)}`}
                    onPress={() => void move(at, 1)}
                  />
                )}
              </div>
            }
          />
        ))}
      </Rows>
      <p role="status" className="mt-3 min-h-6 text-ink-soft">
        {said}
      </p>
    </div>
  );
}

interface MoveButtonProps {
  step: Step;
  icon: Icon;
  label: string;
  onPress: () => void;
}

const MoveButton = ({ step, icon: Icon, label, onPress }: MoveButtonProps) => (
  <Button
    data-step={step}
    aria-label={label}
    onPress={onPress}
    className="grid size-12 cursor-pointer place-items-center rounded-card border-2 border-edge bg-card hover:border-thread hover:text-thread"
  >
    <Icon className="size-5" />
  </Button>
);

function focusOn(list: HTMLElement | null, { id, step }: { id: string; step: Step }): void {
  const buttons = list?.querySelectorAll<HTMLElement>(`[data-item="${id}"] [data-step]`) ?? [];
  const same = [...buttons].find(({ dataset }) => dataset.step === String(step));
  (same ?? buttons[0])?.focus();
}
