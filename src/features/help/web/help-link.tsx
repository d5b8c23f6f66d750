import { Trans } from '@lingui/react/macro';
import { CircleQuestionMark } from 'lucide-react';
import { HeaderLink } from '../../../web/components/header-link.tsx';

/** The way to the help page, always in words, on every page but where somebody records. */
export function HelpLink() {
  return (
    <HeaderLink to="/help" icon={CircleQuestionMark}>
      <Trans>Help</Trans>
    </HeaderLink>
  );
}
