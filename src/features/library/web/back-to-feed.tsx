import { Trans } from '@lingui/react/macro';
import { actingFor } from '../../../web/acting-for.ts';
import { BackLink } from '../../../web/components/links.tsx';

/** To what everybody told whom the person follows; in another's pages, to what that one told. */
export const BackToFeed = () => (
  <BackLink to={actingFor === null ? '/watch' : '/stories'}>
    <Trans>All stories</Trans>
  </BackLink>
);
