import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../../web/components/button.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import type { FollowAsk } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { useFormat } from '../../../web/format.ts';
import { useWithdrawAsk } from './queries.ts';

/** Whom the person asked, in their own words, and nothing of whether anybody goes by them. */
export function AskedList({ asked }: { asked: FollowAsk[] }) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useErrorWords();
  const withdraw = useWithdrawAsk();
  return (
    <div className="grid gap-4">
      <Rows>
        {asked.map(({ id, handle, name, askedAt }) => {
          const whom = handle ?? name ?? t`Someone without a name`;
          return (
            <Row
              key={id}
              title={whom}
              about={<Trans>Asked on {format.date(askedAt)}. No answer yet.</Trans>}
              action={
                <Button
                  variant="secondary"
                  aria-label={t`Ask no longer: ${whom}`}
                  isPending={withdraw.isPending && withdraw.variables === id}
                  onPress={() => withdraw.mutate(id)}
                >
                  <Trans>Ask no longer</Trans>
                </Button>
              }
            />
          );
        })}
      </Rows>
      {withdraw.isError && <p role="alert">{words(withdraw.error)}</p>}
    </div>
  );
}
