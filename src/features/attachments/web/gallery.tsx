import { Trans } from '@lingui/react/macro';
import { FileText, Music } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { TextLink } from '../../../web/components/links.tsx';
import type { Attachment } from '../../../web/contract.ts';
import { useNameOf, useProblemWords, useWhenWords } from './attachment-words.ts';
import { Viewer } from './viewer.tsx';

/** Photos as a grid that opens full screen; below them sounds to play and papers to open. */
export function Gallery({ items }: { items: Attachment[] }) {
  const [shown, setShown] = useState<string | null>(null);
  const photos = items.filter(({ files }) => files.thumb !== null);
  const others = items.filter(({ files }) => files.thumb === null);
  return (
    <div className="grid gap-6">
      {photos.length > 0 && (
        <ul
          className={
            photos.length === 1
              ? 'max-w-xl'
              : 'grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4'
          }
        >
          {photos.map((photo) => (
            <Tile
              key={photo.id}
              photo={photo}
              alone={photos.length === 1}
              onOpen={() => setShown(photo.id)}
            />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className="hairline divide-y divide-line overflow-hidden rounded-card bg-card">
          {others.map((item) => (
            <Paper key={item.id} item={item} />
          ))}
        </ul>
      )}
      <Viewer photos={photos} shown={shown} onShow={setShown} />
    </div>
  );
}

/** A square among others; alone, the whole picture. */
function Tile(props: { photo: Attachment; alone: boolean; onOpen: () => void }) {
  const { photo, alone, onOpen } = props;
  const name = useNameOf()(photo);
  const when = useWhenWords()(photo);
  return (
    <li className="grid content-start gap-1">
      <AriaButton
        onPress={onOpen}
        aria-label={name}
        className={`hairline block cursor-pointer overflow-hidden rounded-card bg-sunk hover:border-edge ${alone ? '' : 'aspect-square w-full'}`}
      >
        <img
          src={(alone ? photo.files.view : photo.files.thumb) ?? ''}
          alt=""
          loading="lazy"
          className={alone ? 'max-h-[70vh] max-w-full' : 'size-full object-cover'}
        />
      </AriaButton>
      {(photo.title || when) && (
        <p aria-hidden="true" className="text-body leading-snug">
          {photo.title && <span className="block">{photo.title}</span>}
          {when && <span className="block text-ink-soft">{when}</span>}
        </p>
      )}
    </li>
  );
}

function Paper({ item }: { item: Attachment }) {
  const name = useNameOf()(item);
  const when = useWhenWords()(item);
  const problems = useProblemWords();
  const { files } = item;
  const Icon = item.kind === 'audio' ? Music : FileText;
  const address = files.document ?? files.original;
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-3 p-[min(1.25rem,5vw)]">
      <Icon aria-hidden="true" className="size-8 shrink-0 text-thread" />
      <div className="min-w-0 flex-1 basis-40">
        <p className="font-semibold break-words">{name}</p>
        {when && <p className="text-ink-soft">{when}</p>}
        {item.description && <p className="text-ink-soft">{item.description}</p>}
        {item.problem && <p className="text-ink-soft">{problems[item.problem]}</p>}
      </div>
      {files.listen && <Sound address={files.listen} name={name} />}
      {!files.listen && address && (
        <a href={`${address}?download`} className="prose-link inline-flex min-h-11 items-center">
          <Trans>Open</Trans>
          <span className="sr-only"> {name}</span>
        </a>
      )}
      {item.canManage && (
        <TextLink
          to="/photos/$attachmentId"
          params={{ attachmentId: item.id }}
          className="min-h-11"
        >
          <Trans>Write about it</Trans>
          <span className="sr-only"> {name}</span>
        </TextLink>
      )}
    </li>
  );
}

function Sound({ address, name }: { address: string; name: string }) {
  // biome-ignore lint/a11y/useMediaCaption: what is said in it is not written down anywhere
  return <audio controls preload="none" src={address} aria-label={name} className="max-w-full" />;
}
