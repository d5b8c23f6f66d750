import { Plural, Trans } from '@lingui/react/macro';
import { Avatar } from '../../../web/components/avatar.tsx';
import { LinkButton } from '../../../web/components/links.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import type { Found } from '../../../web/contract.ts';
import { useRelationWords } from '../../attachments/web/relation-words.ts';
import { Marked } from './marked.tsx';

export type FoundPerson = Found['people']['items'][number];

/** Storytellers, and people in photos; each leads to all that there is of them. */
export function FoundPeople({ items }: { items: FoundPerson[] }) {
  return (
    <Rows>
      {items.map((person) => (
        <Row
          key={person.id}
          picture={<Avatar name={plain(person)} url={person.avatarUrl} />}
          title={<Marked parts={person.name} />}
          about={<About person={person} />}
          action={
            <LinkButton variant="secondary" to="/search" search={{ person: person.id }}>
              <Trans>See everything</Trans>
              <span className="sr-only">: {plain(person)}</span>
            </LinkButton>
          }
        />
      ))}
    </Rows>
  );
}

export const plain = ({ name }: Pick<FoundPerson, 'name'>) => name.map(({ text }) => text).join('');

/** Who they are, in a few words. */
export function About({ person }: { person: FoundPerson }) {
  const relations = useRelationWords();
  if (person.role === 'storyteller') return <Trans>Tells stories here</Trans>;
  return (
    <>
      {person.relation && `${relations[person.relation]} · `}
      <Trans>
        in <Plural value={person.attachments} one="# photo or paper" other="# photos and papers" />{' '}
        of {person.sharerName}
      </Trans>
    </>
  );
}
