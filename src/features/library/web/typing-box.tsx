import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { SearchAddress } from './search-address.ts';
import { SearchField } from './search-box.tsx';
import { searchBoxId } from './search-key.ts';

/** So long after the last key one has stopped to think, in milliseconds. */
const pause = 300;

/**
 * The box of the search page: what is found follows what is typed. The address does too, in one place of
 * the history: Back leads out of the search, not through its letters.
 */
export function TypingBox({ q = '' }: { q?: string }) {
  const { t } = useLingui();
  const navigate = useNavigate({ from: '/search' });
  const [typed, setTyped] = useState(q);
  const asked = useRef(q);
  const box = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // Back, or a link: the address says something else than what was typed.
  useEffect(() => {
    if (q === asked.current) return;
    asked.current = q;
    setTyped(q);
  }, [q]);
  // Whoever comes without a question comes to type one.
  useEffect(() => {
    if (asked.current === '') box.current?.focus({ preventScroll: true });
    return () => clearTimeout(timer.current);
  }, []);

  const search = (text: string) => {
    clearTimeout(timer.current);
    const next = text.trim();
    if (next === asked.current) return;
    asked.current = next;
    void navigate({
      to: '/search',
      // of the address as it is by now: a filter may have been chosen meanwhile
      search: (now: SearchAddress) => ({ ...now, q: next === '' ? undefined : next }),
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <SearchField
      ref={box}
      id={searchBoxId}
      label={t`Search in stories, photos and names`}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => search(target.value), pause);
      }}
      onSearch={search}
    />
  );
}
