import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { BackLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import { useFormat } from '../../../web/format.ts';
import { Doors } from './doors.tsx';
import { overviewQuery } from './queries.ts';

/** How this Telloom is doing, and the way to every other page of whoever runs it. */
export function OverviewPage() {
  const { t } = useLingui();
  const { people, sharers, stories, recordings } = useSuspenseQuery(overviewQuery).data;
  return (
    <Page
      title={t`Running Telloom`}
      width="wide"
      back={
        <BackLink to="/account">
          <Trans>Account</Trans>
        </BackLink>
      }
    >
      <Section title={t`In numbers`}>
        <Numbers
          items={[
            [t`People`, people],
            [t`Storytellers`, sharers],
            [t`Stories`, stories],
          ]}
        />
      </Section>
      <Section title={t`Recordings`}>
        <Numbers
          items={[
            [t`Ready`, recordings.ready],
            [t`Getting ready`, recordings.preparing],
            [t`Went wrong`, recordings.errored],
          ]}
        />
      </Section>
      <Doors />
    </Page>
  );
}

function Numbers({ items }: { items: [string, number][] }) {
  const format = useFormat();
  return (
    <dl className="hairline grid divide-line rounded-card bg-card max-sm:divide-y sm:grid-cols-3 sm:divide-x">
      {items.map(([name, value]) => (
        <div key={name} className="flex items-baseline justify-between gap-2 p-5 sm:grid sm:p-6">
          <dt className="text-ink-soft">{name}</dt>
          <dd className="font-heading text-title tabular-nums">{format.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
