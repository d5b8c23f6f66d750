import { Trans, useLingui } from '@lingui/react/macro';
import { useRouterState } from '@tanstack/react-router';
import { Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { Button } from './button.tsx';
import { settleUndo, undoables } from './undo.ts';

/**
 * Where an undo is offered: read out when it appears, reached with F6, and never gone while the pointer
 * or the focus is on it. Whoever goes to another page leaves it be.
 */
export function UndoRegion() {
  const { t } = useLingui();
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that is left ends the offer
  useEffect(() => settleUndo, [path]);
  useEffect(() => {
    window.addEventListener('pagehide', settleUndo);
    return () => window.removeEventListener('pagehide', settleUndo);
  }, []);
  return (
    <ToastRegion
      queue={undoables}
      aria-label={t`What was just done`}
      // above the links at the bottom of a phone
      className="no-print fixed inset-x-0 bottom-0 z-50 mx-auto w-full max-w-2xl p-[min(1rem,4vw)] max-sm:bottom-16"
    >
      {({ toast }) => (
        <Toast
          toast={toast}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 rounded-card border border-edge bg-ink px-5 py-4 text-paper [--target:4rem]"
        >
          <ToastContent className="min-w-0 flex-1 basis-52">{toast.content.words}</ToastContent>
          <div className="grid w-full auto-cols-fr grid-flow-col gap-2 sm:w-auto">
            {toast.content.undo && (
              <Button
                variant="secondary"
                icon={Undo2}
                onPress={() => {
                  toast.content.undo?.();
                  undoables.close(toast.key);
                }}
              >
                <Trans>Undo</Trans>
              </Button>
            )}
            <Button slot="close" variant="secondary">
              <Trans>Close</Trans>
            </Button>
          </div>
        </Toast>
      )}
    </ToastRegion>
  );
}
