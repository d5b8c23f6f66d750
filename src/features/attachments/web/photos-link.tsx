import { Trans } from '@lingui/react/macro';
import { Gem, Images } from 'lucide-react';
import { LinkButton } from '../../../web/components/links.tsx';

/** From one's stories to what lies beside them. */
export function PhotosLink() {
  return (
    <div className="mb-8 flex flex-wrap gap-4">
      <LinkButton variant="secondary" icon={Images} to="/photos">
        <Trans>Photos and papers</Trans>
      </LinkButton>
      <LinkButton variant="secondary" icon={Gem} to="/objects">
        <Trans>Things we keep</Trans>
      </LinkButton>
    </div>
  );
}
