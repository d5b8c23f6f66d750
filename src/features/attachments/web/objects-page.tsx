import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { Cloth } from '../../../web/components/cloth.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { BackLink, LinkButton } from '../../../web/components/links.tsx';
import { More } from '../../../web/components/more.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { FamilyObject } from '../../../web/contract.ts';
import { objectsQuery } from './queries.ts';

/** `/objects`: the things a family keeps, by what they are. */
export function ObjectsPage() {
  const { t } = useLingui();
  const { sharer } = useSearch({ from: '/app/objects' });
  const list = useSuspenseInfiniteQuery(objectsQuery(sharer));
  const objects = list.data.pages.flatMap((page) => page.items);
  const mine = sharer === undefined;
  return (
    <Page
      width="wide"
      storyteller={mine}
      title={t`Things we keep`}
      back={
        <BackLink to="/photos" search={{ sharer }}>
          <Trans>Photos and papers</Trans>
        </BackLink>
      }
    >
      {objects.length === 0 ? (
        <Nothing mine={mine} />
      ) : (
        <>
          {mine && <AddObject />}
          {[...byCategory(objects)].map(([category, items]) => (
            <Section key={category} title={category || t`Without a category`}>
              <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
                {items.map((object) => (
                  <ObjectCard key={object.id} object={object} />
                ))}
              </ul>
            </Section>
          ))}
        </>
      )}
      <More list={list} />
    </Page>
  );
}

function byCategory(objects: FamilyObject[]): Map<string, FamilyObject[]> {
  const sorted = [...objects].sort((a, b) => (a.category ?? '').localeCompare(b.category ?? ''));
  const groups = new Map<string, FamilyObject[]>();
  for (const object of sorted) {
    const category = object.category ?? '';
    groups.set(category, [...(groups.get(category) ?? []), object]);
  }
  return groups;
}

const AddObject = () => (
  <LinkButton to="/objects/new" icon={Plus}>
    <Trans>Add a thing</Trans>
  </LinkButton>
);

function Nothing({ mine }: { mine: boolean }) {
  const { t } = useLingui();
  return (
    <EmptyState title={t`What the family keeps will be here`} action={mine && <AddObject />}>
      <p>
        <Trans>A ring, a tool, a recipe book: with its photos and its story.</Trans>
      </p>
    </EmptyState>
  );
}

function ObjectCard({ object }: { object: FamilyObject }) {
  return (
    <li className="hairline group relative flex flex-col overflow-hidden rounded-card bg-card has-[a:hover]:border-edge">
      <div className="relative aspect-[4/3] overflow-hidden bg-sunk">
        {object.cover ? (
          <img src={object.cover} alt="" loading="lazy" className="size-full object-cover" />
        ) : (
          <Cloth />
        )}
      </div>
      <div className="grid content-start gap-2 p-5">
        <h3 className="text-large">
          <Link
            to="/objects/$objectId"
            params={{ objectId: object.id }}
            className="no-underline after:absolute after:inset-0 after:rounded-card group-hover:underline"
          >
            {object.name}
          </Link>
        </h3>
        {object.description && <p className="line-clamp-3 text-ink-soft">{object.description}</p>}
      </div>
    </li>
  );
}
