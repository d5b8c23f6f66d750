import { Trans, useLingui } from '@lingui/react/macro';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ApiError, isAway } from '../api.ts';
import { useErrorWords } from '../error-words.ts';
import { buttonClass } from './button-style.ts';
import { LinkButton } from './links.tsx';
import { Page } from './page.tsx';
import { PlainButton } from './plain-button.tsx';

/** Shown for an address that leads nowhere, or to something that this person may not see. */
export function NotFound() {
  const { t } = useLingui();
  return (
    <Page title={t`We cannot find this page`}>
      <div className="grid gap-6">
        <p>
          <Trans>
            It may have been moved or deleted. Or it belongs to someone who has not shared it with
            you.
          </Trans>
        </p>
        <div>
          <LinkButton to="/">
            <Trans>Go to the first page</Trans>
          </LinkButton>
        </div>
      </div>
    </Page>
  );
}

/** Shown for the pages of somebody whom the person does not look after, or no longer. */
function NoKeeper() {
  const { t } = useLingui();
  return (
    <Page title={t`You do not look after these stories`}>
      <div className="grid gap-6">
        <p>
          <Trans>You may have before. What you did for their storyteller stays with them.</Trans>
        </p>
        <div>
          <a href="/" className={buttonClass('primary')}>
            <Trans>Go to my own pages</Trans>
          </a>
        </div>
      </div>
    </Page>
  );
}

/** Browsers have no name for a part of the app that did not arrive; these are their sentences. */
const partMissing = /dynamically imported module|importing a module script failed|preload CSS/i;

/** Shown when a part of the app is not there: there is a newer one, or no connection. */
function OpenAgain() {
  const { t } = useLingui();
  return (
    <Page title={t`Open this page again`}>
      <div className="grid gap-6">
        <p>
          <Trans>There is a new Telloom, or no connection. What you saved before is safe.</Trans>
        </p>
        <div>
          <PlainButton onClick={() => window.location.reload()}>
            <Trans>Open it again</Trans>
          </PlainButton>
        </div>
      </div>
    </Page>
  );
}

/** Shown when a page cannot be made. Nothing that was saved is lost by it. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui();
  const words = useErrorWords();
  const router = useRouter();
  if (error instanceof ApiError && error.status === 404) return <NotFound />;
  if (error instanceof ApiError && error.is('not-keeper')) return <NoKeeper />;
  if (error instanceof Error && partMissing.test(error.message)) return <OpenAgain />;
  const again = async () => {
    const { queryClient } = await import('../query.tsx');
    queryClient.removeQueries({ predicate: (query) => query.state.status === 'error' });
    reset();
    await router.invalidate();
  };
  return (
    <Page title={t`This page did not open`}>
      <div className="grid gap-6">
        <p>{words(error)}</p>
        <p className="text-ink-soft">
          {isAway(error) ? (
            <Trans>What you saw here before opens without internet, too.</Trans>
          ) : (
            <Trans>What you saved before is not touched by this.</Trans>
          )}
        </p>
        <div>
          <PlainButton onClick={again}>
            <Trans>Try again</Trans>
          </PlainButton>
        </div>
      </div>
    </Page>
  );
}
