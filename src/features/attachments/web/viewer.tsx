import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, Download, PencilLine, X } from 'lucide-react';
import { type PointerEvent, useEffect, useRef } from 'react';
import { Button as AriaButton, Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { Icon } from '../../../web/components/button.tsx';
import type { Attachment } from '../../../web/contract.ts';
import { useNameOf, useWhenWords } from './attachment-words.ts';

interface ViewerProps {
  photos: Attachment[];
  /** The id of the one that is open. */
  shown: string | null;
  onShow: (id: string | null) => void;
}

/** A finger that moves less than this did not mean to turn the page, in pixels. */
const swipe = 48;

/** Photos at full screen, one after the other: by button, arrow key or a swipe; Escape closes. */
export function Viewer({ photos, shown, onShow }: ViewerProps) {
  const { t } = useLingui();
  const at = photos.findIndex(({ id }) => id === shown);
  const photo = photos[at];
  const go = (step: 1 | -1) => {
    const next = photos[at + step];
    if (next) onShow(next.id);
  };
  useArrowKeys(photo !== undefined, go);
  const swiping = useSwipe(go);
  if (!photo) return null;
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => !open && onShow(null)}
      className="fixed inset-0 z-30 bg-black text-white"
    >
      <Modal className="size-full">
        <Dialog aria-label={t`Photos`} className="flex size-full flex-col outline-none">
          <Bar at={at} of={photos.length} onClose={() => onShow(null)} />
          <div className="relative min-h-0 flex-1 touch-pan-y" {...swiping}>
            <Picture photo={photo} />
            {at > 0 && (
              <Turn
                side="left"
                label={t`The one before`}
                icon={ChevronLeft}
                onPress={() => go(-1)}
              />
            )}
            {at < photos.length - 1 && (
              <Turn
                side="right"
                label={t`The next one`}
                icon={ChevronRight}
                onPress={() => go(1)}
              />
            )}
          </div>
          <Caption photo={photo} />
          <Actions photo={photo} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const control =
  'inline-flex min-h-14 cursor-pointer items-center gap-2 rounded-card px-4 text-white no-underline hover:bg-white/15 focus-visible:outline-white';

function Bar({ at, of, onClose }: { at: number; of: number; onClose: () => void }) {
  return (
    <div className="flex items-center justify-between gap-2 p-2">
      <p aria-live="polite" className="px-2 text-body">
        <Trans>
          {at + 1} of {of}
        </Trans>
      </p>
      <AriaButton autoFocus onPress={onClose} className={control}>
        <X aria-hidden="true" className="size-5" />
        <Trans>Close</Trans>
      </AriaButton>
    </div>
  );
}

/** Below the picture, where a thumb reaches them. */
function Actions({ photo }: { photo: Attachment }) {
  const address = photo.files.original ?? photo.files.view;
  return (
    <div className="flex flex-wrap p-2">
      {photo.canManage && (
        <Link to="/photos/$attachmentId" params={{ attachmentId: photo.id }} className={control}>
          <PencilLine aria-hidden="true" className="size-5" />
          <Trans>Write about it</Trans>
        </Link>
      )}
      <a href={`${address}?download`} className={control}>
        <Download aria-hidden="true" className="size-5" />
        <Trans>Save</Trans>
      </a>
    </div>
  );
}

function Picture({ photo }: { photo: Attachment }) {
  const name = useNameOf()(photo);
  return (
    <img
      key={photo.id}
      src={photo.files.view ?? ''}
      alt={name}
      draggable={false}
      className="absolute inset-0 size-full object-contain select-none"
    />
  );
}

interface TurnProps {
  side: 'left' | 'right';
  label: string;
  icon: Icon;
  onPress: () => void;
}

function Turn({ side, label, icon: Icon, onPress }: TurnProps) {
  return (
    <AriaButton
      onPress={onPress}
      aria-label={label}
      className={`absolute top-1/2 ${side === 'left' ? 'left-2' : 'right-2'} flex size-16 -translate-y-1/2 cursor-pointer items-center justify-center rounded-full bg-black/60 text-white hover:bg-black focus-visible:outline-white`}
    >
      <Icon aria-hidden="true" className="size-9" />
    </AriaButton>
  );
}

function Caption({ photo }: { photo: Attachment }) {
  const when = useWhenWords()(photo);
  const who = photo.people.map(({ name }) => name).join(', ');
  if (!photo.title && !photo.description && !when && !who) return null;
  return (
    <div className="grid max-h-[35%] gap-1 overflow-y-auto p-4 text-body">
      {(photo.title || when) && (
        <p>
          {photo.title && <span className="font-semibold">{photo.title}</span>}
          {photo.title && when && ' · '}
          {when}
        </p>
      )}
      {who && (
        <p>
          <Trans>In it: {who}</Trans>
        </p>
      )}
      {photo.description && <p className="whitespace-pre-line">{photo.description}</p>}
    </div>
  );
}

function useArrowKeys(open: boolean, go: (step: 1 | -1) => void): void {
  useEffect(() => {
    if (!open) return;
    const press = ({ key }: KeyboardEvent) => {
      if (key === 'ArrowRight') go(1);
      if (key === 'ArrowLeft') go(-1);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}

function useSwipe(go: (step: 1 | -1) => void) {
  const start = useRef<number | null>(null);
  return {
    onPointerDown: (event: PointerEvent) => {
      start.current = event.pointerType === 'touch' ? event.clientX : null;
    },
    onPointerUp: (event: PointerEvent) => {
      const moved = start.current === null ? 0 : event.clientX - start.current;
      start.current = null;
      if (Math.abs(moved) > swipe) go(moved < 0 ? 1 : -1);
    },
  };
}
