import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { BackLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { KnownPersonDetail } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { PersonSignIn } from './person-sign-in.tsx';
import { useRoleNames } from './person-words.ts';
import { personQuery } from './queries.ts';

/** `/admin/people/…`: one person in numbers. What they tell is not for admins. */
export function PersonPage() {
  const { t } = useLingui();
  const { personId } = useParams({ from: '/app/own/admin/people/$personId' });
  const person = useSuspenseQuery(personQuery(personId)).data;
  return (
    <Page
      title={person.fullName || person.email || t`Somebody without a name`}
      back={
        <BackLink to="/admin/people">
          <Trans>People</Trans>
        </BackLink>
      }
    >
      <Section title={t`Who this is`}>
        <WhoTheyAre person={person} />
      </Section>
      <Section title={t`In numbers`}>
        <InNumbers person={person} />
      </Section>
      <PersonSignIn person={person} />
    </Page>
  );
}

/** Facts with their names before them; those that are null are left out. */
function Facts({ items }: { items: [string, ReactNode][] }) {
  return (
    <dl className="hairline divide-y divide-line rounded-card bg-card">
      {items
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div
            key={name}
            className="flex flex-wrap justify-between gap-x-6 gap-y-1 p-[min(1.25rem,5vw)]"
          >
            <dt className="text-ink-soft">{name}</dt>
            <dd className="min-w-0 font-semibold break-words">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function WhoTheyAre({ person }: { person: KnownPersonDetail }) {
  const { t } = useLingui();
  const format = useFormat();
  const names = useRoleNames();
  return (
    <Facts
      items={[
        [t`E-mail address`, person.email],
        [t`Username`, person.username],
        [t`What they do here`, person.roles.map((role) => names[role]).join(', ') || null],
        [t`Here since`, format.date(person.createdAt)],
        [t`Account is deleted on`, person.leavesAt && format.date(person.leavesAt)],
      ]}
    />
  );
}

function InNumbers({ person }: { person: KnownPersonDetail }) {
  const { t } = useLingui();
  const format = useFormat();
  const isSharer = person.roles.includes('SHARER');
  const ofSharer = (value: string) => (isSharer ? value : null);
  return (
    <Facts
      items={[
        [t`Stories`, ofSharer(format.number(person.stories))],
        [t`Recordings`, ofSharer(format.number(person.recordings))],
        [t`Photos and papers`, ofSharer(format.number(person.attachments))],
        [t`Room taken`, ofSharer(format.size(person.bytes))],
        [t`Followed by`, ofSharer(format.number(person.followedBy))],
        [t`Follows`, format.number(person.follows)],
        [t`Looks after stories of`, format.number(person.keeps)],
      ]}
    />
  );
}
