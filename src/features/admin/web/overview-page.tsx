import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { ListOrdered, Mail, MessageCircleQuestion, Shapes } from 'lucide-react';
import { BackLink, LinkButton } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { Overview } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { overviewQuery } from './queries.ts';

/** How this Telloom is doing, for whoever runs it. */
export function OverviewPage() {
  const { t } = useLingui();
  const overview = useSuspenseQuery(overviewQuery).data;
  const { people, sharers, stories, recordings } = overview;
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
      <Section title={t`Tools`}>
        <Tools tools={overview.tools} />
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

function Tools({ tools }: { tools: Overview['tools'] }) {
  const { t } = useLingui();
  return (
    <div className="grid gap-4">
      {tools.ffmpeg ? (
        <Notice tone="good" title={t`ffmpeg makes recordings ready`}>
          <p className="break-all text-ink-soft">{tools.ffmpeg}</p>
        </Notice>
      ) : (
        <Notice tone="careful" title={t`ffmpeg is missing`}>
          <Trans>
            Recordings are kept and play as they came, but slow connections will struggle. Install
            ffmpeg and start Telloom again.
          </Trans>
        </Notice>
      )}
      {tools.transcripts ? (
        <Notice tone="good" title={t`Transcripts are written by themselves`}>
          <p className="break-all text-ink-soft">{tools.transcripts}</p>
        </Notice>
      ) : (
        <Notice title={t`Transcripts are written by hand`}>
          <Trans>No speech engine was found.</Trans>
        </Notice>
      )}
      {tools.mail === 'smtp' ? (
        <Notice tone="good" title={t`E-mails are sent by your mail server`} />
      ) : (
        <Notice tone="careful" title={t`E-mails stay here`}>
          <Trans>
            No mail server is set. Codes and invitations wait in the list of e-mails, and you pass
            them on.
          </Trans>
        </Notice>
      )}
    </div>
  );
}
