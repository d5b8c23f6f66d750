import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { BackLink, LinkButton, TextLink } from '../../../web/components/links.tsx';
import { More } from '../../../web/components/more.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { PersonTag } from '../../../web/contract.ts';
import { useWhose } from '../../../web/whose-context.ts';
import { useStoriesTitle } from '../../responses/web/stories-title.ts';
import { Gallery } from './gallery.tsx';
import { galleryQuery, peopleQuery } from './queries.ts';
import { useRelationWords } from './relation-words.ts';

/** `/photos`: all of a storyteller, or those of one person or topic. */
export function PhotosPage() {
  const { t } = useLingui();
  const filter = useSearch({ from: '/app/photos' });
  const list = useSuspenseInfiniteQuery(galleryQuery(filter));
  const { items: people } = useSuspenseQuery(peopleQuery(filter.sharer)).data;
  const items = list.data.pages.flatMap((page) => page.items);
  const person = people.find(({ id }) => id === filter.person);
  const mine = filter.sharer === undefined;
  const storiesTitle = useStoriesTitle();
  return (
    <Page
      width="wide"
      storyteller={mine}
      title={person ? t`Photos of ${person.name}` : t`Photos and papers`}
      back={
        <BackLink to={mine ? '/stories' : '/watch'}>
          {mine ? storiesTitle : <Trans>All stories</Trans>}
        </BackLink>
      }
    >
      {person && <About person={person} />}
      {items.length === 0 ? <Nothing mine={mine} /> : <Gallery items={items} />}
      <More list={list} />
      {people.length > 0 && (
        <Section title={t`Who is in them`}>
          <ul className="flex flex-wrap gap-3">
            {people.map((one) => (
              <li key={one.id}>
                <LinkButton
                  variant="secondary"
                  to="/photos"
                  search={{ sharer: filter.sharer, person: one.id }}
                  aria-current={one.id === filter.person ? 'true' : undefined}
                >
                  {one.name} <span className="font-normal text-ink-soft">({one.attachments})</span>
                </LinkButton>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t`Things we keep`}>
        <TextLink to="/objects" search={{ sharer: filter.sharer }}>
          <Trans>A ring, a tool, a recipe book: see what there is</Trans>
        </TextLink>
      </Section>
    </Page>
  );
}

function About({ person }: { person: PersonTag }) {
  const relations = useRelationWords();
  const { name } = person;
  return (
    <p className="-mt-3 mb-6 flex flex-wrap gap-x-6 text-ink-soft">
      {person.relation && <span>{relations[person.relation]}</span>}
      <TextLink to="/photos" search={({ sharer }: { sharer?: string }) => ({ sharer })}>
        <Trans>Everybody’s photos</Trans>
      </TextLink>
      <TextLink to="/search" search={{ person: person.id }}>
        <Trans>Everything with {name}</Trans>
      </TextLink>
    </p>
  );
}

function Nothing({ mine }: { mine: boolean }) {
  const { t } = useLingui();
  const whose = useWhose();
  return (
    <EmptyState
      title={t`Photos will be here`}
      action={
        mine && (
          <LinkButton to="/stories">
            {whose({ own: t`See my stories`, theirs: t`See the stories` })}
          </LinkButton>
        )
      }
    >
      <p>
        {mine ? (
          whose({
            own: t`Open one of your stories, and add photos and papers to it.`,
            theirs: t`Open one of the stories, and add photos and papers to it.`,
          })
        ) : (
          <Trans>Nobody has added photos that you may see yet.</Trans>
        )}
      </p>
    </EmptyState>
  );
}
