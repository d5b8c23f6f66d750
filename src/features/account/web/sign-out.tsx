import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { forgetKept } from '../../../web/api.ts';
import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { useErrorWords } from '../../../web/error-words.ts';
import { forgetDevice } from '../../notifications/web/device.ts';
import { useUnsent } from '../../recording/web/sender-context.tsx';
import { signOut } from './api.ts';
import { NotSentYet } from './not-sent-yet.tsx';

export interface SignOutProps {
  /** Called when the session has ended. */
  onSignedOut: () => void;
  /** On the button. */
  children: ReactNode;
}

/**
 * Signs out on this device as soon as no recording is on this device alone. Where one is, the
 * person is told, and may do it all the same.
 */
export function SignOut({ onSignedOut, children }: SignOutProps) {
  const { t } = useLingui();
  const words = useErrorWords();
  const unsent = useUnsent();
  const [wanted, setWanted] = useState(false);
  const stay = () => setWanted(false);
  const { mutate, ...leaving } = useMutation({
    mutationFn: leaveDevice,
    onSuccess: onSignedOut,
    onError: stay,
  });
  const isFree = unsent?.length === 0;
  const isLeaving = leaving.isPending || leaving.isSuccess;
  useEffect(() => {
    if (wanted && isFree && !isLeaving) mutate();
  }, [wanted, isFree, isLeaving, mutate]);

  if (wanted && unsent && !isFree && !isLeaving) {
    return <NotSentYet unsent={unsent} onStay={stay} onLeave={() => mutate()} />;
  }
  return (
    <div className="grid justify-items-start gap-4">
      <Button
        variant="secondary"
        icon={LogOut}
        isPending={wanted || isLeaving}
        pendingLabel={t`Signing out…`}
        onPress={() => setWanted(true)}
      >
        {children}
      </Button>
      {leaving.isError && (
        <Notice tone="stop" live>
          {words(leaving.error)}
        </Notice>
      )}
    </div>
  );
}

/**
 * Signs out, also where the push service is away that would be told first. What is kept here goes
 * even without a connection: whoever presses this may be about to hand the tablet on.
 */
async function leaveDevice(): Promise<void> {
  await forgetKept();
  const [forgotten] = await Promise.allSettled([forgetDevice()]);
  if (forgotten.status === 'rejected') console.error(forgotten.reason);
  await signOut();
}
