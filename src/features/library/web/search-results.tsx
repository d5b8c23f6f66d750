import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { More, type MoreList } from '../../../web/components/more.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { Found } from '../../../web/contract.ts';
import { FoundAttachments, FoundObjects } from './found-belongings.tsx';
import { FoundPeople } from './found-people.tsx';
import { FoundQuestions } from './found-questions.tsx';
import { FoundStories } from './found-stories.tsx';
import { FoundTopicVideos } from './found-topic-videos.tsx';
import { useKindWords } from './found-words.ts';
import type { Kind, SearchAddress } from './search-address.ts';

interface ResultsProps {
  pages: Found[];
  address: SearchAddress;
  list: MoreList;
}

/** What was found: of one kind all of it, page by page; otherwise the best of each kind. */
export function SearchResults({ pages, address, list }: ResultsProps) {
  const { kind } = address;
  if (kind !== undefined) {
    return (
      <>
        {shown(kind, pages, 2)}
        <More list={list} />
      </>
    );
  }
  const [first] = pages;
  const few = first === undefined ? [] : [first];
  // Somebody who is only called like it may not be meant at all: bread, and Brad.
  const isMeant = (first?.people.items[0]?.likeness ?? 0) >= 0.9;
  const people = <Group kind="people" pages={few} address={address} />;
  return (
    <>
      {isMeant && people}
      <Group kind="stories" pages={pages} address={address} more={<More list={list} />} />
      <Group kind="topicVideos" pages={few} address={address} />
      {!isMeant && people}
      <Group kind="attachments" pages={few} address={address} />
      <Group kind="objects" pages={few} address={address} />
      <Group kind="questions" pages={few} address={address} />
    </>
  );
}

/** The ones of a kind, out of all the pages that were fetched. */
function shown(kind: Kind, pages: Found[], level: 2 | 3): ReactNode {
  switch (kind) {
    case 'stories':
      return <FoundStories level={level} items={pages.flatMap(({ items }) => items)} />;
    case 'topicVideos':
      return (
        <FoundTopicVideos level={level} items={pages.flatMap((page) => page.topicVideos.items)} />
      );
    case 'attachments':
      return (
        <FoundAttachments level={level} items={pages.flatMap((page) => page.attachments.items)} />
      );
    case 'objects':
      return <FoundObjects level={level} items={pages.flatMap((page) => page.objects.items)} />;
    case 'people':
      return <FoundPeople items={pages.flatMap((page) => page.people.items)} />;
    case 'questions':
      return <FoundQuestions items={pages.flatMap((page) => page.questions.items)} />;
  }
}

interface GroupProps {
  kind: Kind;
  pages: Found[];
  address: SearchAddress;
  /** What leads on; otherwise a link to all of the kind, where there are more. */
  more?: ReactNode;
}

function Group({ kind, pages, address, more }: GroupProps) {
  const title = useKindWords()[kind];
  const [first] = pages;
  const count = first?.counts[kind] ?? 0;
  if (first === undefined || count === 0) return null;
  const goesOn = more === undefined && kind !== 'stories' && first[kind].nextCursor !== null;
  return (
    <Section
      title={title}
      aside={
        goesOn && (
          <Link to="/search" search={{ ...address, kind }} className="prose-link">
            <Trans>Show all {count}</Trans>
            <span className="sr-only">: {title}</span>
          </Link>
        )
      }
    >
      {shown(kind, pages, 3)}
      {more}
    </Section>
  );
}
