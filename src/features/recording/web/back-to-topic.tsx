import { Trans } from '@lingui/react/macro';
import { BackLink } from '../../../web/components/links.tsx';
import type { PromptDetail } from '../../../web/contract.ts';

/** From a question back to its topic, or to the first page where it has none. */
export function BackToTopic({ prompt: { topicId, topicTitle } }: { prompt: PromptDetail }) {
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
