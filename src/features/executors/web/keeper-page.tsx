import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import { AskFirst } from '../../../web/components/ask-first.tsx';
import { Avatar } from '../../../web/components/avatar.tsx';
import { BackLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import type { Keeper } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { InviteForm } from '../../connections/web/invite-form.tsx';
import { keeperQuery } from './queries.ts';

/** Who looks after the stories when their teller cannot, or the way to ask somebody to. */
export function KeeperPage() {
  const { t } = useLingui();
  const { keeper } = useSuspenseQuery(keeperQuery).data;
  return (
    <Page
      storyteller
      title={t`Your keeper`}
      back={
        <BackLink to="/family">
          <Trans>Family and friends</Trans>
        </BackLink>
      }
    >
      <div className="grid gap-6">
        <p>
          <Trans>
            Your keeper can do all that you can here, but name a keeper. You read what they did.
          </Trans>
        </p>
        {keeper ? <Named keeper={keeper} /> : <InviteForm invited="EXECUTOR" />}
      </div>
    </Page>
  );
}

function Named({ keeper }: { keeper: Keeper }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const format = useFormat();
  const name = keeper.name ?? t`Someone without a name`;
  const since = format.date(keeper.since);
  return (
    <>
      <Rows>
        <Row
          picture={<Avatar name={keeper.name} url={keeper.avatarUrl} />}
          title={name}
          about={t`Looks after your stories since ${since}.`}
        />
      </Rows>
      <AskFirst
        label={<Trans>End it</Trans>}
        question={t`Should ${name} look after your stories no longer?`}
        keep={<Trans>Keep it so</Trans>}
        confirm={<Trans>Yes, end it</Trans>}
        pendingLabel={t`Ending…`}
        onConfirm={async () => {
          await api.delete('/keeper');
          await client.invalidateQueries({ queryKey: keeperQuery.queryKey });
        }}
      >
        <Trans>What they did for you stays. You can invite them again.</Trans>
      </AskFirst>
    </>
  );
}
