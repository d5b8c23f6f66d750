import { Trans, useLingui } from '@lingui/react/macro';
import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { BackLink, LinkButton } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { type Answer, useAnswers } from './answers.ts';

/** Ten questions and their answers, for everybody, signed in or not. */
export function HelpPage() {
  const { t } = useLingui();
  const answers = useAnswers();
  useAnchor();
  return (
    <Page
      storyteller
      title={t`What would you like to know?`}
      back={
        <BackLink to="/home">
          <Trans>Back to Telloom</Trans>
        </BackLink>
      }
    >
      <nav aria-label={t`Questions`} className="no-print">
        <ul className="hairline divide-y divide-line overflow-hidden rounded-card bg-card">
          {answers.map(({ id, question }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                className="flex min-h-16 items-center px-5 py-3 text-thread underline underline-offset-4 decoration-line hover:bg-sunk hover:decoration-thread"
              >
                {question}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {answers.map((answer) => (
        <OneAnswer key={answer.id} {...answer} />
      ))}
    </Page>
  );
}

function OneAnswer({ id, question, short, steps, link }: Answer) {
  return (
    <section id={id} aria-labelledby={`${id}-question`} className="mt-14 grid scroll-mt-6 gap-5">
      <h2 id={`${id}-question`} tabIndex={-1} className="text-title">
        {question}
      </h2>
      <p className="font-semibold">{short}</p>
      <ol className="grid list-decimal gap-3 pl-8 marker:font-semibold marker:text-thread">
        {steps.map((step) => (
          <li key={step} className="max-w-[60ch] pl-2">
            {step}
          </li>
        ))}
      </ol>
      <div className="no-print">
        <LinkButton to={link.to} variant="secondary">
          {link.label}
        </LinkButton>
      </div>
    </section>
  );
}

/** The question that the address names takes the focus, as the heading does on other pages. */
function useAnchor() {
  const hash = useRouterState({ select: (state) => state.location.hash });
  useEffect(() => {
    if (hash === '') return;
    document.getElementById(`${hash}-question`)?.focus({ preventScroll: true });
    document.getElementById(hash)?.scrollIntoView();
  }, [hash]);
}
