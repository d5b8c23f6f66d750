import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import type { Invitation } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { useFormat } from '../../../web/format.ts';
import { type Sent, WasSent } from './invite-form.tsx';
import { useCancelInvitation, useInviteAgain } from './queries.ts';

/** Invitations that wait for an answer, and those whose time is over. */
export function PendingList({ invitations }: { invitations: Invitation[] }) {
  const words = useErrorWords();
  const cancel = useCancelInvitation();
  const again = useInviteAgain();
  const [sent, setSent] = useState<Sent>();
  const failed = cancel.error ?? again.error;
  return (
    <div className="grid gap-4">
      <Rows>
        {invitations.map((invitation) => (
          <Waiting
            key={invitation.id}
            invitation={invitation}
            isCancelling={cancel.isPending && cancel.variables === invitation.id}
            isSending={again.isPending && again.variables.id === invitation.id}
            onCancel={() => cancel.mutate(invitation.id)}
            onAgain={() =>
              again.mutate(invitation, {
                onSuccess: (made) => setSent({ email: invitation.email, ...made }),
              })
            }
          />
        ))}
      </Rows>
      {sent && <WasSent key={sent.link} sent={sent} />}
      {failed && (
        <Notice tone="stop" live>
          {words(failed)}
        </Notice>
      )}
    </div>
  );
}

interface WaitingProps {
  invitation: Invitation;
  isCancelling: boolean;
  isSending: boolean;
  onCancel: () => void;
  onAgain: () => void;
}

function Waiting({ invitation, isCancelling, isSending, onCancel, onAgain }: WaitingProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { email, role, status, expiresAt } = invitation;
  return (
    <Row
      title={<Address email={email} />}
      about={
        <>
          {role === 'EXECUTOR' && <Trans>To look after your stories.</Trans>}{' '}
          {status === 'EXPIRED'
            ? t`The link has expired. You can send it again.`
            : t`The link works until ${format.date(expiresAt)}.`}
        </>
      }
      action={
        <div className="grid gap-3">
          <Button
            variant="secondary"
            aria-label={t`Send the invitation to ${email} again`}
            isPending={isSending}
            pendingLabel={t`Sending…`}
            onPress={onAgain}
          >
            <Trans>Send again</Trans>
          </Button>
          {status === 'PENDING' && (
            <Button
              variant="secondary"
              aria-label={t`Cancel the invitation to ${email}`}
              isPending={isCancelling}
              onPress={onCancel}
            >
              <Trans>Cancel</Trans>
            </Button>
          )}
        </div>
      }
    />
  );
}

/** An address that breaks before its @ where it must break. */
function Address({ email }: { email: string }) {
  const [name, host] = email.split('@');
  return (
    <>
      {name}
      <wbr />@{host}
    </>
  );
}
