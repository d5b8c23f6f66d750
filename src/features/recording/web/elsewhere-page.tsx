import { Trans } from '@lingui/react/macro';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import type { PromptDetail } from '../../../web/contract.ts';
import { BackToTopic } from './back-to-topic.tsx';

/** Two windows at once: the other one has the recording of this question. */
export function ElsewherePage({ prompt }: { prompt: PromptDetail }) {
  return (
    <Page storyteller title={prompt.text} heading="question" back={<BackToTopic prompt={prompt} />}>
      <Notice live title={<Trans>Another window is busy with this story</Trans>}>
        <Trans>Go on there. When that window is closed, you can go on here.</Trans>
      </Notice>
    </Page>
  );
}
