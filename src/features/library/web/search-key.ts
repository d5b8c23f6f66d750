import { useNavigate } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';

/** The id of the box on the page of search. */
export const searchBoxId = 'search-box';

const key = 'telloom.search-key';
const listeners = new Set<() => void>();

const isOn = () => localStorage.getItem(key) !== 'off';

/**
 * Whether the key leads to the search, on this device. One may switch it off: who speaks to their
 * computer, or whose hand slips, would be sent away by a single key (WCAG 2.1.4).
 */
export const useSearchKeySwitch = (): [boolean, (on: boolean) => void] => {
  const on = useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, isOn);
  return [
    on,
    (next) => {
      if (next) localStorage.removeItem(key);
      else localStorage.setItem(key, 'off');
      for (const changed of listeners) changed();
    },
  ];
};

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** `/` on any page leads to the search, and there into its box. */
export function useSearchKey(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (event.key !== '/' || !plain || event.defaultPrevented || !isOn()) return;
      // Where something is open over the page, keys belong to it.
      if (isTyping(event.target) || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      const box = document.getElementById(searchBoxId);
      if (box) box.focus();
      else void navigate({ to: '/search' });
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [navigate]);
}
