import { useLingui } from '@lingui/react/macro';
import { useBlocker } from '@tanstack/react-router';

/** Asks before the person leaves while something is not yet sent. */
export function useUnsentGuard(active: boolean, allowed: { current: boolean }) {
  const { t } = useLingui();
  const question = t`Your recording is not sent yet. Leave this page all the same?`;
  useBlocker({
    disabled: !active,
    enableBeforeUnload: () => active && !allowed.current,
    shouldBlockFn: () => !allowed.current && !window.confirm(question),
  });
}
