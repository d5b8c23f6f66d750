import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { FileText, Music } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { TextLink } from '../../../web/components/links.tsx';
import type { Attachment, Found } from '../../../web/contract.ts';
import { useNameOf, useWhenWords } from '../../attachments/web/attachment-words.ts';
import { Viewer } from '../../attachments/web/viewer.tsx';
import { Marked } from './marked.tsx';

type FoundAttachment = Found['attachments']['items'][number];
type FoundObject = Found['objects']['items'][number];

/** Photos open at full screen; each leads to the story that it lies beside. */
export function FoundAttachments({ items, level }: { items: FoundAttachment[]; level: 2 | 3 }) {
  const [shown, setShown] = useState<string | null>(null);
  const photos = items.map(({ attachment }) => attachment).filter(({ files }) => files.view);
  return (
    <>
      <ul className="grid gap-4 sm:grid-cols-2">
        {items.map((found) => (
          <FoundAttachmentCard
            key={found.attachment.id}
            found={found}
            level={level}
            onOpen={() => setShown(found.attachment.id)}
          />
        ))}
      </ul>
      <Viewer photos={photos} shown={shown} onShow={setShown} />
    </>
  );
}

interface CardProps {
  found: FoundAttachment;
  level: 2 | 3;
  onOpen: () => void;
}

function FoundAttachmentCard({ found, level, onOpen }: CardProps) {
  const { attachment, title, description } = found;
  const name = useNameOf()(attachment);
  const when = useWhenWords()(attachment);
  const people = attachment.people.map((person) => person.name).join(', ');
  return (
    <FoundThing
      level={level}
      picture={<Picture attachment={attachment} name={name} onOpen={onOpen} />}
      title={title ? <Marked parts={title} /> : name}
    >
      {[when, people].some(Boolean) && (
        <p className="text-ink-soft">{[when, people].filter(Boolean).join(' · ')}</p>
      )}
      {description && (
        <p className="line-clamp-3">
          <Marked parts={description} />
        </p>
      )}
      <p>
        <TextLink to="/stories/$storyId" params={{ storyId: attachment.responseId }}>
          <Trans>To its story</Trans>
          <span className="sr-only">: {attachment.question ?? name}</span>
        </TextLink>
      </p>
    </FoundThing>
  );
}

const square = 'size-24 shrink-0 overflow-hidden rounded-card bg-sunk';

function Picture(props: { attachment: Attachment; name: string; onOpen: () => void }) {
  const { attachment, name, onOpen } = props;
  if (attachment.files.thumb === null) {
    const Icon = attachment.kind === 'audio' ? Music : FileText;
    return (
      <span className={`${square} flex items-center justify-center`}>
        <Icon aria-hidden="true" className="size-8 text-thread" />
      </span>
    );
  }
  return (
    <AriaButton onPress={onOpen} aria-label={name} className={`${square} hairline cursor-pointer`}>
      <img src={attachment.files.thumb} alt="" loading="lazy" className="size-full object-cover" />
    </AriaButton>
  );
}

/** Things that the family keeps. */
export function FoundObjects({ items, level }: { items: FoundObject[]; level: 2 | 3 }) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {items.map(({ object, title, description }) => (
        <FoundThing
          key={object.id}
          level={level}
          picture={
            object.cover && (
              <span className={square}>
                <img src={object.cover} alt="" loading="lazy" className="size-full object-cover" />
              </span>
            )
          }
          title={
            <Link
              to="/objects/$objectId"
              params={{ objectId: object.id }}
              className="no-underline hover:underline hover:underline-offset-4"
            >
              {title ? <Marked parts={title} /> : object.name}
            </Link>
          }
        >
          {object.category && <p className="text-ink-soft">{object.category}</p>}
          {description && (
            <p className="line-clamp-3">
              <Marked parts={description} />
            </p>
          )}
        </FoundThing>
      ))}
    </ul>
  );
}

interface FoundThingProps {
  level: 2 | 3;
  picture: ReactNode;
  title: ReactNode;
  children: ReactNode;
}

function FoundThing({ level, picture, title, children }: FoundThingProps) {
  const Title = `h${level}` as const;
  return (
    <li className="hairline flex gap-4 rounded-card bg-card p-4">
      {picture}
      <div className="grid min-w-0 flex-1 content-start gap-1">
        <Title className="text-body font-semibold break-words">{title}</Title>
        {children}
      </div>
    </li>
  );
}
