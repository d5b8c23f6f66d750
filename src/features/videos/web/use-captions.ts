import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect } from 'react';
import { preferencesQuery, useChangePreferences } from '../../library/web/preferences.ts';

/** media-chrome's word for a press of the captions button or of its key. It bubbles. */
const TOGGLE = 'mediatogglesubtitlesrequest';

/**
 * Whether this person wants captions, and keeps what they choose with the player's own button.
 * @param player the element that holds the controls
 */
export function useCaptions(player: HTMLElement | null, media: RefObject<HTMLVideoElement | null>) {
  const wanted = useQuery(preferencesQuery).data?.captions ?? true;
  const { mutate } = useChangePreferences();
  useEffect(() => {
    // The controller sits further in, so by now it has done what was asked for.
    const keep = () => mutate({ captions: isShowing(media.current) });
    player?.addEventListener(TOGGLE, keep);
    return () => player?.removeEventListener(TOGGLE, keep);
  }, [player, media, mutate]);
  return wanted;
}

const isShowing = (media: HTMLVideoElement | null) =>
  [...(media?.textTracks ?? [])].some(
    ({ kind, mode }) => kind === 'captions' && mode === 'showing',
  );
