import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

/** The way to the help page, always in words, on every page but where somebody records. */
export function HelpLink() {
  return (
    <Link to="/help" className="prose-link inline-flex min-h-12 items-center px-2">
      <Trans>Help</Trans>
    </Link>
  );
}
