import { Trans, useLingui } from '@lingui/react/macro';
import { Avatar } from '../../../web/components/avatar.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import type { FollowRequest } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { AnswerRequest } from '../../notifications/web/answer-request.tsx';

/** Those who asked to watch: who waits for an answer, or who was told no and may still hear a yes. */
export function RequestList({ requests }: { requests: FollowRequest[] }) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <Rows>
      {requests.map(({ id, name, avatarUrl, status, createdAt }) => (
        <Row
          key={id}
          picture={<Avatar name={name} url={avatarUrl} />}
          title={name ?? t`Someone without a name`}
          about={<Trans>Asked on {format.date(createdAt)}.</Trans>}
          action={
            <AnswerRequest id={id} name={name} variant="secondary" refused={status === 'DENIED'} />
          }
        />
      ))}
    </Rows>
  );
}
