/**
 * Plays from one second to another and stops there, to a frame: a person hears what is left of a
 * word. Whoever pauses or goes elsewhere meanwhile has ended that.
 */
export function playPart(media: HTMLVideoElement, from: number, to: number): void {
  media.addEventListener('seeked', () => stopAt(media, to), { once: true });
  media.currentTime = from;
  media.play().catch(() => undefined);
}

function stopAt(media: HTMLVideoElement, to: number): void {
  const over = new AbortController();
  const end = () => over.abort();
  media.addEventListener('pause', end, { once: true, signal: over.signal });
  media.addEventListener('seeking', end, { once: true, signal: over.signal });
  const look = () => {
    if (over.signal.aborted) return;
    if (media.currentTime >= to) media.pause();
    else requestAnimationFrame(look);
  };
  look();
}
