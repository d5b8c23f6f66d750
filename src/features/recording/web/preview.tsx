import { useLingui } from '@lingui/react/macro';
import { Mic } from 'lucide-react';
import { type CSSProperties, type ReactNode, useState } from 'react';

/** What the camera sees, as in a mirror. */
export function Preview({
  stream,
  children,
}: {
  stream: MediaStream | null;
  children?: ReactNode;
}) {
  const { t } = useLingui();
  const [ratio, setRatio] = useState(WIDE);
  const show = (element: HTMLVideoElement | null) => {
    if (element && element.srcObject !== stream) element.srcObject = stream;
  };
  return (
    <Frame ratio={ratio}>
      <video
        ref={show}
        aria-label={t`You, as the camera sees you`}
        autoPlay
        muted
        playsInline
        // A phone that is turned changes the shape of the picture.
        onResize={(event) => setRatio(ratioOf(event.currentTarget))}
        className="size-full -scale-x-100 object-contain"
      />
      {children}
    </Frame>
  );
}

const WIDE = 16 / 9;

/** Width by height of what a video element shows, 16 by 9 while it shows nothing. */
export const ratioOf = ({ videoWidth, videoHeight }: HTMLVideoElement) =>
  videoWidth > 0 && videoHeight > 0 ? videoWidth / videoHeight : WIDE;

/** Stands where the picture would be when only the voice is recorded. */
export function VoiceFrame({ children, words }: { children?: ReactNode; words: ReactNode }) {
  return (
    <div className="relative grid h-40 w-full place-content-center justify-items-center gap-3 overflow-hidden rounded-card border border-line bg-thread-wash px-4 text-center lg:h-72">
      <Mic aria-hidden="true" className="size-12 text-thread" />
      <p className="font-heading">{words}</p>
      {children}
    </div>
  );
}

/** Around a picture of any shape, so high that what belongs to it stays in view. */
export function Frame({ ratio = WIDE, children }: { ratio?: number; children: ReactNode }) {
  return (
    <div
      style={{ '--ratio': ratio, aspectRatio: ratio } as CSSProperties}
      className="relative mx-auto lg:mx-0 w-[min(100%,calc(var(--frame)*var(--ratio)))] overflow-hidden rounded-card border border-line bg-black [--frame:28dvh] sm:[--frame:40dvh] lg:[--frame:54dvh]"
    >
      {children}
    </div>
  );
}

/** The picture and what one does with it: below each other, or side by side where there is room. */
export function Desk({ picture, children }: { picture: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[minmax(0,1fr)_23rem] lg:items-start lg:gap-10">
      <div className="grid min-w-0 gap-4">{picture}</div>
      {children}
    </div>
  );
}
