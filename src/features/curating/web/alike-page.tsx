import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card } from '../../../web/components/card.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { BackLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import type { AlikePrompts, CuratedPrompt } from '../../../web/contract.ts';
import { AboutPrompt } from './about-prompt.tsx';
import { alikeQuery } from './queries.ts';

/** `/admin/questions/alike`: questions that ask nearly the same, side by side. */
export function AlikePage() {
  const { t } = useLingui();
  const pairs = useSuspenseQuery(alikeQuery).data.items;
  return (
    <Page
      title={t`Doubles`}
      width="wide"
      back={
        <BackLink to="/admin/questions">
          <Trans>Questions</Trans>
        </BackLink>
      }
    >
      {pairs.length === 0 ? (
        <EmptyState title={t`No two questions are alike`}>
          <p>
            <Trans>Questions whose words are nearly the same appear here, side by side.</Trans>
          </p>
        </EmptyState>
      ) : (
        <>
          <p className="mb-6 max-w-2xl text-ink-soft">
            <Trans>
              These questions have nearly the same words. Open one to reword it, or to ask it no
              more.
            </Trans>
          </p>
          <ul className="grid gap-5">
            {pairs.map((pair) => (
              <li key={`${pair.one.id} ${pair.other.id}`}>
                <Pair pair={pair} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function Pair({ pair: { likeness, one, other } }: { pair: AlikePrompts }) {
  const { i18n } = useLingui();
  const percent = i18n.number(likeness, { style: 'percent' });
  return (
    <Card>
      <p className="mb-3 text-ink-soft">
        <Trans>{percent} the same</Trans>
      </p>
      <div className="grid gap-5 sm:grid-cols-2">
        <One prompt={one} />
        <One prompt={other} />
      </div>
    </Card>
  );
}

const One = ({ prompt }: { prompt: CuratedPrompt }) => (
  <div className="grid content-start gap-1">
    <Link
      to="/admin/questions/$promptId"
      params={{ promptId: prompt.id }}
      className="prose-link font-semibold"
    >
      {prompt.text}
    </Link>
    <p className="text-ink-soft">
      <AboutPrompt prompt={prompt} />
    </p>
  </div>
);
