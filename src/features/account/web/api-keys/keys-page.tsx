import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AskFirst } from '../../../../web/components/ask-first.tsx';
import { BackLink } from '../../../../web/components/links.tsx';
import { Page } from '../../../../web/components/page.tsx';
import { Section } from '../../../../web/components/section.tsx';
import type { ApiKey } from '../../../../web/contract.ts';
import { useFormat } from '../../../../web/format.ts';
import { meQuery } from '../../../people/web/queries.ts';
import { SignInAgain, useNewSession } from '../sign-in-again.tsx';
import { NewKeyForm } from './new-key-form.tsx';
import { apiKeysQuery, endApiKey, makeApiKey } from './queries.ts';
import { ShownOnce } from './shown-once.tsx';

/** Keys for programs that one wrote: those there are, and a new one, which is shown once. */
export function KeysPage() {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data: me } = useSuspenseQuery(meQuery);
  const { items } = useSuspenseQuery(apiKeysQuery).data;
  const { isNeeded, withNewSession } = useNewSession();
  const [made, setMade] = useState<{ name: string; key: string }>();
  const refresh = () => client.refetchQueries({ queryKey: apiKeysQuery.queryKey });
  return (
    <Page
      title={t`Keys for programs`}
      back={
        <BackLink to="/account">
          <Trans>Account</Trans>
        </BackLink>
      }
    >
      <p className="mb-8 max-w-2xl">
        <Trans>
          With a key, a program of yours can use Telloom as you. Give a key to nobody. Whoever has
          it can do what it may do.
        </Trans>
      </p>
      {items.length > 0 && (
        <Section title={t`Your keys`}>
          <ul className="hairline divide-y divide-line rounded-card bg-card">
            {items.map((each) => (
              <OneKey key={each.id} apiKey={each} onEnded={refresh} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={t`A new key`}>
        {made && <ShownOnce key={made.key} name={made.name} secret={made.key} />}
        {isNeeded ? (
          <SignInAgain />
        ) : (
          <NewKeyForm
            isAdmin={me.isAdmin}
            onWished={async (wish) => {
              const answer = await withNewSession(() => makeApiKey(wish));
              if (answer === null) return;
              setMade(answer.result);
              await refresh();
            }}
          />
        )}
      </Section>
    </Page>
  );
}

function OneKey({ apiKey, onEnded }: { apiKey: ApiKey; onEnded: () => Promise<unknown> }) {
  const { id, name, start, scopes, lastUsedAt, expiresAt } = apiKey;
  const { t } = useLingui();
  const format = useFormat();
  const used = lastUsedAt && format.dateTime(lastUsedAt);
  const ends = expiresAt && format.date(expiresAt);
  const isOver = expiresAt !== null && new Date(expiresAt) <= new Date();
  return (
    <li className="grid gap-3 p-[min(1.25rem,5vw)]">
      <div>
        <p className="font-semibold break-words">{name}</p>
        <p className="text-ink-soft">
          <code>{start}…</code> · {scopes.join(', ')}
        </p>
        <p className="text-ink-soft">{used ? t`Used last on ${used}` : t`Not used yet`}</p>
        {ends && (
          <p className="text-ink-soft">{isOver ? t`Ended on ${ends}` : t`Ends on ${ends}`}</p>
        )}
      </div>
      <AskFirst
        label={
          <>
            <Trans>End this key</Trans>
            <span className="sr-only">: {name}</span>
          </>
        }
        question={t`End this key?`}
        keep={<Trans>Keep it</Trans>}
        confirm={<Trans>End it now</Trans>}
        pendingLabel={t`Ending it…`}
        onConfirm={async () => {
          await endApiKey(id);
          await onEnded();
        }}
      >
        <Trans>A program that uses it stops working at once.</Trans>
      </AskFirst>
    </li>
  );
}
