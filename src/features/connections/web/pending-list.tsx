import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import type { Invitation } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { useFormat } from '../../../web/format.ts';
import { useCancelInvitation } from './queries.ts';

/** Invitations that wait for an answer, and those whose time is over. */
export function PendingList({ invitations }: { invitations: Invitation[] }) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useErrorWords();
  const cancel = useCancelInvitation();
  return (
    <div className="grid gap-4">
      <Rows>
        {invitations.map(({ id, email, role, status, expiresAt }) => (
          <Row
            key={id}
            title={<Address email={email} />}
            about={
              <>
                {role === 'EXECUTOR' && <Trans>To look after your stories.</Trans>}{' '}
                {status === 'EXPIRED'
                  ? t`The link has expired. You can invite them again.`
                  : t`The link works until ${format.date(expiresAt)}.`}
              </>
            }
            action={
              status === 'PENDING' && (
                <Button
                  variant="secondary"
                  aria-label={t`Cancel the invitation to ${email}`}
                  isPending={cancel.isPending && cancel.variables === id}
                  onPress={() => cancel.mutate(id)}
                >
                  <Trans>Cancel</Trans>
                </Button>
              )
            }
          />
        ))}
      </Rows>
      {cancel.isError && (
        <Notice tone="stop" live>
          {words(cancel.error)}
        </Notice>
      )}
    </div>
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
