import { Trans } from '@lingui/react/macro';
import { BackLink } from '../../../web/components/links.tsx';

/** To what everybody told whom the person follows. */
export const BackToFeed = () => (
  <BackLink to="/watch">
    <Trans>All stories</Trans>
  </BackLink>
);
