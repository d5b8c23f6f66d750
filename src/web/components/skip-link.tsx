import { Trans } from '@lingui/react/macro';

/** The first thing that the Tab key reaches. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-lg focus:bg-ink focus:px-5 focus:py-3 focus:text-paper"
    >
      <Trans>Skip to the content</Trans>
    </a>
  );
}
