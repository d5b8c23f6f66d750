import { useLingui } from '@lingui/react/macro';
import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { WhoseContext } from '../whose-context.ts';
import { ErrorSummary } from './error-summary.tsx';
import { PageContext, type Problem } from './form-context.ts';

export interface PageProps {
  /** The heading, and the title of the window. */
  title: string;
  /** A BackLink, always at the same place. */
  back?: ReactNode;
  /** A short line above the heading, for example the topic. */
  eyebrow?: ReactNode;
  /** Larger type and targets: the pages of the person who tells. */
  storyteller?: boolean;
  /** `question` sets the heading as a question of the book; `page` is the ordinary heading. */
  heading?: 'page' | 'question';
  /** `narrow` for forms and reading, `wide` for lists of cards. */
  width?: 'narrow' | 'wide';
  /** What is in it takes the focus by itself; otherwise the heading does. */
  ownFocus?: boolean;
  children: ReactNode;
}

/** The path of the page that had the focus last; the first page of a visit keeps it where it is. */
let lastPath: string | undefined;

/** After a navigation the heading takes the focus, so that a screen reader starts there. */
function useHeadingFocus(ownFocus: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The address that is on the screen, not the one that is being fetched behind the old page.
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  useEffect(() => {
    if (path === undefined) return;
    // Back leads to where one was on the page, and the router to the top of any other.
    if (lastPath !== undefined && lastPath !== path && !ownFocus) {
      heading.current?.focus({ preventScroll: true });
    }
    lastPath = path;
  }, [path, ownFocus]);
  return heading;
}

/** One page: the main landmark, its heading and its title. Every route renders exactly one. */
export function Page(props: PageProps) {
  const { title, back, eyebrow, storyteller, heading = 'page', width = 'narrow' } = props;
  const { t } = useLingui();
  const [problems, setProblems] = useState<Problem[]>([]);
  const whose = useContext(WhoseContext);
  const ref = useHeadingFocus(props.ownFocus === true);
  useEffect(() => {
    const name = [title, whose, 'Telloom'].filter(Boolean).join(' – ');
    document.title = problems.length > 0 ? t`Error: ${name}` : name;
  }, [title, whose, problems, t]);
  return (
    <main
      id="main"
      tabIndex={-1}
      className={`mx-auto w-full px-[min(1rem,4vw)] pt-6 pb-28 sm:px-8 sm:pt-10 ${storyteller ? 'storyteller' : ''} ${
        width === 'wide' ? 'max-w-6xl' : 'max-w-3xl'
      }`}
    >
      {back && <div className="no-print mb-5">{back}</div>}
      <ErrorSummary problems={problems} />
      {eyebrow && <div className="mb-3 text-ink-soft">{eyebrow}</div>}
      <h1
        ref={ref}
        tabIndex={-1}
        className={`mb-7 max-w-[24ch] ${heading === 'question' ? 'text-question' : 'text-page'}`}
      >
        {title}
      </h1>
      <PageContext value={setProblems}>{props.children}</PageContext>
    </main>
  );
}
