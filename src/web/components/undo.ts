import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';

/** How long something that can also be turned back elsewhere is offered, unless someone is about to take it. */
const BRIEF_MS = 20_000;

export interface Undoable {
  /** What was done, in a sentence. */
  words: string;
  undo?: () => void;
}

export interface UndoOffer extends Required<Undoable> {
  /**
   * Does it for good, once the offer is over. Without it, it is done already, and the offer goes by
   * itself; with it, the offer has no time limit.
   */
  settle?: () => void;
}

/** What is offered now: one thing at a time. UndoRegion shows it. */
export const undoables = new ToastQueue<Undoable>({ maxVisibleToasts: 1 });
let open: string | null = null;

/** Ends the offer that is open: what it was about is done for good. */
export function settleUndo(): void {
  if (open !== null) undoables.close(open);
}

function show(shown: Undoable, timeout?: number, onClose?: () => void): void {
  settleUndo();
  const key = undoables.add(shown, {
    timeout,
    onClose: () => {
      if (open === key) open = null;
      onClose?.();
    },
  });
  open = key;
}

/** Says that something was done, and offers to take it back: instead of asking before. */
export function offerUndo({ words, undo, settle }: UndoOffer): void {
  let taken = false;
  const take = () => {
    taken = true;
    undo();
  };
  show({ words, undo: take }, settle ? undefined : BRIEF_MS, () => taken || settle?.());
}

/** Says what did not work, where nothing else on the page would. */
export const tellFailure = (words: string): void => show({ words });
