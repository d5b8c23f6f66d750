import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { HandHeart } from 'lucide-react';
import { addressFor } from '../../../web/acting-for.ts';
import { Avatar } from '../../../web/components/avatar.tsx';
import { buttonClass } from '../../../web/components/button-style.ts';
import { Card } from '../../../web/components/card.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Page } from '../../../web/components/page.tsx';
import type { LookedAfter } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { lookedAfterQuery } from './queries.ts';

/** A keeper's first page: whom they look after, what is new there, and what waits. */
export function LookedAfterPage() {
  const { t } = useLingui();
  const { items } = useSuspenseQuery(lookedAfterQuery).data;
  return (
    <Page title={t`Whom you look after`}>
      {items.length === 0 ? (
        <EmptyState title={t`Nobody yet`}>
          <p>
            <Trans>
              A storyteller can invite you to look after their stories. They appear here.
            </Trans>
          </p>
        </EmptyState>
      ) : (
        <>
          <p className="mb-8">
            <Trans>You can do there what they can. They can read what you did.</Trans>
          </p>
          <ul className="grid gap-6">
            {items.map((sharer) => (
              <li key={sharer.id}>
                <Sharer sharer={sharer} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function Sharer({ sharer }: { sharer: LookedAfter }) {
  const { t } = useLingui();
  const name = sharer.name ?? t`Someone without a name`;
  return (
    <Card className="grid gap-5">
      <div className="flex flex-wrap items-center gap-5">
        <Avatar name={sharer.name} url={sharer.avatarUrl} size="large" />
        <div className="min-w-0 flex-1 basis-48">
          <h2 className="text-title break-words">{name}</h2>
          <New sharer={sharer} />
        </div>
      </div>
      <Waiting sharer={sharer} />
      <div>
        {/* another document: from here on everything is about this one storyteller */}
        <a href={addressFor(sharer.id)} className={buttonClass('primary')}>
          <HandHeart aria-hidden="true" className="size-[1.2em] shrink-0" />
          <span>
            <Trans>Look after {name}’s stories</Trans>
          </span>
        </a>
      </div>
    </Card>
  );
}

function New({ sharer: { stories, newestAt, newestQuestion } }: { sharer: LookedAfter }) {
  const format = useFormat();
  if (newestAt === null) {
    return (
      <p className="text-ink-soft">
        <Trans>Nothing is told yet.</Trans>
      </p>
    );
  }
  const day = format.date(newestAt);
  return (
    <p className="text-ink-soft">
      <Plural value={stories} one="# story." other="# stories." />{' '}
      <Trans>
        The newest is “{newestQuestion}”, {day}.
      </Trans>
    </p>
  );
}

function Waiting({ sharer: { suggestions, troubled, unanswered } }: { sharer: LookedAfter }) {
  if (suggestions + troubled + unanswered === 0) {
    return (
      <p>
        <Trans>Nothing waits for you.</Trans>
      </p>
    );
  }
  return (
    <ul className="grid gap-1">
      {suggestions > 0 && (
        <li>
          <Plural
            value={suggestions}
            one="# suggestion for other words waits."
            other="# suggestions for other words wait."
          />
        </li>
      )}
      {troubled > 0 && (
        <li>
          <Plural
            value={troubled}
            one="# recording needs a look. It is safe."
            other="# recordings need a look. They are safe."
          />
        </li>
      )}
      {unanswered > 0 && (
        <li>
          <Plural
            value={unanswered}
            one="# invitation has no answer yet."
            other="# invitations have no answer yet."
          />
        </li>
      )}
    </ul>
  );
}
