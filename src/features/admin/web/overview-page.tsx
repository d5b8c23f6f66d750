import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import {
  HeartPulse,
  ListChecks,
  ListOrdered,
  Mail,
  MessageCircleQuestion,
  ScrollText,
  Shapes,
} from 'lucide-react';
import { BackLink, LinkButton } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import { useFormat } from '../../../web/format.ts';
import { overviewQuery } from './queries.ts';

/** How this Telloom is doing, for whoever runs it. */
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
      <Section title={t`Questions`}>
        <div className="flex flex-wrap gap-4">
          <LinkButton to="/admin/questions" variant="secondary" icon={MessageCircleQuestion}>
            <Trans>Look after the questions</Trans>
          </LinkButton>
          <LinkButton to="/admin/topics" variant="secondary" icon={ListOrdered}>
            <Trans>Topics</Trans>
          </LinkButton>
          <LinkButton to="/admin/kinds" variant="secondary" icon={Shapes}>
            <Trans>Kinds of things</Trans>
          </LinkButton>
        </div>
      </Section>
      <Section title={t`The machine`}>
        <div className="flex flex-wrap gap-4">
          <LinkButton to="/admin/health" variant="secondary" icon={HeartPulse}>
            <Trans>See how the machine is doing</Trans>
          </LinkButton>
          <LinkButton to="/admin/jobs" variant="secondary" icon={ListChecks}>
            <Trans>See the work</Trans>
          </LinkButton>
          <LinkButton to="/admin/log" variant="secondary" icon={ScrollText}>
            <Trans>See what admins did</Trans>
          </LinkButton>
        </div>
      </Section>
      <Section title={t`E-mails`}>
        <LinkButton to="/admin/mail" variant="secondary" icon={Mail}>
          <Trans>Read the e-mails</Trans>
        </LinkButton>
      </Section>
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
