import { useEffect, useRef } from 'react';

/** Each step of a page is a page to a screen reader: its heading takes the focus, and the top is shown. */
export function useHeadingFocus(step: string) {
  const former = useRef(step);
  useEffect(() => {
    if (former.current === step) return;
    former.current = step;
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [step]);
}
