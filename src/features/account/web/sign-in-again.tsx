import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ApiError } from '../../../web/api.ts';
import { LinkButton } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { here } from '../../../web/query.tsx';

/** For what is asked within an hour of signing in: whether that hour is over. */
export function useNewSession() {
  const [isNeeded, setNeeded] = useState(false);
  return {
    isNeeded,
    /** Runs `work`. Null where the person has to sign in once more first. */
    async withNewSession<T>(work: () => Promise<T>): Promise<{ result: T } | null> {
      try {
        return { result: await work() };
      } catch (error) {
        if (!(error instanceof ApiError) || !error.is('sign-in-again')) throw error;
        setNeeded(true);
        return null;
      }
    },
  };
}

/** The way to the sign-in page and back to this one. */
export function SignInAgain() {
  const { t } = useLingui();
  return (
    <Notice tone="careful" title={t`Sign in once more first.`} live>
      <p>
        <Trans>So nobody else can do this on a device that you left open.</Trans>
      </p>
      <div>
        <LinkButton to="/sign-in" search={{ to: here() }} variant="secondary">
          <Trans>Sign in once more</Trans>
        </LinkButton>
      </div>
    </Notice>
  );
}
