import { Trans } from '@lingui/react/macro';
import { BackLink } from '../../../web/components/links.tsx';
import type { Telling } from './use-telling.ts';

/** From what is told back to its topic, or to the first page where it has none. */
export function BackToTopic({ telling: { topicId, topicTitle } }: { telling: Telling }) {
  if (topicId === null) {
    return (
      <BackLink to="/">
        <Trans>Back</Trans>
      </BackLink>
    );
  }
  return (
    <BackLink to="/topics/$topicId" params={{ topicId }}>
      {topicTitle ?? <Trans>Back</Trans>}
    </BackLink>
  );
}
