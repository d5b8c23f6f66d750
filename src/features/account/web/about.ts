import { useEffect, useState } from 'react';
import type { Got } from '../../../web/contract.ts';
import { about } from './api.ts';

type About = Got<'/about'>;

/** What a visitor may know of this Telloom, as soon as it is here. */
export function useAbout(): About | null {
  const [known, setKnown] = useState<About | null>(null);
  useEffect(() => {
    about().then(
      setKnown,
      // The page works without knowing; the form tells of a server that cannot be reached.
      (error: unknown) => console.error(error),
    );
  }, []);
  return known;
}

/** Whether codes leave by e-mail, or wait with whoever runs a Telloom without a mail server. */
export const useSendsMail = (): boolean => useAbout()?.sendsMail ?? true;
