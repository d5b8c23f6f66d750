import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { HelpLink } from '../../features/help/web/help-link.tsx';
import { Band } from '../components/band.tsx';
import { Wordmark } from '../components/wordmark.tsx';
import { LanguageSwitch } from './language-switch.tsx';

/** An ornament, which may come later than the page; where there is no room for it, it does not come. */
const Frontispiece = lazy(() => import('./frontispiece.tsx'));

/** As `lg:` of the styles. */
const wide = matchMedia('(min-width: 64rem)');
const onResize = (tell: () => void) => {
  wide.addEventListener('change', tell);
  return () => wide.removeEventListener('change', tell);
};

/** Around the pages that anybody may open: the name, the language, and the page. */
export function PublicLayout() {
  const isWide = useSyncExternalStore(onResize, () => wide.matches);
  return (
    <div className="lg:grid lg:min-h-dvh lg:grid-cols-[minmax(0,1fr)_27rem]">
      <div className="min-w-0">
        <header>
          <Band />
          <div className="mx-auto flex w-full max-w-3xl flex-wrap items-center justify-between gap-x-4 px-4 py-4 sm:px-8">
            <Wordmark />
            <div className="flex flex-wrap items-center gap-x-3">
              <HelpLink />
              <LanguageSwitch />
            </div>
          </div>
        </header>
        <Outlet />
      </div>
      {isWide && (
        <Suspense fallback={<div />}>
          <Frontispiece />
        </Suspense>
      )}
    </div>
  );
}
